import { describe, expect, it } from 'vitest';
import type { DraftAnswer } from '../../../../db/models/draft.ts';
import { answerText } from '../../../../src/features/lesson-player/answer-text.ts';
import { answerToStartWith, isSameAnswer, openParts, wholeAnswer } from '../../../../src/features/lesson-player/answers.ts';
import { blanks, matching, ordering, parsons, select } from './arranging-exercises.ts';

describe('an answer kept while its author changed the exercise', () => {
  it('loses what is no longer there, and no more', () => {
    expect(answerToStartWith(select, { type: 'MULTI_SELECT', optionIds: ['gone', 'c'] })).toEqual({ type: 'MULTI_SELECT', optionIds: ['c'] });
    const lines = [{ blockId: 'gone', indent: 0 }, { blockId: 'if', indent: 2 }];
    expect(answerToStartWith(parsons, { type: 'PARSONS', lines })).toEqual({ type: 'PARSONS', lines: [{ blockId: 'if', indent: 2 }] });
    expect(answerToStartWith(matching, { type: 'MATCHING', pairs: { l: 'gone', gone: 'r', m: 'r' } })).toEqual({ type: 'MATCHING', pairs: { m: 'r' } });
  });

  it('gains at its end what is new to be ordered', () => {
    expect(answerToStartWith(ordering, { type: 'ORDERING', itemIds: ['3', 'gone', '1'] })).toEqual({ type: 'ORDERING', itemIds: ['3', '1', '2'] });
    expect(answerToStartWith(ordering, { type: 'ORDERING', itemIds: [] })).toEqual({ type: 'ORDERING', itemIds: [] });
  });
});

describe('an answer in parts', () => {
  it('is whole once every part is there', () => {
    const half: DraftAnswer = { type: 'FILL_BLANKS', blanks: { x: 'a', y: ' ' } };
    expect(openParts(blanks, half)).toBe(1);
    expect(wholeAnswer(blanks, half)).toBeNull();
    expect(wholeAnswer(blanks, { type: 'FILL_BLANKS', blanks: { x: 'a', y: 'b' } })).not.toBeNull();
    expect(openParts(matching, { type: 'MATCHING', pairs: {} })).toBe(2);
    expect(wholeAnswer(select, { type: 'MULTI_SELECT', optionIds: [] })).toBeNull();
    expect(wholeAnswer(parsons, { type: 'PARSONS', lines: [] })).toBeNull();
    expect(wholeAnswer(ordering, { type: 'ORDERING', itemIds: [] })).toBeNull();
  });

  it('is the same by what it says, not by when it was said', () => {
    expect(isSameAnswer({ type: 'MULTI_SELECT', optionIds: ['a', 'b'] }, { type: 'MULTI_SELECT', optionIds: ['b', 'a'] })).toBe(true);
    expect(isSameAnswer({ type: 'ORDERING', itemIds: ['a', 'b'] }, { type: 'ORDERING', itemIds: ['b', 'a'] })).toBe(false);
    expect(isSameAnswer({ type: 'FILL_BLANKS', blanks: { x: '', y: '1' } }, { type: 'FILL_BLANKS', blanks: { y: '1' } })).toBe(true);
    const line = (indent: number): DraftAnswer => ({ type: 'PARSONS', lines: [{ blockId: 'if', indent }] });
    expect(isSameAnswer(line(0), line(1))).toBe(false);
  });

  it('can be read as text', () => {
    const lines = [{ blockId: 'if', indent: 0 }, { blockId: 'print', indent: 1 }];
    expect(answerText(parsons, { type: 'PARSONS', lines })).toBe('if x:\n    print(\n        x)');
    expect(answerText(blanks, { type: 'FILL_BLANKS', blanks: { x: 'and' } })).toBe('one and two ____');
    expect(answerText(matching, { type: 'MATCHING', pairs: { l: 's' } })).toBe('left l → right s\nleft m → ');
    expect(answerText(ordering, { type: 'ORDERING', itemIds: ['2', '1', '3'] })).toBe('1. item 2\n2. item 1\n3. item 3');
    expect(answerText(select, { type: 'MULTI_SELECT', optionIds: ['c', 'a'] })).toBe('option a\noption c');
  });
});
