import { BulkViolation, DataNewerThanApp, Violation } from '../../../db/errors.ts';
import { aliasKey, settingId, type Id } from '../../../db/models/ids.ts';
import type { Tombstone } from '../../../db/models/tombstone.ts';
import type { User } from '../../../db/models/user.ts';
import type { ActivityRepository } from '../../../db/repositories/activity-repository.ts';
import type { Dumps, Repositories } from '../../../db/repositories.ts';
import { TABLE_NAMES, type TableName } from '../../../db/tables.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import type { BackupError, BackupRow, Damage } from '../backup-file.ts';
import { recountActivity } from '../activity.ts';
import { writeDevice } from '../device-state.ts';
import type { Environment } from '../environment.ts';
import { writeFailureOf, type WriteFailure } from '../failures.ts';
import { recomputeSnapshot } from '../recompute-snapshot.ts';
import { retireExercises } from '../retire-exercises.ts';
import { isSame } from '../journal/verify.ts';
import type { Side } from './conflicts.ts';
import { bringDeviceSettings } from './device-settings.ts';
import { withFreeNames } from './free-names.ts';
import { isEarlierFact, isLater, type SamePeople } from './persons.ts';
import { makePlan, type Plan } from './plan.ts';
import { settle, type Comer } from './settle.ts';
import type { Rows, Sifted } from './sift.ts';

export interface RestoreOptions {
  /**
   * `merge`: both sides' work together. `replace`: of the learners in the file, what is here goes and the file's takes
   * its place; others keep what they have. Neither brings back what was erased (R5).
   */
  readonly mode: 'merge' | 'replace';
  readonly same?: SamePeople;
  /** By the conflict's id; whatever is not chosen stays as it is here. */
  readonly choices?: { readonly [conflictId: string]: Side };
}

export interface Restored {
  /** The learners of the file who are here now, as they are here. */
  readonly users: readonly User[];
  /** Rows that were not here before, by table. */
  readonly brought: { readonly [table: string]: number };
  /** Rows left out since they were erased. */
  readonly erased: number;
  readonly damage: Damage | null;
  /** Until the next start: puts back what was here. What was done since then stays. */
  readonly undo: () => Promise<void>;
}

export type RestoreFailure = BackupError | WriteFailure;
export type RestoreResult = Result<Restored, RestoreFailure | { readonly type: 'NotEmpty' }>;

/** All of it or nothing, in one transaction on the strict instance. */
export async function restore(
  { strict, now }: Pick<Environment, 'strict' | 'now'>,
  sifted: Sifted,
  options: RestoreOptions & { readonly onlyIntoEmpty?: boolean },
): Promise<RestoreResult> {
  const tools = { strict, now, dumps: await strict.dumps(), activity: await strict.activity() };
  const { dumps } = tools;
  try {
    return await strict.transact('all', async (): Promise<RestoreResult> => {
      const isEmpty = (await strict.users.getAll()).length === 0;
      if (options.onlyIntoEmpty === true && !isEmpty) return fail({ type: 'NotEmpty' });
      const before = await strict.count();
      const { value, held } = await dumps.holding(async () => {
        const plan = await makePlan(strict, dumps, sifted, options.same ?? {});
        return { plan, users: await carryOut(tools, plan, sifted.rows, { ...options, isEmpty }) };
      });
      const after = await strict.count();
      const brought = TABLE_NAMES.flatMap((table): [string, number][] =>
        after[table] > before[table] ? [[table, after[table] - before[table]]] : [],
      );
      const { plan, users } = value;
      const { erased, damage } = plan;
      return ok({ users, brought: Object.fromEntries(brought), erased, damage, undo: () => undo(tools, held) });
    });
  } catch (error) {
    const failure = failureOf(error);
    if (failure === null) throw error;
    return fail(failure);
  }
}

type Held = Parameters<Dumps['putBack']>[0];

