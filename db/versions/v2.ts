import type { Transaction } from 'dexie';
import type { AnyDump, AnyRow, Version } from './version.ts';

/**
 * Version 2: what a learner did that is no answer (facts), what they are typing (drafts), settings and tombstones.
 *
 * A snapshot must equal what attempts and facts say, so every lesson and every self-judged exercise that version 1
 * counted as done becomes a fact. Exercises learn whether they are required and which mistakes are known.
 */
export const v2: Version = {
  number: 2,
  name: 'facts',
  stores: {
    learningFacts: 'id, lessonId, exerciseId, [userId+courseId]',
    drafts: 'id, exerciseId, [userId+updatedAt]',
    settings: 'id, userId',
    tombstones: 'id, userId',
  },
  upgrade,
  upgradeDump,
  downgradeDump,
};

type OldExercise = AnyRow & { readonly id: string; readonly lessonId: string; readonly type: string };
interface OldAttempt {
  readonly id: string;
  readonly userId: string;
  readonly exerciseId: string;
  readonly verdict: string;
  readonly createdAt: number;
}
type OldSnapshot = AnyRow & {
  readonly userId: string;
  readonly courseId: string;
  readonly completedLessonIds: readonly string[];
  readonly completedExerciseIds: readonly string[];
  readonly lastActivityAt: number | null;
  readonly updatedAt: number;
};
/** What a snapshot's upgrade looks up: rows of version 1, an exercise's attempts from the oldest on. */
interface Around {
  readonly hasLesson: (id: string) => boolean;
  readonly lessonOf: (exerciseId: string) => string | null;
  readonly attemptsAt: (exerciseId: string) => readonly OldAttempt[];
}

async function upgrade(transaction: Transaction): Promise<void> {
  const exercises = transaction.table<OldExercise, string>('exercises');
  await exercises.toCollection().modify((exercise, ref) => {
    ref.value = exerciseToV2(exercise) as OldExercise;
  });
  const lessons = new Set(await transaction.table<AnyRow, string>('lessons').toCollection().primaryKeys());
  const snapshots = transaction.table<OldSnapshot, string>('progressSnapshots');
  for (const snapshot of await snapshots.toArray()) {
    const ids = [...snapshot.completedExerciseIds];
    const rows = await exercises.bulkGet(ids);
    const attempts = await Promise.all(ids.map((id) => attemptsOf(transaction, snapshot.userId, id)));
    const after = snapshotToV2(snapshot, {
      hasLesson: (id) => lessons.has(id),
      lessonOf: (id) => rows[ids.indexOf(id)]?.lessonId ?? null,
      attemptsAt: (id) => attempts[ids.indexOf(id)] ?? [],
    });
    await snapshots.put(after.snapshot as OldSnapshot);
    await transaction.table('learningFacts').bulkPut(after.facts);
  }
}

function attemptsOf(transaction: Transaction, userId: string, exerciseId: string): PromiseLike<OldAttempt[]> {
  return transaction
    .table<OldAttempt, string>('exerciseAttempts')
    .where('[userId+exerciseId+createdAt]')
    .between([userId, exerciseId, -Infinity], [userId, exerciseId, Infinity])
    .toArray();
}

function upgradeDump(dump: AnyDump): AnyDump {
  const exercises = (dump.exercises ?? []) as readonly OldExercise[];
  const snapshots = (dump.progressSnapshots ?? []) as readonly OldSnapshot[];
  const attempts = [...((dump.exerciseAttempts ?? []) as unknown as readonly OldAttempt[])];
  attempts.sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1));
  const attemptsBy = new Map<string, OldAttempt[]>();
  for (const attempt of attempts) {
    const key = JSON.stringify([attempt.userId, attempt.exerciseId]);
    attemptsBy.set(key, [...(attemptsBy.get(key) ?? []), attempt]);
  }
  const lessonOf = new Map(exercises.map((exercise) => [exercise.id, exercise.lessonId]));
  const lessons = new Set((dump.lessons ?? []).map((lesson) => lesson.id));
  const after = snapshots.map((snapshot) =>
    snapshotToV2(snapshot, {
      hasLesson: (id) => lessons.has(id),
      lessonOf: (id) => lessonOf.get(id) ?? null,
      attemptsAt: (id) => attemptsBy.get(JSON.stringify([snapshot.userId, id])) ?? [],
    }),
  );
  return {
    ...dump,
    exercises: exercises.map(exerciseToV2),
    progressSnapshots: after.map(({ snapshot }) => snapshot),
    learningFacts: after.flatMap(({ facts }) => facts),
    drafts: [],
    settings: [],
    tombstones: [],
  };
}

