import type { AnyDump, AnyRow } from './version.ts';

/*
 * What version 4 can hold of version 5. A variant is an exercise like any other there, and would be asked and counted: it
 * goes; but one that the learner has met goes to its course's shelf (a removed lesson), where their work stays with it.
 */

const NEW_TABLES = ['reviewCards', 'reviewLogs', 'notes', 'bookmarks'];
/** Tables whose rows are about an exercise. */
const HISTORY = ['exerciseAttempts', 'learningFacts', 'drafts', 'chatMessages'];

export function downgradeDump(dump: AnyDump): AnyDump {
  const { exercises = [], lessons = [] } = dump;
  const met = new Set(HISTORY.flatMap((table) => (dump[table] ?? []).map(({ exerciseId }) => exerciseId)));
  const kept = exercises.filter(({ id, variantOf }) => typeof variantOf !== 'string' || met.has(id));
  const courseOf = new Map(lessons.map(({ id, courseId }) => [id, String(courseId)]));
  const shelves = new Map<string, AnyRow>();
  const shelfFor = ({ lessonId, updatedAt }: AnyRow): unknown => {
    const courseId = courseOf.get(lessonId);
    if (courseId === undefined) return lessonId;
    const shelf = shelfOf(courseId, updatedAt);
    if (!courseOf.has(shelf.id)) shelves.set(shelf.id, shelf);
    return shelf.id;
  };
  const shelved = (exercise: AnyRow): AnyRow =>
    typeof exercise.variantOf === 'string' ? { ...exercise, lessonId: shelfFor(exercise), isRequired: false } : exercise;
  const after: AnyDump = {
    ...dump,
    ...mapped(dump, 'exerciseAttempts', (attempt) => without(attempt, ['day'])),
    ...(dump.exercises === undefined ? {} : { exercises: kept.map(shelved).map((one) => without(one, ['objectives', 'variantOf'])) }),
    ...mapped(dump, 'lessons', (lesson) => without(lesson, ['objectives'])),
  };
  const whole = shelves.size === 0 ? after : { ...after, lessons: [...(after.lessons ?? []), ...shelves.values()] };
  return without(whole, NEW_TABLES);
}

/** As the app makes it for exercises that an author has retired. */
const shelfOf = (courseId: string, at: unknown) => ({
  ...{ id: `${courseId}:*retired`, courseId, title: 'Retired', content: '', order: 1_000_000, estimatedMinutes: 0 },
  ...{ isPublished: false, createdAt: at, updatedAt: at, deletedAt: at },
});

/** A table that the dump has, row by row. */
function mapped(dump: AnyDump, table: string, toV4: (row: AnyRow) => AnyRow): AnyDump {
  const rows = dump[table];
  return rows === undefined ? {} : { [table]: rows.map(toV4) };
}

const without = <V>(object: Readonly<Record<string, V>>, names: readonly string[]): Record<string, V> =>
  Object.fromEntries(Object.entries(object).filter(([name]) => !names.includes(name)));
