import { expect, it } from 'vitest';
import type { Exercise } from '../../../../db/models/exercise.ts';
import { isKnownAlready, skipAheadQuestions } from '../../../../src/core/progress/skip-ahead.ts';

type Asked = Pick<Exercise, 'id' | 'type' | 'isRequired'> & { readonly kind?: 'rubric' };
const lesson = (...asked: readonly (string | Asked)[]): Exercise[] =>
  asked.map((one) => {
    const { kind, ...own } = typeof one === 'string' ? { id: one, type: 'TRUE_FALSE', isRequired: true, kind: 'rules' } : one;
    return { ...own, answerKey: { kind } } as unknown as Exercise;
  });
const idsOf = (exercises: readonly Exercise[]): string[] => skipAheadQuestions(exercises).map(({ id }) => id);

it('the last three exercises of a lesson tell whether it is known', () => {
  expect(idsOf(lesson('a', 'b', 'c', 'd', 'e'))).toEqual(['c', 'd', 'e']);
});

it('a lesson of four exercises is not worth skipping', () => {
  expect(idsOf(lesson('a', 'b', 'c', 'd'))).toEqual([]);
});

it('what does not count, or is judged by the learner, is not asked', () => {
  const extra: Asked = { id: 'extra', type: 'TRUE_FALSE', isRequired: false };
  const judged: Asked = { id: 'judged', type: 'FREE_FORM', isRequired: true, kind: 'rubric' };
  expect(idsOf(lesson('a', 'b', 'c', 'd', judged, extra))).toEqual(['b', 'c', 'd']);
});

it.each([
  ['right at the first try', true, [{ verdict: 'PASSED', hintsUsed: 0, solutionRevealed: false }]],
  ['right at the second', false, [{ verdict: 'FAILED', hintsUsed: 0, solutionRevealed: false }, { verdict: 'PASSED', hintsUsed: 0, solutionRevealed: false }]],
  ['right with a hint', false, [{ verdict: 'PASSED', hintsUsed: 1, solutionRevealed: false }]],
  ['right once it was shown', false, [{ verdict: 'PASSED', hintsUsed: 0, solutionRevealed: true }]],
  ['never tried', false, []],
] as const)('%s is known already: %s', (_, isKnown, attempts) => {
  expect(isKnownAlready(attempts)).toBe(isKnown);
});