function downgradeDump(dump: AnyDump): AnyDump {
  return {
    ...without(dump, Object.keys(v2.stores)),
    exercises: (dump.exercises ?? []).map((exercise) => without(exercise, ['isRequired', 'mistakes'])),
    progressSnapshots: (dump.progressSnapshots ?? []).map((snapshot) => without(snapshot, ['rectifiedExerciseIds'])),
  };
}

const without = <V>(object: Readonly<Record<string, V>>, names: readonly string[]): Record<string, V> =>
  Object.fromEntries(Object.entries(object).filter(([name]) => !names.includes(name)));

const exerciseToV2 = (exercise: OldExercise): AnyRow => ({
  ...exercise,
  isRequired: true,
  ...(['FREE_FORM', 'CODE_COMPLETION'].includes(exercise.type) ? { mistakes: [] } : {}),
});

function snapshotToV2(old: OldSnapshot, around: Around): { snapshot: AnyRow; facts: AnyRow[] } {
  const completedLessonIds = old.completedLessonIds.filter(around.hasLesson);
  const at = old.lastActivityAt ?? old.updatedAt;
  const facts = [
    ...completedLessonIds.map((lessonId) => lessonCompleted(old, lessonId, at)),
    ...old.completedExerciseIds.flatMap((id) => selfAssessed(old, id, around)),
  ];
  const snapshot = {
    ...old,
    completedLessonIds,
    rectifiedExerciseIds: old.completedExerciseIds.filter((id) => wasRectified(around.attemptsAt(id))),
    lastActivityAt: facts.length > 0 ? at : old.lastActivityAt,
  };
  return { snapshot, facts };
}

const lessonCompleted = ({ userId, courseId }: OldSnapshot, lessonId: string, at: number): AnyRow => ({
  id: `${userId}/${lessonId}/LESSON_COMPLETED`,
  kind: 'LESSON_COMPLETED',
  userId,
  courseId,
  lessonId,
  exerciseId: null,
  at,
});

/** Done without an attempt that passed: then the learner had judged their last ungraded answer right. */
function selfAssessed({ userId, courseId }: OldSnapshot, exerciseId: string, around: Around): AnyRow[] {
  const attempts = around.attemptsAt(exerciseId);
  const judged = attempts.findLast((attempt) => attempt.verdict === 'UNGRADED');
  const lessonId = around.lessonOf(exerciseId);
  if (judged === undefined || lessonId === null || attempts.some((attempt) => attempt.verdict === 'PASSED')) return [];
  const about = { userId, courseId, lessonId, exerciseId, attemptId: judged.id };
  return [
    { id: `${userId}/${judged.id}/SELF_ASSESSED`, kind: 'SELF_ASSESSED', ...about, isRight: true, criteriaMet: [], at: judged.createdAt },
  ];
}

/** The first right answer came after a wrong one. */
function wasRectified(attempts: readonly OldAttempt[]): boolean {
  const passed = attempts.findIndex((attempt) => attempt.verdict === 'PASSED');
  const right = passed === -1 ? attempts.findLastIndex((attempt) => attempt.verdict === 'UNGRADED') : passed;
  return attempts.slice(0, Math.max(right, 0)).some((attempt) => attempt.verdict !== 'UNGRADED');
}
