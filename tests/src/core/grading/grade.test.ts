import { describe, expect, it } from 'vitest';
import { grade } from '../../../../src/core/grading/grade.ts';
import { makeRubric } from '../../../factories/exercise.ts';
import { code, freeForm, multipleChoice, ran, trueFalse } from './exercises.ts';

describe('a choice', () => {
  it('passes with the key, and tells the reason of the chosen option', () => {
    const right = grade(multipleChoice(), { type: 'MULTIPLE_CHOICE', optionId: 'b' }, null);
    expect(right).toEqual({ verdict: 'PASSED', score: 1, testResults: [], say: 'Right: it multiplies.', error: null });
    const wrong = grade(multipleChoice(), { type: 'MULTIPLE_CHOICE', optionId: 'a' }, null);
    expect(wrong).toMatchObject({ verdict: 'FAILED', score: 0, say: 'That adds.' });
  });

  it('of an option that is not there is wrong', () => {
    expect(grade(multipleChoice(), { type: 'MULTIPLE_CHOICE', optionId: 'z' }, null)).toMatchObject({ verdict: 'FAILED', say: null });
  });

  it('between true and false tells its reason too', () => {
    expect(grade(trueFalse(), { type: 'TRUE_FALSE', value: true }, null)).toMatchObject({ verdict: 'PASSED', say: 'Names may change.' });
    expect(grade(trueFalse(), { type: 'TRUE_FALSE', value: false }, null)).toMatchObject({ verdict: 'FAILED', say: 'Look again.' });
  });
});

describe('a free answer', () => {
  it('passes by the rules; a known mistake gets its own words', () => {
    const exercise = freeForm({ accepted: ['a variable'] }, { mistakes: [{ answer: 'a constant', say: 'A constant stays.' }] });
    expect(grade(exercise, { type: 'FREE_FORM', text: ' A  Variable ' }, null)).toMatchObject({ verdict: 'PASSED', say: null });
    expect(grade(exercise, { type: 'FREE_FORM', text: 'A constant' }, null)).toMatchObject({ verdict: 'FAILED', say: 'A constant stays.' });
    expect(grade(exercise, { type: 'FREE_FORM', text: '' }, null)).toMatchObject({ verdict: 'FAILED', say: null });
  });

  it('against a rubric waits for the learner', () => {
    const rubric = { ...makeRubric({ lessonId: 'lesson' }), createdAt: 0, updatedAt: 0 };
    expect(grade(rubric, { type: 'FREE_FORM', text: 'anything' }, null)).toMatchObject({ verdict: 'UNGRADED', score: 0 });
  });
});

describe('an answer of another type', () => {
  it('is a bug, and so is code that was never run', () => {
    expect(() => grade(multipleChoice(), { type: 'FREE_FORM', text: 'b' }, null)).toThrow(TypeError);
    expect(() => grade(code(), { type: 'CODE_COMPLETION', files: {} }, null)).toThrow(TypeError);
  });
});

describe('a known mistake in code', () => {
  const exercise = code({ mistakes: [{ answer: 'def double(n):\n    return n + 2', say: 'That adds two.' }] });
  const answer = (text: string) => ({ type: 'CODE_COMPLETION', files: { 'main.py': text } }) as const;

  it('is known by the program, whatever its comments, blank lines and spaces', () => {
    const typed = answer('# mine\n\ndef double( n ):\n  return n+2  # two more\n');
    expect(grade(exercise, typed, ran(exercise, '5', '2'))).toMatchObject({ verdict: 'FAILED', say: 'That adds two.' });
  });

  it('says nothing about another program, nor about one that passed', () => {
    expect(grade(exercise, answer('def double(n):\n    return n + 3'), ran(exercise, '6', '3')).say).toBeNull();
    expect(grade(exercise, answer('def double(n):\n    return n + 2'), ran(exercise, '6', '0')).say).toBeNull();
  });
});
