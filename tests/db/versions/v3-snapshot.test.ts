import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Dump } from '../../../db/tables.ts';
import { v3 } from '../../../db/versions/v3.ts';
import { downgradeDump } from '../../../db/versions/v3-downgrade.ts';
import type { AnyDump, AnyRow } from '../../../db/versions/version.ts';
import { computeSnapshot } from '../../../src/core/progress/compute-snapshot.ts';
import { outlineOf } from '../../../src/core/progress/outline.ts';
import { oldAttempt, oldCourse, oldLesson, oldUser } from './old-dumps.ts';
import { choice2, draft2 } from './v2-rows.ts';

/** Which exercises are of a type that version 2 lacks, which are required, and what a learner did. */
const history = fc.record({
  isNew: fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
  isRequired: fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
  tries: fc.array(fc.tuple(fc.nat(5), fc.constantFrom('PASSED', 'FAILED', 'UNGRADED'), fc.nat(9)), { maxLength: 10 }),
  skips: fc.subarray([0, 1, 2, 3, 4, 5]),
  gone: fc.subarray([0, 1, 2]),
  judged: fc.boolean(),
});
type History = typeof history extends fc.Arbitrary<infer H> ? H : never;

const LESSONS = ['l0', 'l1', 'l2'];
const T0 = 1_700_000_000_000;

/** A course of three lessons with two exercises each, as version 3 holds it, with the snapshot that it computes. */
function dumpOf({ isNew, isRequired, tries, skips, gone, judged }: History): AnyDump {
  const exercises = isNew.map((fresh, i): AnyRow => {
    const row = { ...choice2(`e${i}`, `l${Math.floor(i / 2)}`, i), isRequired: isRequired[i] };
    return fresh ? { ...row, type: 'MULTI_SELECT', answerKey: { optionIds: ['a'] } } : row;
  });
  const about = (i: number) => ({ userId: 'u', courseId: 'c', lessonId: `l${Math.floor(i / 2)}`, exerciseId: `e${i}` });
  const attempts = tries.map(([i, verdict, at], n) => oldAttempt(`a${n}`, 'u', `e${i}`, verdict, at));
  const facts: AnyRow[] = [
    ...skips.map((i) => ({ ...about(i), id: `s${i}`, kind: 'EXERCISE_SKIPPED', at: T0 + 3 })),
    ...gone.map((i) => ({ ...about(2 * i), id: `u/l${i}/LESSON_COMPLETED`, kind: 'LESSON_COMPLETED', exerciseId: null, at: T0 + 5 })),
    ...attempts.flatMap((attempt, n): AnyRow[] =>
      attempt.verdict === 'UNGRADED'
        ? [{ ...about(tries[n]?.[0] ?? 0), id: `j${n}`, kind: 'SELF_ASSESSED', attemptId: attempt.id, isRight: judged, criteriaMet: [], at: T0 + 20 }]
        : [],
    ),
  ];
  const dump = {
    users: [oldUser('u')],
    courses: [oldCourse('c')],
    lessons: LESSONS.map((id, i) => oldLesson(id, 'c', i)),
    exercises,
    exerciseAttempts: attempts,
    learningFacts: facts,
    drafts: exercises.map(({ id }) => draft2('u', String(id))),
    chatMessages: exercises.map(({ id }) => ({ id: `m${String(id)}`, exerciseId: id })),
  };
  return { ...dump, progressSnapshots: [{ ...computed(dump), createdAt: T0, updatedAt: T0 }] };
}

/** R9: what recomputing a snapshot from these rows gives. */
function computed(dump: AnyDump) {
  const { lessons = [], exercises = [], exerciseAttempts = [], learningFacts = [] } = dump as unknown as Dump;
  const outline = outlineOf('c', lessons, exercises);
  return computeSnapshot({ userId: 'u', outline, attempts: inOutline(exerciseAttempts, exercises), facts: learningFacts, currentLessonId: 'l1' });
}
const inOutline = <A extends { exerciseId: string }>(attempts: readonly A[], exercises: readonly { id: string }[]) =>
  attempts.filter(({ exerciseId }) => exercises.some(({ id }) => id === exerciseId));

describe('R15: what a learner did, brought back to version 2', () => {
  it('R9: has snapshots that equal what recomputing them gives', () => {
    fc.assert(
      fc.property(history, (one) => {
        const down = downgradeDump(dumpOf(one));
        expect(down.progressSnapshots?.[0]).toMatchObject(computed(down));
      }),
    );
  });

  it('refers to nothing that is gone', () => {
    fc.assert(
      fc.property(history, (one) => {
        const down = downgradeDump(dumpOf(one));
        const ids = (table: string) => new Set((down[table] ?? []).map(({ id }) => id));
        const exercises = ids('exercises');
        for (const table of ['exerciseAttempts', 'learningFacts', 'drafts', 'chatMessages'])
          for (const { exerciseId } of down[table] ?? []) expect(exerciseId === null || exercises.has(exerciseId)).toBe(true);
        const attempts = ids('exerciseAttempts');
        for (const { attemptId } of down.learningFacts ?? []) expect(attemptId === undefined || attempts.has(attemptId)).toBe(true);
        expect(down.chatMessages).toHaveLength(6);
        expect(new Set((down.learningFacts ?? []).map(({ id }) => id)).size).toBe(down.learningFacts?.length);
      }),
    );
  });

  it('keeps every lesson finished', () => {
    fc.assert(
      fc.property(history, (one) => {
        const dump = dumpOf(one);
        const [before] = (dump as unknown as Dump).progressSnapshots ?? [];
        const [after] = (downgradeDump(dump) as unknown as Dump).progressSnapshots ?? [];
        expect(after?.completedLessonIds).toEqual(expect.arrayContaining([...(before?.completedLessonIds ?? [])]));
      }),
    );
  });

  it('goes up again, down again and is the same', () => {
    fc.assert(
      fc.property(history, (one) => {
        const down = downgradeDump(dumpOf(one));
        expect(downgradeDump(v3.upgradeDump(down))).toEqual(down);
      }),
    );
  });
});
