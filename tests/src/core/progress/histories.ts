import fc from 'fast-check';
import type { Verdict } from '../../../../db/models/enums.ts';
import type { LearningFact } from '../../../../db/models/learning-fact.ts';
import type { AttemptMark } from '../../../../src/core/progress/exercise-status.ts';
import type { Outline } from '../../../../src/core/progress/outline.ts';

/** Four lessons: two, four (one of them optional), one optional, and none. */
export const OUTLINE: Outline = {
  courseId: 'course',
  lessons: [
    { id: 'a', exercises: ['a1', 'a2'].map((id) => ({ id, isRequired: true })) },
    { id: 'b', exercises: ['b1', 'b2', 'b3', 'b4'].map((id) => ({ id, isRequired: id !== 'b4' })) },
    { id: 'c', exercises: [{ id: 'c1', isRequired: false }] },
    { id: 'd', exercises: [] },
  ],
};

/** One thing a learner does: answer, judge an answer, skip, go past a lesson. */
export type Step =
  | { readonly exercise: string; readonly verdict: Verdict }
  | { readonly exercise: string; readonly judged: boolean }
  | { readonly skip: string }
  | { readonly advance: string };

const exercise = fc.constantFrom('a1', 'a2', 'b1', 'b2', 'b3', 'b4', 'c1', 'gone');
const verdict = fc.constantFrom<Verdict>('PASSED', 'FAILED', 'ERRORED', 'TIMED_OUT', 'UNGRADED');
export const anyStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ exercise, verdict }) },
  fc.record({ exercise, judged: fc.boolean() }),
  fc.record({ skip: exercise }),
  fc.record({ advance: fc.constantFrom('a', 'b', 'c', 'd') }),
);

/** The rows that the steps leave, the first at 1 ms, the second at 2 … */
export function historyOf(steps: readonly Step[]): { attempts: AttemptMark[]; facts: LearningFact[] } {
  const attempts: AttemptMark[] = [];
  const facts: LearningFact[] = [];
  steps.forEach((step, i) => {
    const at = i + 1;
    const id = String(at).padStart(4, '0');
    const about = { id, userId: 'ada', courseId: 'course', lessonId: '?', at };
    if ('verdict' in step) attempts.push({ id, exerciseId: step.exercise, verdict: step.verdict, createdAt: at });
    else if ('judged' in step) {
      attempts.push({ id: `${id}-answer`, exerciseId: step.exercise, verdict: 'UNGRADED', createdAt: at });
      const judgement = { exerciseId: step.exercise, attemptId: `${id}-answer`, isRight: step.judged, criteriaMet: [] };
      facts.push({ ...about, kind: 'SELF_ASSESSED', ...judgement });
    } else if ('skip' in step) facts.push({ ...about, kind: 'EXERCISE_SKIPPED', exerciseId: step.skip });
    else facts.push({ ...about, kind: 'LESSON_COMPLETED', exerciseId: null, lessonId: step.advance });
  });
  return { attempts, facts };
}
