import { describe, expect, it } from 'vitest';
import { ExerciseType } from '../../../../db/models/enums.ts';
import type { Exercise } from '../../../../db/models/exercise.ts';
import { grade } from '../../../../src/core/grading/grade.ts';
import type { CheckResult } from '../../../../src/core/run-result.ts';
import { rightAnswer, wrongAnswer } from '../../../factories/attempt.ts';
import { makeExercise } from '../../../factories/exercise.ts';
import { run } from './exercises.ts';

const types = Object.values(ExerciseType);
const exerciseOf = (type: ExerciseType): Exercise => ({ ...makeExercise(type, { lessonId: 'l' }), createdAt: 0, updatedAt: 0 });

/** What comes back of the factory's code: `double(3)` and `double(0)`. */
const checked = (three: string): CheckResult => ({
  outcome: 'finished',
  runs: [run('t1', { value: { kind: 'integer', digits: three } }), run('t2', { value: { kind: 'integer', digits: '0' } })],
  error: null,
  tampering: null,
  activeMs: 1,
});
const evidence = (exercise: Exercise, three: string) => ('constructs' in exercise ? { checked: checked(three), broken: [] } : null);

describe.each(types)('an exercise of the type %s', (type) => {
  it('passes with its key, at full score', () => {
    const exercise = exerciseOf(type);
    expect(grade(exercise, rightAnswer(exercise), evidence(exercise, '6'))).toMatchObject({ verdict: 'PASSED', score: 1, error: null });
  });

  it('fails with a wrong answer, below full score, and gives nothing away', () => {
    const exercise = exerciseOf(type);
    const graded = grade(exercise, wrongAnswer(exercise), evidence(exercise, '9'));
    expect(graded.verdict).toBe('FAILED');
    expect(graded.score).toBeLessThan(1);
    const isOutside = 'constructs' in exercise;
    expect(graded.testResults.every(({ expected }) => isOutside || expected === null)).toBe(true);
    expect(graded.testResults.every(({ name }) => name !== '')).toBe(true);
  });

  it('takes no answer of another type', () => {
    const exercise = exerciseOf(type);
    const others = types.filter((other) => other !== type && !('constructs' in exercise && 'constructs' in exerciseOf(other)));
    for (const other of others) {
      expect(() => grade(exercise, rightAnswer(exerciseOf(other)), evidence(exercise, '6'))).toThrow(TypeError);
    }
  });
});
