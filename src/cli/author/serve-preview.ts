import type { ServerResponse } from 'node:http';
import { previewOf } from '../../packs/preview-of.ts';
import { PREVIEW_CHANGES, PREVIEW_PACK, PREVIEW_SOURCE, previewWithout, type PreviewRead, type PreviewSource } from '../../packs/preview-source.ts';
import { serveFolder, type FolderServer } from '../sandbox-page/serve-folder.ts';
import { openCourse } from './open-course.ts';
import { watchCourse } from './watch-course.ts';

export interface PreviewOptions {
  /** The app's build. */
  readonly build: string;
  /** The course's folder, or a pack. */
  readonly path: string;
  /** 0: any. Rejects with EADDRINUSE where another listens on it. */
  readonly port: number;
  /** Hears what is shown, at once and after each save. */
  readonly onSource: (source: PreviewSource) => void;
}

/** Serves the app with a course in it that is read anew whenever it is saved. `url` is the page to open. */
export async function servePreview({ build, path, port, onSource }: PreviewOptions): Promise<FolderServer> {
  let latest = await read(path, previewWithout(null));
  const pages = new Set<ServerResponse>();
  const answer = (pathname: string, response: ServerResponse): boolean => {
    if (pathname === `/${PREVIEW_SOURCE}` || pathname === `/${PREVIEW_PACK}`) {
      const isPack = pathname === `/${PREVIEW_PACK}`;
      response.setHeader('Content-Type', isPack ? 'application/zip' : 'application/json; charset=utf-8');
      response.setHeader('Cache-Control', 'no-store');
      response.end(isPack ? latest.pack : JSON.stringify(latest.source));
      return true;
    }
    if (pathname !== `/${PREVIEW_CHANGES}`) return false;
    response.setHeader('Content-Type', 'text/event-stream');
    response.setHeader('Cache-Control', 'no-store');
    response.write(': hello\n\n');
    pages.add(response);
    response.on('close', () => pages.delete(response));
    return true;
  };
  const server = await serveFolder(build, null, { port, answer });
  onSource(latest.source);
  const stop = watchCourse(path, async () => {
    latest = await read(path, latest);
    onSource(latest.source);
    for (const page of pages) page.write('data: saved\n\n');
  });
  return {
    url: `${server.url}?preview`,
    close() {
      stop();
      return server.close();
    },
  };
}

/** What is wrong with the newest keeps the one `before` on the screen. */
async function read(path: string, before: PreviewRead): Promise<PreviewRead> {
  const opened = await openCourse(path);
  if (opened.ok) return previewOf(opened.value.doc, opened.value.assets);
  const { error } = opened;
  const { source } = error.type === 'Misused' ? previewWithout(error.message) : previewWithout(error.reason, error.findings);
  return { source: { ...source, course: before.source.course }, pack: before.pack };
}
