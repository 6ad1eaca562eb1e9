import type { OpenDialogReturnValue } from 'electron';
import type { CopyWrite } from './bridge.ts';
import type { Copies } from './copies.ts';
import { isCopyName, LARGEST_COPY } from './copy-files.ts';
import type { Verbs } from './ipc.ts';

type CopyChannel = Extract<keyof Verbs, `hornbook:copies-${string}`>;

/** The page names copies by their own names alone; the folder is picked by the learner, in `ask`'s dialog. */
export function createCopyVerbs(copies: Copies, ask: () => Promise<OpenDialogReturnValue>): Pick<Verbs, CopyChannel> {
  return {
    'hornbook:copies-folder': { accepts: isNothing, run: () => copies.where() },
    'hornbook:copies-choose': {
      accepts: isNothing,
      async run() {
        const { canceled, filePaths: [path] } = await ask();
        return canceled || path === undefined ? { type: 'Cancelled' } : copies.take(path);
      },
    },
    'hornbook:copies-forget': { accepts: isNothing, run: () => copies.forget() },
    'hornbook:copies-list': { accepts: isNothing, run: () => copies.list() },
    'hornbook:copies-read': { accepts: isCopyName, run: (name) => copies.read(name) },
    'hornbook:copies-write': { accepts: isCopyWrite, run: (request) => copies.write(request) },
    'hornbook:copies-remove': { accepts: isCopyName, run: (name) => copies.remove(name) },
  };
}

const isNothing = (value: unknown): value is null => value === null;

function isCopyWrite(value: unknown): value is CopyWrite {
  if (typeof value !== 'object' || value === null || !('name' in value) || !('bytes' in value)) return false;
  return isCopyName(value.name) && value.bytes instanceof Uint8Array && value.bytes.length <= LARGEST_COPY;
}
