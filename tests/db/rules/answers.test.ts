import { describe, expect, it } from 'vitest';
import { ExerciseType } from '../../../db/models/enums.ts';
import { answerShape, draftAnswerShape } from '../../../db/rules/answers.ts';
import { emptyAnswer } from '../../../src/services/save-draft.ts';
import { rightAnswer, wrongAnswer } from '../../factories/attempt.ts';
import { makeExercise } from '../../factories/exercise.ts';

const exerciseOf = (type: ExerciseType) => ({ ...makeExercise(type, { lessonId: 'l' }), createdAt: 0, updatedAt: 0 });

describe.each(Object.values(ExerciseType))('R1: an answer of the type %s', (type) => {
  it('is let through, right or wrong, and as a draft, begun or not', () => {
    const exercise = exerciseOf(type);
    expect(answerShape(rightAnswer(exercise), '')).toBeNull();
    expect(answerShape(wrongAnswer(exercise), '')).toBeNull();
    expect(draftAnswerShape(rightAnswer(exercise), '')).toBeNull();
    expect(draftAnswerShape(emptyAnswer(exercise), '')).toBeNull();
  });

  it('is refused with the fields of another, or with more', () => {
    expect(answerShape({ type }, '')).not.toBeNull();
    expect(answerShape({ ...rightAnswer(exerciseOf(type)), more: 1 }, '')?.path).toBe('more');
    expect(draftAnswerShape({ ...emptyAnswer(exerciseOf(type)), more: 1 }, '')?.path).toBe('more');
  });
});

it('R1: a choice may be open in a draft, and not in an answer', () => {
  expect(answerShape({ type: 'TRUE_FALSE', value: null }, '')?.path).toBe('value');
  expect(answerShape({ type: 'PARSONS', lines: [{ blockId: 'a', indent: 0.5 }] }, '')?.path).toBe('lines[0].indent');
  expect(answerShape({ type: 'FIX_BUG', files: {} }, '')).not.toBeNull();
});
