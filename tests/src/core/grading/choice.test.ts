import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markMultiSelect } from '../../../../src/core/grading/choice.ts';
import { makeMultiSelect } from '../../../factories/exercise.ts';

const options = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id, text: id.toUpperCase(), why: `About ${id}.` }));
const exercise = (optionIds: readonly string[]) => ({
  ...makeMultiSelect({ lessonId: 'l', options, answerKey: { optionIds } }),
  createdAt: 0,
  updatedAt: 0,
});
const all = options.map(({ id }) => id);
const key = fc.subarray(all, { minLength: 1 });

describe('several of several', () => {
  it('give right ones chosen less wrong ones, over the right ones', () => {
    const score = (...chosen: string[]) => markMultiSelect(exercise(['a', 'b', 'c']), chosen).score;
    expect([score('a', 'b', 'c'), score('a', 'b'), score('a', 'd'), score('d'), score(), score(...all)]).toEqual([1, 2 / 3, 0, 0, 0, 1 / 3]);
  });

  it('tell the reasons of the wrong ones, of all once they are right, and nothing of those left out', () => {
    expect(markMultiSelect(exercise(['a', 'b']), ['a', 'd', 'e'])).toMatchObject({
      say: 'About d.\n\nAbout e.',
      parts: [{ id: 'a', passed: true }, { id: 'd', passed: false }, { id: 'e', passed: false }],
    });
    expect(markMultiSelect(exercise(['a', 'b']), ['a']).say).toBe('');
    expect(markMultiSelect(exercise(['a', 'b']), ['b', 'a']).say).toBe('About a.\n\nAbout b.');
  });

  it('are right exactly when the key is chosen, in whatever order, once or twice', () => {
    fc.assert(
      fc.property(key, fc.array(fc.constantFrom(...all, 'unknown')), (right, chosen) => {
        const { isRight, score } = markMultiSelect(exercise(right), chosen);
        const isSame = new Set(chosen).size === right.length && right.every((id) => chosen.includes(id));
        expect(isRight).toBe(isSame);
        expect(score === 1).toBe(isSame);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(markMultiSelect(exercise(right), [...chosen, ...chosen].reverse())).toEqual(markMultiSelect(exercise(right), chosen));
      }),
    );
  });

  it('give no less for one more right one, and no more for one more wrong one', () => {
    fc.assert(
      fc.property(key, fc.subarray(all), fc.constantFrom(...all), (right, chosen, one) => {
        const before = markMultiSelect(exercise(right), chosen).score;
        const after = markMultiSelect(exercise(right), [...chosen, one]).score;
        expect(right.includes(one) ? after >= before : after <= before).toBe(true);
      }),
    );
  });
});
