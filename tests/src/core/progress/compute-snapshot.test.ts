import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { LearningFact } from '../../../../db/models/learning-fact.ts';
import { computeSnapshot } from '../../../../src/core/progress/compute-snapshot.ts';
import type { Outline } from '../../../../src/core/progress/outline.ts';
import { anyStep, historyOf, OUTLINE } from './histories.ts';

vi.setConfig({ testTimeout: 30_000 });

const snapshot = (steps: Parameters<typeof historyOf>[0], outline: Outline = OUTLINE) =>
  computeSnapshot({ userId: 'ada', outline, ...historyOf(steps), currentLessonId: null });

describe('R8: the completion percentage', () => {
  it('is the mean over the lessons of the part that is done', () => {
    expect(snapshot([{ exercise: 'a1', verdict: 'PASSED' }]).completionPercentage).toBeCloseTo(100 * (0.5 / 4), 10);
    expect(snapshot([{ exercise: 'b1', verdict: 'PASSED' }]).completionPercentage).toBeCloseTo(100 * (1 / 3 / 4), 10);
    expect(snapshot([{ advance: 'c' }, { exercise: 'a1', verdict: 'PASSED' }]).completionPercentage).toBeCloseTo(100 * (1.5 / 4), 10);
  });

  it('is 0 for a course without lessons, and for a learner who did nothing', () => {
    expect(snapshot([], { courseId: 'course', lessons: [] }).completionPercentage).toBe(0);
    expect(snapshot([]).completionPercentage).toBe(0);
  });

  it('is exactly 100 when every lesson is done, and less while one is not', () => {
    const all = ['a', 'b', 'c', 'd'].map((advance) => ({ advance }));
    expect(snapshot(all).completionPercentage).toBe(100);
    for (const left of all) expect(snapshot(all.filter((step) => step !== left)).completionPercentage).toBeLessThan(100);
  });

  it('counts required exercises only; a lesson without any is done by going past it', () => {
    const optional = snapshot([{ exercise: 'b4', verdict: 'PASSED' }]);
    expect(optional).toMatchObject({ completionPercentage: 0, completedExerciseIds: ['b4'] });
    expect(snapshot([{ exercise: 'c1', verdict: 'PASSED' }])).toMatchObject({ completedLessonIds: [], completionPercentage: 0 });
    expect(snapshot([{ advance: 'd' }])).toMatchObject({ completedLessonIds: ['d'], completionPercentage: 25 });
  });

  it('never falls, whatever the learner does next; no exercise and no lesson is undone', () => {
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 30 }), anyStep, (steps, step) => {
        const [before, after] = [snapshot(steps), snapshot([...steps, step])];
        expect(after.completionPercentage).toBeGreaterThanOrEqual(before.completionPercentage);
        expect(after.completedExerciseIds).toEqual(expect.arrayContaining([...before.completedExerciseIds]));
        expect(after.completedLessonIds).toEqual(expect.arrayContaining([...before.completedLessonIds]));
        expect(after.rectifiedExerciseIds).toEqual(expect.arrayContaining([...before.rectifiedExerciseIds]));
      }),
    );
  });
});

describe('R9: a snapshot', () => {
  it('depends on what was done, not on the order it is read in', () => {
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 20 }), (steps) => {
        const { attempts, facts } = historyOf(steps);
        const shuffled = { attempts: attempts.toReversed(), facts: facts.toReversed() };
        const of = (history: typeof shuffled) => computeSnapshot({ userId: 'ada', outline: OUTLINE, ...history, currentLessonId: 'b' });
        expect(of(shuffled)).toEqual(of({ attempts, facts }));
      }),
    );
  });

  it('lists what is done in course order, without doubles, and leaves out what the course no longer has', () => {
    const twice = ['b2', 'a2', 'a1', 'a2', 'gone'].map((exercise) => ({ exercise, verdict: 'PASSED' as const }));
    expect(snapshot(twice)).toMatchObject({
      completedExerciseIds: ['a1', 'a2', 'b2'],
      completedLessonIds: ['a'],
      totals: { lessons: 4, exercises: 7 },
      lastActivityAt: 5,
    });
  });
});

describe('R11: an answer that is right after a wrong one', () => {
  it('counts as completed and is remembered as rectified', () => {
    const steps = [{ exercise: 'a1', verdict: 'TIMED_OUT' as const }, { exercise: 'a1', verdict: 'PASSED' as const }];
    expect(snapshot(steps)).toMatchObject({ completedExerciseIds: ['a1'], rectifiedExerciseIds: ['a1'] });
  });

  it('right at once is not rectified, and a later slip lowers nothing', () => {
    const steps = [{ exercise: 'a1', verdict: 'PASSED' as const }, { exercise: 'a1', verdict: 'FAILED' as const }];
    expect(snapshot(steps)).toMatchObject({ completedExerciseIds: ['a1'], rectifiedExerciseIds: [] });
  });

  it('counts the learner’s own judgement too', () => {
    const wrongThenRight = [{ exercise: 'b3', judged: false }, { exercise: 'b3', judged: true }];
    expect(snapshot(wrongThenRight)).toMatchObject({ completedExerciseIds: ['b3'], rectifiedExerciseIds: ['b3'] });
    expect(snapshot([{ exercise: 'b3', judged: true }])).toMatchObject({ completedExerciseIds: ['b3'], rectifiedExerciseIds: [] });
    expect(snapshot([{ exercise: 'b3', verdict: 'UNGRADED' }]).completedExerciseIds).toEqual([]);
  });
});

it('facts of other kinds complete no lesson', () => {
  const facts: LearningFact[] = historyOf([{ skip: 'a1' }, { exercise: 'b3', judged: true }]).facts;
  const { completedLessonIds } = computeSnapshot({ userId: 'ada', outline: OUTLINE, attempts: [], facts, currentLessonId: null });
  expect(completedLessonIds).toEqual([]);
});
