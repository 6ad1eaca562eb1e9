import type { Locks, Platform } from '../../../src/platform/platform.ts';
import { createMemoryFolder } from './copies/memory-folder.ts';
import { createMemoryJournal } from './journal/memory-journal.ts';

const notHere = (): never => {
  throw new Error('the services do not ask for this');
};

function createMemoryNotes(): Platform['notes'] {
  const notes = new Map<string, string>();
  return { get: (key) => notes.get(key) ?? null, set: (key, text) => void notes.set(key, text) };
}

/** A platform of which the services use the locks, the version, the journal, the notes and the estimate of room. */
export const fakePlatform = (locks: Locks): Platform => ({
  journal: createMemoryJournal(),
  notes: createMemoryNotes(),
  copies: () => Promise.resolve({ own: createMemoryFolder(), chosen: null }),
  kind: 'browser',
  appVersion: '0.1.0-test',
  files: { save: notHere, open: notHere },
  storage: { askToPersist: notHere, persistence: notHere, estimate: () => Promise.resolve(null) },
  locks,
  updates: { onNews: notHere, understood: notHere, hold: () => () => undefined, apply: notHere },
  missing: [],
  languages: ['en'],
  copyText: notHere,
  reload: notHere,
});
