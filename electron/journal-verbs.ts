import type { JournalWrite } from './bridge.ts';
import type { Verbs } from './ipc.ts';
import type { JournalFile } from './journal-file.ts';

/** One line of the journal, and its head. */
const LARGEST_WRITE = 65 * 1024 * 1024;
/** All that a learner ever did: what one message between two processes carries well. */
const LARGEST_JOURNAL = 512 * 1024 * 1024;

type JournalChannel = 'hornbook:journal-read' | 'hornbook:journal-write' | 'hornbook:journal-replace' | 'hornbook:journal-release';

/** The page names neither file nor folder: only bytes, and where in the one file they go. */
export function createJournalVerbs(journal: JournalFile): Pick<Verbs, JournalChannel> {
  return {
    'hornbook:journal-read': { accepts: isNothing, run: () => journal.read() },
    'hornbook:journal-write': { accepts: isWrite, run: (request) => journal.write(request) },
    'hornbook:journal-replace': {
      accepts: (value): value is Uint8Array => isBytes(value, LARGEST_JOURNAL),
      run: (bytes) => journal.replace(bytes),
    },
    'hornbook:journal-release': { accepts: isNothing, run: () => journal.release() },
  };
}

const isNothing = (value: unknown): value is null => value === null;

const isBytes = (value: unknown, most: number): value is Uint8Array => value instanceof Uint8Array && value.length <= most;

function isWrite(value: unknown): value is JournalWrite {
  if (typeof value !== 'object' || value === null || !('at' in value) || !('bytes' in value)) return false;
  return Number.isSafeInteger(value.at) && Number(value.at) >= 0 && isBytes(value.bytes, LARGEST_WRITE);
}
