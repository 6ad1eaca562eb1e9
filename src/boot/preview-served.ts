import { PREVIEW_CHANGES, PREVIEW_PACK, PREVIEW_SOURCE, type PreviewSource } from '../packs/preview-source.ts';
import type { PreviewFeed } from './preview-feed.ts';

/** The course that `hornbook preview` serves beside the app. */
export const servedFeed: PreviewFeed = {
  async read() {
    const source = (await (await ask(PREVIEW_SOURCE))?.json()) as PreviewSource | undefined;
    return source === undefined ? null : { source, pack: async () => (await (await ask(PREVIEW_PACK))?.blob()) ?? null };
  },
  onChange(listener) {
    const changes = new EventSource(PREVIEW_CHANGES);
    changes.onmessage = listener;
    changes.onopen = listener;
    changes.onerror = listener;
  },
};

/** Null: the server does not answer, or there is no preview at this address. */
async function ask(path: string): Promise<Response | null> {
  const response = await fetch(path, { cache: 'no-store' }).catch(() => null);
  return response?.ok === true ? response : null;
}
