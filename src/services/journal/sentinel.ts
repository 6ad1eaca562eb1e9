import type { Changes } from '../../../db/changes.ts';
import type { Id } from '../../../db/models/ids.ts';
import type { Repositories } from '../../../db/repositories.ts';
import type { Notes } from '../../platform/platform.ts';

/** What must at least be in the database: kept outside of it, so that its loss is noticed. */
export interface Sentinel {
  readonly users: readonly Id[];
  readonly attempts: number;
  readonly facts: number;
  readonly lastAttemptId: Id | null;
  readonly lastFactId: Id | null;
}

const KEY = 'sentinel';
const NOTHING: Sentinel = { users: [], attempts: 0, facts: 0, lastAttemptId: null, lastFactId: null };

export function readSentinel(notes: Notes): Sentinel {
  try {
    const stored = JSON.parse(notes.get(KEY) ?? '{}') as Partial<Sentinel>;
    return { ...NOTHING, ...stored };
  } catch {
    return NOTHING;
  }
}

/** Two tabs at once may lose a count of each other: then a start looks twice, and sets it right. */
export function noteChanges(notes: Notes, { written, deleted }: Changes): void {
  const before = readSentinel(notes);
  const attempts = written.exerciseAttempts ?? [];
  const facts = written.learningFacts ?? [];
  const gone = new Set([...(deleted.exerciseAttempts ?? []), ...(deleted.learningFacts ?? [])]);
  const users = new Set([...before.users, ...(written.users ?? []).map(({ id }) => id)]);
  for (const id of deleted.users ?? []) users.delete(id);
  const last = (id: Id | null): Id | null => (id === null || gone.has(id) ? null : id);
  const after: Sentinel = {
    users: [...users],
    attempts: Math.max(0, before.attempts + attempts.length - (deleted.exerciseAttempts ?? []).length),
    facts: Math.max(0, before.facts + facts.length - (deleted.learningFacts ?? []).length),
    lastAttemptId: attempts.at(-1)?.id ?? last(before.lastAttemptId),
    lastFactId: facts.at(-1)?.id ?? last(before.lastFactId),
  };
  notes.set(KEY, JSON.stringify(after));
}

/** Sets the counts by what is there. */
export async function resetSentinel(notes: Notes, repositories: Repositories): Promise<void> {
  const { exerciseAttempts: attempts, learningFacts: facts } = await repositories.count();
  const users = (await repositories.users.getAll({ includeDeleted: true })).map(({ id }) => id);
  const { lastAttemptId, lastFactId } = readSentinel(notes);
  const sentinel: Sentinel = {
    ...{ users, attempts, facts },
    lastAttemptId: (await isThere(lastAttemptId, repositories.attempts)) ? lastAttemptId : null,
    lastFactId: (await isThere(lastFactId, repositories.facts)) ? lastFactId : null,
  };
  notes.set(KEY, JSON.stringify(sentinel));
}

/** False when something that was there is missing. A database that cannot be read throws. */
export async function isAsExpected(sentinel: Sentinel, strict: Repositories): Promise<boolean> {
  const { users, attempts, facts, lastAttemptId, lastFactId } = sentinel;
  const counts = await strict.count();
  if (counts.exerciseAttempts < attempts || counts.learningFacts < facts) return false;
  const here = new Set((await strict.users.getAll({ includeDeleted: true })).map(({ id }) => id));
  if (!users.every((id) => here.has(id))) return false;
  return (await isThere(lastAttemptId, strict.attempts)) && (await isThere(lastFactId, strict.facts));
}

const isThere = async (id: Id | null, table: { getById(id: Id): Promise<object | null> }): Promise<boolean> =>
  id === null || (await table.getById(id)) !== null;
