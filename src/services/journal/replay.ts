import type { Id } from '../../../db/models/ids.ts';
import type { Repositories } from '../../../db/repositories.ts';
import { recountActivity } from '../activity.ts';
import { recomputeSnapshot } from '../recompute-snapshot.ts';
import { withFreeUsernames } from '../username.ts';
import type { JournalRow, Rows } from './entry.ts';
import type { Folded } from './fold.ts';
import { NOT_RESTORED } from './verify.ts';

/** What a replay brought back into the database. */
export interface Replayed {
  /** Rows written, by table; tables without any are missing. */
  readonly written: { readonly [table: string]: number };
  /** Rows about courses that are not installed: they wait in the journal. */
  readonly waiting: number;
}

/**
 * Puts back whatever the journal has and the database has not, in one transaction: by id, as often as wanted, always
 * with the same end. Erased rows stay away (R5); snapshots are computed anew (R9), and days counted.
 */
export async function replay(strict: Repositories, { rows, places }: Folded): Promise<Replayed> {
  const dumps = await strict.dumps();
  const activity = await strict.activity();
  return strict.transact('all', async () => {
    const { ready, waiting } = await whoseCourseIsHere(strict, rows);
    const before = await strict.count();
    const users = await withFreeUsernames(strict, ready.users ?? []);
    await dumps.restoreRows({ ...ready, users }, { version: strict.schemaVersion, onExisting: 'newer' });
    const written = difference(before, await strict.count());
    for (const { userId, courseId, currentLessonId } of places) {
      if ((await strict.users.getById(userId, { includeDeleted: true })) === null) continue;
      if ((await strict.courses.getById(courseId, { includeDeleted: true })) === null) continue;
      const known = await strict.progress.getUserProgress(userId, courseId);
      const isLessonHere = currentLessonId !== null && (await strict.lessons.getById(currentLessonId)) !== null;
      await recomputeSnapshot(strict, userId, courseId, known === null && isLessonHere ? currentLessonId : undefined);
    }
    for (const { id } of await strict.users.getAll({ includeDeleted: true })) await recountActivity(strict, activity, id);
    return { written, waiting };
  });
}

/** A row hangs on exercises, lessons and courses by foreign keys; one whose content is missing must wait. */
async function whoseCourseIsHere(strict: Repositories, rows: Rows): Promise<{ ready: Rows; waiting: number }> {
  const all = { includeDeleted: true };
  const exercises = await present(rows, 'exerciseId', (id) => strict.exercises.getById(id));
  const lessons = await present(rows, 'lessonId', (id) => strict.lessons.getById(id, all));
  const courses = await present(rows, 'courseId', (id) => strict.courses.getById(id, all));
  const users = await present(rows, 'userId', (id) => strict.users.getById(id, all));
  const known = new Set([...users, ...(rows.users ?? []).map(({ id }) => id)]);
  let waiting = 0;
  const isReady = (row: JournalRow): boolean =>
    isIn(exercises, row.exerciseId) && isIn(lessons, row.lessonId) && isIn(courses, row.courseId) &&
    isIn(known, row.userId);
  const ready = Object.entries(rows).map(([table, listed]) => {
    const wanted = listed.filter(({ id }) => !NOT_RESTORED.includes(id));
    // A tombstone names a learner and a course that may well be gone.
    const kept = table === 'tombstones' ? wanted : wanted.filter(isReady);
    waiting += wanted.length - kept.length;
    return [table, kept] as const;
  });
  return { ready: Object.fromEntries(ready), waiting };
}

/** The ids that rows name in `field` and that `get` finds. */
async function present(
  rows: Rows,
  field: string,
  get: (id: Id) => Promise<object | null>,
): Promise<ReadonlySet<unknown>> {
  const ids = new Set<Id>();
  for (const all of Object.values(rows)) for (const { [field]: id } of all) if (typeof id === 'string') ids.add(id);
  const found = await Promise.all([...ids].map(async (id) => ((await get(id)) === null ? [] : [id])));
  return new Set(found.flat());
}

const isIn = (known: ReadonlySet<unknown>, id: unknown): boolean => typeof id !== 'string' || known.has(id);

function difference(before: Counts, after: Counts): Counts {
  const grown = Object.entries(after).map(([table, count]) => [table, count - (before[table] ?? 0)] as const);
  return Object.fromEntries(grown.filter(([, count]) => count > 0));
}
type Counts = { readonly [table: string]: number };
