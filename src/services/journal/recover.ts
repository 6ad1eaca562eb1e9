import { BulkViolation, StoreFailed, UniqueViolation } from '../../../db/errors.ts';
import type { EpochMs } from '../../../db/models/ids.ts';
import type { Repositories } from '../../../db/repositories.ts';
import type { TableName } from '../../../db/tables.ts';
import type { Notes } from '../../platform/platform.ts';
import type { JournalContent, JournalStore } from '../../platform/journal/journal-store.ts';
import { readEntry } from './read-entry.ts';
import { compacted, foldEntries, type Folded } from './fold.ts';
import type { Replayed } from './replay.ts';
import { resetSentinel } from './sentinel.ts';
import { compare, type Difference } from './verify.ts';

/** What a look into the journal found. */
export interface Recovery extends Replayed {
  /** Rows that were written anew, since they were not what the learner did. */
  readonly repaired: number;
  readonly compared: number;
  /** Lines of the journal that could not be read. */
  readonly damaged: number;
}

/** Files of dead tabs are merged once they take this much, and at least half of what the last merge wrote. */
const COMPACT_FROM_BYTES = 2_000_000;

export interface RecoverInput {
  readonly strict: Repositories;
  readonly journal: Pick<JournalStore, 'compact'>;
  /** What the journal holds. */
  readonly content: JournalContent;
  readonly notes: Notes;
  readonly now: () => EpochMs;
}

/**
 * Puts back what the journal has and the database has not; nothing where nothing is missing. `strict` must not itself
 * write to the journal, which has these rows. Rejects when the database cannot be read or written.
 */
export async function recover({ strict, journal, content, notes, now }: RecoverInput): Promise<Recovery> {
  const entries = content.lines.map(readEntry);
  const folded = await foldEntries(entries.filter((entry) => entry !== null));
  const { missing, damaged, compared } = await compare(strict, folded);
  const replayed = await putBack(strict, { folded, missing, damaged });
  await resetSentinel(notes, strict);
  const isLater = entries.some((entry) => entry !== null && entry.schema > strict.schemaVersion);
  // What a later app wrote must stay as it is; so must what is damaged, in case more can be read some day.
  if (content.staleBytes >= COMPACT_FROM_BYTES && !isLater && content.damaged === 0) {
    await journal.compact(compacted(folded, now(), strict.schemaVersion).map((entry) => JSON.stringify(entry)));
  }
  const repaired = Object.values(damaged).reduce((sum, rows) => sum + rows.length, 0);
  return { ...replayed, repaired, compared, damaged: content.damaged + entries.filter((entry) => entry === null).length };
}

/** What puts rows back is fetched only where rows are missing. */
async function putBack(
  strict: Repositories,
  { folded, missing, damaged }: Pick<Difference, 'missing' | 'damaged'> & { readonly folded: Folded },
): Promise<Replayed> {
  const tables = Object.entries(damaged);
  if (tables.length > 0) {
    const dumps = await strict.dumps();
    for (const [table, rows] of tables) await dumps.repair(table as TableName, rows);
  }
  if (missing === 0) return { written: {}, waiting: 0 };
  const { replay } = await import('./replay.ts');
  try {
    return await replay(strict, folded);
  } catch (error) {
    // Missing to who looks, and there to who writes: an index and its table tell different things.
    if (isIdTaken(error)) throw new StoreFailed('NotReadableError');
    throw error;
  }
}

const isIdTaken = (error: unknown): boolean =>
  error instanceof BulkViolation && error.violations.some((one) => one instanceof UniqueViolation && one.field === 'id');
