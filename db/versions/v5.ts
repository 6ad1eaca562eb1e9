import type { Transaction } from 'dexie';
import type { AnyDump, AnyRow, Version } from './version.ts';

/**
 * Version 5: what is asked again (cards, and the log they follow from), notes, bookmarks, days of activity, and the parts
 * of the search index.
 *
 * An attempt learns the day it was given on: of one from before nobody noted where the learner was, so it is the day of
 * this device's calendar. Lessons and exercises learn of objectives and variants; theirs come with the course's next
 * installation. `listedIn` is the lesson of an exercise that is no variant: a variant is in no list of its lesson.
 * `isLive` is 0 for a card that sleeps. Days of activity and the search index are made of other rows, and in no backup.
 */
export const v5: Version = {
  number: 5,
  name: 'review',
  stores: {
    exercises: 'id, [lessonId+order], [listedIn+order], variantOf',
    reviewCards: 'id, lessonId, exerciseId, [userId+isLive+due], [userId+courseId+isLive+due]',
    reviewLogs: 'id, [cardId+at], [userId+at], [userId+courseId+at]',
    notes: 'id, lessonId, [userId+updatedAt], [userId+courseId], [userId+lessonId+createdAt]',
    bookmarks: 'id, lessonId, exerciseId, [userId+createdAt], [userId+courseId]',
    activityDays: 'id, [userId+day], [userId+courseId+day]',
    searchParts: 'id, packId',
  },
  upgrade,
  upgradeDump,
  downgradeDump: async (dump) => (await import('./v5-downgrade.ts')).downgradeDump(dump),
};

async function upgrade(transaction: Transaction): Promise<void> {
  const courseOf = new Map<unknown, unknown>();
  const lessonOf = new Map<unknown, unknown>();
  const days = new Map<string, Day>();
  await eachOf(transaction, 'lessons', (lesson) => {
    courseOf.set(lesson.id, lesson.courseId);
    return lessonToV5(lesson);
  });
  await eachOf(transaction, 'exercises', (exercise) => {
    lessonOf.set(exercise.id, exercise.lessonId);
    return { ...exerciseToV5(exercise), listedIn: exercise.lessonId };
  });
  await eachOf(transaction, 'exerciseAttempts', (old) => {
    const attempt = attemptToV5(old);
    count(days, attempt, courseOf.get(lessonOf.get(attempt.exerciseId)));
    return attempt;
  });
  await transaction.table('activityDays').bulkPut([...days.values()]);
}

const eachOf = (transaction: Transaction, table: string, change: (row: AnyRow) => AnyRow): PromiseLike<number> =>
  transaction.table<AnyRow, string>(table).toCollection().modify((row, ref) => {
    ref.value = change(row);
  });

interface Day {
  readonly id: string;
  readonly userId: unknown;
  readonly courseId: unknown;
  readonly day: unknown;
  attempts: number;
  passed: number;
  reviews: number;
  activeMs: number;
}

/** An attempt whose exercise is gone is of no course, and of no day in it. */
function count(days: Map<string, Day>, { userId, day, verdict, mode, activeMs }: AnyRow, courseId: unknown): void {
  if (typeof courseId !== 'string') return;
  const id = `${String(userId)}/${courseId}/${String(day)}`;
  const row = days.get(id) ?? { id, userId, courseId, day, attempts: 0, passed: 0, reviews: 0, activeMs: 0 };
  days.set(id, row);
  row.attempts += 1;
  row.passed += Number(verdict === 'PASSED');
  row.reviews += Number(mode === 'REVIEW');
  row.activeMs += Number(activeMs);
}

function upgradeDump(dump: AnyDump): AnyDump {
  return {
    ...dump,
    lessons: (dump.lessons ?? []).map(lessonToV5),
    exercises: (dump.exercises ?? []).map(exerciseToV5),
    exerciseAttempts: (dump.exerciseAttempts ?? []).map(attemptToV5),
    reviewCards: [],
    reviewLogs: [],
    notes: [],
    bookmarks: [],
  };
}

const lessonToV5 = (lesson: AnyRow): AnyRow => ({ ...lesson, objectives: [] });
const exerciseToV5 = (exercise: AnyRow): AnyRow => ({ ...exercise, objectives: [], variantOf: null });
const attemptToV5 = (attempt: AnyRow): AnyRow => ({ ...attempt, day: localDay(attempt.createdAt) });

/** 'YYYY-MM-DD'; of a time that no calendar has, the first day there is. */
function localDay(at: unknown): string {
  const date = new Date(typeof at === 'number' ? at : NaN);
  const parts = [date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, '0'));
  const day = [String(date.getFullYear()).padStart(4, '0'), ...parts].join('-');
  return /^\d{4}-\d\d-\d\d$/.test(day) ? day : '1970-01-01';
}
