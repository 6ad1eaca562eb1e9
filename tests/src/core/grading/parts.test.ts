import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markBlanks } from '../../../../src/core/grading/fill-blanks.ts';
import { markMatching } from '../../../../src/core/grading/matching.ts';
import { makeFillBlanks, makeMatching } from '../../../factories/arrangement.ts';
import { someIds } from './any-arrangement.ts';

const stored = { createdAt: 0, updatedAt: 0 };
const blanks = { ...makeFillBlanks({ lessonId: 'l' }), ...stored };
const matching = { ...makeMatching({ lessonId: 'l' }), ...stored };

describe('blanks', () => {
  it('give the share that is right, and tell each of them', () => {
    expect(markBlanks(blanks, { word: 'in', end: '3' })).toMatchObject({ isRight: true, score: 1 });
    const half = markBlanks(blanks, { word: 'In', end: '3' });
    expect(half).toMatchObject({ isRight: false, score: 0.5 });
    expect(half.parts.map(({ id, passed, got, expected }) => [id, passed, got, expected])).toEqual([
      ['word', false, 'In', null],
      ['end', true, '3', null],
    ]);
  });

  it('that are empty, missing or strange are not right', () => {
    for (const answer of [{}, { word: '', end: '' }, { wrod: 'in', end: '4' }]) expect(markBlanks(blanks, answer)).toMatchObject({ isRight: false, score: 0 });
    expect(markBlanks(blanks, { word: 'in', end: '3', more: 'x' }).isRight).toBe(true);
  });

  it('are right exactly when each is', () => {
    fc.assert(
      fc.property(fc.constantFrom('in', 'of', ''), fc.constantFrom('2', '3', '4'), (word, end) => {
        const { isRight, score } = markBlanks(blanks, { word, end });
        const right = [word === 'in', end === '3'].filter(Boolean).length;
        expect([isRight, score]).toEqual([right === 2, right / 2]);
      }),
    );
  });

  it('named like what every object has are blanks all the same', () => {
    const own = { id: 'constructor', accepted: ['x'], patterns: [], caseSensitive: false, choices: null };
    const odd = { ...blanks, answerKey: { blanks: [own] } };
    expect([markBlanks(odd, {}).isRight, markBlanks(odd, { constructor: 'x' }).isRight]).toEqual([false, true]);
  });
});

describe('pairs', () => {
  it('give the share that is right; an item on the right may serve twice', () => {
    expect(markMatching(matching, { a: '2', b: '2', c: '3' })).toMatchObject({ isRight: true, score: 1 });
    expect(markMatching(matching, { a: '2', b: '3', c: '2' })).toMatchObject({ isRight: false, score: 1 / 3 });
    expect(markMatching(matching, {}).parts.map(({ passed }) => passed)).toEqual([false, false, false]);
  });

  it('are right exactly as the key has them', () => {
    fc.assert(
      fc.property(someIds, fc.array(fc.constantFrom('x', 'y'), { minLength: 6 }), fc.array(fc.constantFrom('x', 'y'), { minLength: 6 }), (ids, key, given) => {
        const pairsOf = (values: string[]) => Object.fromEntries(ids.map((id, i) => [id, values[i] ?? 'x']));
        const item = (id: string) => ({ id, text: id });
        const exercise = { ...matching, options: { left: ids.map(item), right: ['x', 'y'].map(item) }, answerKey: { pairs: pairsOf(key) } };
        const right = ids.filter((_, i) => key[i] === given[i]).length;
        expect(markMatching(exercise, pairsOf(given))).toMatchObject({ isRight: right === ids.length, score: right / ids.length });
      }),
    );
  });
});
