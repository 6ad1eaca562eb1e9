import type { EpochMs } from '../../../db/models/ids.ts';
import type { Repositories } from '../../../db/repositories.ts';
import type { TableName } from '../../../db/tables.ts';
import type { Notes } from '../../platform/platform.ts';
import type { JournalStore } from '../../platform/journal/journal-store.ts';
import { readEntry } from './entry.ts';
import { compacted, foldEntries } from './fold.ts';
import { replay, type Replayed } from './replay.ts';
import { resetSentinel } from './sentinel.ts';
import { compare } from './verify.ts';

/** What a look into the journal found. */
export interface Recovery extends Replayed {
  /** Rows that were written anew, since they were not what the learner did. */
  readonly repaired: number;
  readonly compared: number;
  /** Lines of the journal that could not be read. */
  readonly damaged: number;
}

/** There is no journal here, or it gives no answer. */
export class JournalUnreadable extends Error {
  override readonly name = 'JournalUnreadable';
}

/** Files of dead tabs are merged once they take this much, and at least half of what the last merge wrote. */
const COMPACT_FROM_BYTES = 2_000_000;

export interface RecoverInput {
  readonly strict: Repositories;
  readonly journal: JournalStore;
  readonly notes: Notes;
  readonly now: () => EpochMs;
}

/**
 * Puts back what the journal has and the database has not; nothing where nothing is missing. `strict` must not itself
 * write to the journal, which has these rows. Rejects when the database cannot be read or written, or the journal not
 * be read.
 */
export async function recover({ strict, journal, notes, now }: RecoverInput): Promise<Recovery> {
  const content = await journal.read().catch((error: unknown) => {
    throw new JournalUnreadable(error instanceof Error ? error.message : String(error));
  });
  const entries = content.lines.map(readEntry);
  const folded = foldEntries(entries.filter((entry) => entry !== null), strict.schemaVersion);
  const { missing, damaged, compared } = await compare(strict, folded);
  for (const [table, rows] of Object.entries(damaged)) await strict.repair(table as TableName, rows);
  const replayed: Replayed = missing === 0 ? { written: {}, waiting: 0 } : await replay(strict, folded);
  await resetSentinel(notes, strict);
  const isLater = entries.some((entry) => entry !== null && entry.schema > strict.schemaVersion);
  // What a later app wrote must stay as it is; so must what is damaged, in case more can be read some day.
  if (content.staleBytes >= COMPACT_FROM_BYTES && !isLater && content.damaged === 0) {
    await journal.compact(compacted(folded, now(), strict.schemaVersion).map((entry) => JSON.stringify(entry)));
  }
  const repaired = Object.values(damaged).reduce((sum, rows) => sum + rows.length, 0);
  return { ...replayed, repaired, compared, damaged: content.damaged + entries.filter((entry) => entry === null).length };
}
