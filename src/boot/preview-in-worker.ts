import type { Folder } from '../packs/preview-folder.ts';
import { previewWithout, type PreviewRead } from '../packs/preview-source.ts';
import type { PackNews, PackQuestion } from './pack-reader-messages.ts';

/** Far beyond what the largest course takes. ms */
const PATIENCE_MS = 60_000;

/** Reads a folder in a worker of its own (pack-worker.ts): a course of many lessons takes seconds. Rejects with a bug of it. */
export function readInWorker(startWorker: () => Worker, folder: Folder, patienceMs = PATIENCE_MS): Promise<PreviewRead> {
  const worker = startWorker();
  return new Promise<PreviewRead>((resolve, reject) => {
    const stuck = setTimeout(() => resolve(previewWithout('Something in it takes too long to read.')), patienceMs);
    const died = (): void => resolve(previewWithout('It could not be read to its end, maybe for want of memory.'));
    worker.onmessage = ({ data }: MessageEvent<PackNews>) => {
      if (data.kind === 'built') resolve(data.look);
      else if (data.kind === 'broke') reject(new Error(data.message));
      else died();
      clearTimeout(stuck);
    };
    worker.onmessageerror = died;
    worker.onerror = died;
    worker.postMessage({ verb: 'build', folder } satisfies PackQuestion);
  }).finally(() => worker.terminate());
}