const undo = ({ strict, dumps, activity }: Tools, held: Held): Promise<void> =>
  strict.transact('all', async () => {
    await dumps.putBack(held);
    for (const { id } of await strict.users.getAll({ includeDeleted: true })) await recountActivity(strict, activity, id);
    // Something may have been answered since: then the snapshot is neither the old nor the restored one.
    for (const { table, before, after } of held.rows) {
      if (table !== 'progressSnapshots') continue;
      const { userId, courseId } = (after ?? before) as { userId: Id; courseId: Id } & object;
      const isHere = (await strict.progress.getUserProgress(userId, courseId)) !== null;
      if (isHere) await recomputeSnapshot(strict, userId, courseId);
    }
  });

interface Tools {
  readonly strict: Repositories;
  readonly dumps: Dumps;
  readonly activity: ActivityRepository;
  readonly now: Environment['now'];
}
type How = RestoreOptions & { readonly isEmpty: boolean };

async function carryOut(tools: Tools, plan: Plan, read: Rows, how: How): Promise<User[]> {
  const { strict, dumps, now } = tools;
  const learners = learnersOf(plan);
  const chosen = plan.conflicts.filter(({ id }) => how.mode === 'replace' || how.choices?.[id] === 'file');
  const refused = new Set(plan.conflicts.filter((one) => one.kind === 'erased' && !chosen.includes(one)).map(({ row }) => row.id));
  if (how.mode === 'replace') await clear(strict, dumps, plan, learners);
  for (const { kind, row } of chosen) if (kind === 'erased') await eraseAsThere(dumps, row as unknown as Tombstone);

  const isStrange = await exercisesUnknownHere(strict, plan.rows);
  const device = plan.rows.settings.filter(({ userId }) => userId === null);
  const rows = {
    ...plan.rows,
    ...(await withFreeNames(strict, plan.rows)),
    settings: plan.rows.settings.filter(({ userId }) => userId !== null),
    tombstones: plan.rows.tombstones.filter(({ id }) => !refused.has(id)),
  };
  await dumps.restoreRows(rows, { version: strict.schemaVersion, onExisting: 'keep' });
  await retireExercises(strict, isStrange);
  await writeOver(tools, rows, chosen, how.mode);
  await bringDeviceSettings(strict, device, now);
  for (const [id, target] of plan.targets) await strict.settings.set(null, aliasKey(id), target);

  const places = new Map(chosen.filter(({ kind }) => kind === 'place').map(({ row }) => [row.id, String(row.currentLessonId)]));
  const users = await settle(strict, plan.rows, learners, places);
  for (const { id } of await strict.users.getAll({ includeDeleted: true })) await recountActivity(strict, tools.activity, id);
  if (how.isEmpty) await writeDevice(strict, 'currentProfile', currentOf(read, users));
  return users;
}

/** Learners of the file by their id here. */
const learnersOf = ({ persons, targets }: Plan): Comer[] =>
  persons
    .filter(({ likeness }) => likeness !== 'erased')
    .map(({ id, isRemoved }) => ({ id: targets.get(id) ?? id, isRemoved }));

/** Takes away what these learners have here and the file has not. */
async function clear(strict: Repositories, dumps: Dumps, { rows }: Plan, learners: readonly Comer[]): Promise<void> {
  const needed = new Set(rows.learningFacts.map(({ attemptId }) => attemptId));
  for (const { id } of learners) {
    if ((await strict.users.getById(id, { includeDeleted: true })) === null) continue;
    const owned = await dumps.ownedBy(id);
    const gone = TABLE_NAMES.map((table) => {
      const coming = new Set(rows[table].map((row) => row.id));
      const ids = (owned[table] ?? []).map((row) => row.id);
      return [table, ids.filter((rowId) => !coming.has(rowId) && !needed.has(rowId))] as const;
    });
    await dumps.takeOut(Object.fromEntries(gone));
  }
}

