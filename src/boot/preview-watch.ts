import type { Folder } from '../packs/preview-folder.ts';

/** Between two looks, ms; a look that takes long comes less often. */
const EVERY_MS = 700;
const PAUSE = 4;

/**
 * Calls `onSaved` when a file of the folder was saved, came or went, once nothing changes any more: editors write a file
 * in steps. Looks only while the page is seen. Returns how to stop.
 */
export function watchFolder(list: () => Promise<Folder>, onSaved: () => void): () => void {
  let isStopped = false;
  let seen: string | null = null;
  let before: string | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = async (): Promise<void> => {
    const startedAt = performance.now();
    if (document.visibilityState === 'visible') {
      const now = await list().then(stampOf, () => 'gone');
      seen ??= now;
      if (now !== seen && now === before) {
        seen = now;
        if (!isStopped) onSaved();
      }
      before = now;
    }
    if (!isStopped) timer = setTimeout(() => void look(), Math.max(EVERY_MS, (performance.now() - startedAt) * PAUSE));
  };
  void look();
  return () => {
    isStopped = true;
    clearTimeout(timer);
  };
}

const stampOf = ({ files }: Folder): string =>
  files.map(({ path, file }) => `${path} ${file?.size ?? '?'} ${file instanceof File ? file.lastModified : ''}`).join('\n');
