import { ok } from '../../../../src/core/result.ts';
import type { JournalStore } from '../../../../src/platform/journal/journal-store.ts';

/** A journal in memory; `lines` is all that was ever kept. */
export interface MemoryJournal extends JournalStore {
  lines: string[];
}

export function createMemoryJournal(): MemoryJournal {
  const journal: MemoryJournal = {
    lines: [],
    read: () => Promise.resolve({ lines: [...journal.lines], damaged: 0, staleBytes: 0 }),
    append(lines) {
      journal.lines.push(...lines);
      return Promise.resolve(ok(null));
    },
    compact(lines) {
      journal.lines = [...lines];
      return Promise.resolve(ok(null));
    },
  };
  return journal;
}