/** Erased on the other device, and the learner wants it so here too. What was done here since then stays. */
async function eraseAsThere(dumps: Dumps, tombstone: Tombstone): Promise<void> {
  const covered = await dumps.coveredBy(tombstone);
  await dumps.takeOut(Object.fromEntries(Object.entries(covered).map(([table, rows]) => [table, rows.map(({ id }) => id)])));
}

/** Exercises of the backup that a lesson stored here does not have: history alone needs them. */
async function exercisesUnknownHere(strict: Repositories, { exercises }: Rows): Promise<Id[]> {
  const stored = await strict.lookUp('exercises', exercises.map(({ id }) => id));
  const unknown = exercises.filter((_, i) => stored[i] === null);
  const lessons = await strict.lookUp('lessons', unknown.map(({ lessonId }) => String(lessonId)));
  return unknown.filter((_, i) => lessons[i] !== null).map(({ id }) => id);
}

/** What takes the place of a row that is here: what was chosen, facts that happened before they did here, cards that were reviewed since. */
async function writeOver({ strict, dumps, now }: Tools, rows: Rows, chosen: Plan['conflicts'], mode: How['mode']): Promise<void> {
  const over = new Map<TableName, BackupRow[]>();
  const write = (table: TableName, row: BackupRow): void => void over.set(table, [...(over.get(table) ?? []), row]);
  for (const { table, row, kind } of chosen) {
    if (kind === 'place' || kind === 'erased') continue;
    const [stored] = await strict.lookUp(table, [row.id]);
    // The later time tells a journal which of the two stands now (R3).
    const updatedAt = Math.max(now(), typeof stored?.updatedAt === 'number' ? stored.updatedAt + 1 : 0);
    const username = rows.users.find(({ id }) => id === row.id)?.username;
    const own = table === 'users' ? { username, email: rows.users.find(({ id }) => id === row.id)?.email } : {};
    write(table, { ...row, ...own, ...('updatedAt' in row ? { updatedAt } : {}) });
  }
  for (const table of Object.keys(BETTER) as (keyof typeof BETTER)[]) {
    const stored = await strict.lookUp(table, rows[table].map(({ id }) => id));
    rows[table].forEach((row, i) => {
      const here = stored[i] ?? null;
      if (here === null || isSame(here, row)) return;
      const isLaterErasure = table === 'tombstones' && Number(row.erasedAt) > Number(here.erasedAt);
      if (BETTER[table](row, here) || isLaterErasure || (mode === 'replace' && table !== 'tombstones')) write(table, row);
    });
  }
  for (const [table, list] of over) await dumps.repair(table, list);
}

/** Which rows of the file take the place of those here unasked: on either device the same ones. */
const BETTER = {
  learningFacts: isEarlierFact,
  bookmarks: isEarlierFact,
  reviewCards: isLater,
  // An older app noted no day: each device gave it its own.
  exerciseAttempts: (row, here) => isSame({ ...row, day: null }, { ...here, day: null }) && String(row.day) < String(here.day),
  reviewLogs: () => false,
  tombstones: () => false,
} as const satisfies { readonly [table: string]: (row: BackupRow, here: Readonly<Record<string, unknown>>) => boolean };

function currentOf({ settings }: Rows, users: readonly User[]): Id | null {
  const stored = settings.find(({ id }) => id === settingId(null, 'currentProfile'));
  return users.find(({ id }) => id === stored?.value)?.id ?? users[0]?.id ?? null;
}

/** Rows that contradict what is here in a way that no choice settles. */
function failureOf(error: unknown): RestoreFailure | null {
  const writeFailure = writeFailureOf(error);
  if (writeFailure !== null || error instanceof DataNewerThanApp) return writeFailure;
  const violation = error instanceof BulkViolation ? error.violations[0] : error;
  if (!(violation instanceof Violation)) return null;
  const { table, field } = violation;
  return { type: 'BrokenRow', table, index: 0, field, reason: violation.type };
}
