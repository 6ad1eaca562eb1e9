import { describe, expect, it } from 'vitest';
import { isLeech, isLeechNews, suggestGrade, type Try } from '../../../../src/core/review/grading-help.ts';

const given = (own: Partial<Try> = {}): Try => ({ verdict: 'PASSED', hintsUsed: 0, solutionRevealed: false, activeMs: 10_000, ...own });
const wrong = given({ verdict: 'FAILED' });

describe('the grade to preselect', () => {
  it.each<[string, readonly Try[], boolean | null, number]>([
    ['right at once is Good', [given()], null, 3],
    ['right with a hint is Hard', [given({ hintsUsed: 1 })], null, 2],
    ['right after a wrong answer is Hard', [wrong, given()], null, 2],
    ['right, and slow, is Hard', [given({ activeMs: 60_001 })], null, 2],
    ['right, and slow over all its tries, is Hard', [given({ activeMs: 40_000 }), given({ activeMs: 30_000 })], null, 2],
    ['wrong is Again', [wrong], null, 1],
    ['an error and a time-out are Again', [given({ verdict: 'ERRORED' }), given({ verdict: 'TIMED_OUT' })], null, 1],
    ['right from the solution is Again', [given({ solutionRevealed: true })], null, 1],
    ['no answer is Again', [], null, 1],
    ['judged right is Good', [given({ verdict: 'UNGRADED' })], true, 3],
    ['judged wrong is Again', [given({ verdict: 'UNGRADED' })], false, 1],
    ['not judged yet is Again', [given({ verdict: 'UNGRADED' })], null, 1],
  ])('%s', (_, tries, isRight, grade) => {
    expect(suggestGrade(tries, 20_000, isRight)).toBe(grade);
  });
});

it('a card is a leech from its eighth lapse on, and it is news then and at every fourth after', () => {
  expect([7, 8, 20].map((lapses) => isLeech({ lapses }))).toEqual([false, true, true]);
  const news = Array.from({ length: 20 }, (_, i) => i + 1).filter((lapses) => isLeechNews({ lapses: lapses - 1 }, { lapses }));
  expect(news).toEqual([8, 12, 16, 20]);
  expect(isLeechNews({ lapses: 8 }, { lapses: 8 })).toBe(false);
});
