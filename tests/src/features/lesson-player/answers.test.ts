import { describe, expect, it } from 'vitest';
import { answerText } from '../../../../src/features/lesson-player/answer-text.ts';
import { answerToStartWith, chosenOption, isSameAnswer, wholeAnswer } from '../../../../src/features/lesson-player/answers.ts';
import { choice, code, text, trueFalse } from './exercises.ts';

describe('the answer to begin with', () => {
  it('is the starter where nothing was kept', () => {
    expect(answerToStartWith(code, null)).toEqual({ type: 'CODE_COMPLETION', files: code.starter.files });
    expect(answerToStartWith(choice, null)).toEqual({ type: 'MULTIPLE_CHOICE', optionId: null });
  });

  it('is what was kept, with the files the author added since', () => {
    const kept = { type: 'CODE_COMPLETION', files: { 'a.py': 'x = 7\n' } } as const;
    expect(answerToStartWith(code, kept)).toEqual({ type: 'CODE_COMPLETION', files: { 'a.py': 'x = 7\n', 'b.py': 'y = 1\n' } });
  });

  it('is the starter where the exercise has become another kind', () => {
    expect(answerToStartWith(text, { type: 'TRUE_FALSE', value: true })).toEqual({ type: 'FREE_FORM', text: '' });
  });
});

describe('a whole answer', () => {
  it('needs a choice, or at least a letter', () => {
    expect(wholeAnswer(choice, { type: 'MULTIPLE_CHOICE', optionId: null })).toBeNull();
    expect(wholeAnswer(trueFalse, { type: 'TRUE_FALSE', value: null })).toBeNull();
    expect(wholeAnswer(text, { type: 'FREE_FORM', text: ' \n' })).toBeNull();
    expect(wholeAnswer(trueFalse, { type: 'TRUE_FALSE', value: false })).toEqual({ type: 'TRUE_FALSE', value: false });
  });
});

describe('two answers', () => {
  it('are the same by what they say', () => {
    const files = { 'a.py': '1', 'b.py': '2' };
    expect(isSameAnswer({ type: 'CODE_COMPLETION', files }, { type: 'CODE_COMPLETION', files: { 'b.py': '2', 'a.py': '1' } })).toBe(true);
    expect(isSameAnswer({ type: 'CODE_COMPLETION', files }, { type: 'CODE_COMPLETION', files: { 'a.py': '1' } })).toBe(false);
    expect(isSameAnswer({ type: 'FREE_FORM', text: 'a' }, { type: 'FREE_FORM', text: 'a ' })).toBe(false);
    expect(isSameAnswer({ type: 'TRUE_FALSE', value: true }, { type: 'MULTIPLE_CHOICE', optionId: 'true' })).toBe(false);
  });
});

describe('an answer as text', () => {
  it('names the option that was chosen', () => {
    expect(answerText(choice, { type: 'MULTIPLE_CHOICE', optionId: 'x' })).toBe('three');
    expect(answerText(trueFalse, { type: 'TRUE_FALSE', value: false })).toBe('False');
    expect(chosenOption({ type: 'TRUE_FALSE', value: null })).toBeNull();
  });

  it('holds every file under its name where there are several', () => {
    expect(answerText(code, { type: 'CODE_COMPLETION', files: { 'a.py': 'x = 1' } })).toBe('x = 1');
    expect(answerText(code, { type: 'CODE_COMPLETION', files: { 'a.py': 'x', 'b.py': 'y' } })).toBe('a.py\nx\n\nb.py\ny');
  });
});
