import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ParsonsExercise, ParsonsLine } from '../../../../db/models/exercise.ts';
import { markParsons } from '../../../../src/core/grading/parsons.ts';
import { makeParsons } from '../../../factories/arrangement.ts';
import { arranged } from './any-arrangement.ts';

const exercise = (own: Partial<ParsonsExercise> = {}): ParsonsExercise => ({
  ...makeParsons({ lessonId: 'l', ...own }),
  createdAt: 0,
  updatedAt: 0,
});
/** `add@1` */
const lines = (...written: string[]): ParsonsLine[] =>
  written.map((one) => ({ blockId: one.split('@')[0] ?? '', indent: Number(one.split('@')[1] ?? 0) }));
const KEY = lines('start', 'loop', 'add@1', 'print');
const told = (answer: ParsonsLine[], own: Partial<ParsonsExercise> = {}) =>
  markParsons(exercise(own), answer).parts.map(({ id, passed }) => (passed ? id : `!${id}`));

describe('lines of a program', () => {
  it('are right in a right order, at the right depth', () => {
    expect(markParsons(exercise(), KEY)).toMatchObject({ isRight: true, score: 1 });
    expect(markParsons(exercise(), lines('start', 'loop', 'add', 'print'))).toMatchObject({ isRight: false, score: 3 / 4 });
    expect(markParsons(exercise({ answerKey: { orders: [KEY], indented: false } }), lines('start', 'loop', 'add', 'print@3')).isRight).toBe(true);
  });

  it('may stand in any of several right orders', () => {
    const orders = [KEY, lines('start', 'loop', 'print@1', 'add@1')];
    for (const order of orders) expect(markParsons(exercise({ answerKey: { orders, indented: true } }), order).isRight).toBe(true);
  });

  it('of the same code stand for each other', () => {
    const options = ['a', 'b', 'c', 'd'].map((id) => ({ id, code: id === 'b' || id === 'd' ? '}' : id }));
    const same = { options, answerKey: { orders: [lines('a', 'b', 'c', 'd')], indented: false } };
    expect(markParsons(exercise(same), lines('a', 'd', 'c', 'b')).isRight).toBe(true);
    expect(markParsons(exercise(same), lines('a', 'd', 'c', 'd', 'b')).isRight).toBe(false);
  });

  it('are told from the top to the first that is out of place, and no further', () => {
    expect(told(KEY)).toEqual(['start', 'loop', 'add', 'print']);
    expect(told(lines('start', 'add@1', 'loop', 'print'))).toEqual(['start', '!add']);
    expect(told(lines('start', 'loop', 'add', 'wrong'))).toEqual(['start', 'loop', '!add/indent']);
    expect(told(lines('start', 'loop'))).toEqual(['start', 'loop', '!*missing']);
    expect(told([...KEY, ...lines('wrong')])).toEqual(['start', 'loop', 'add', 'print', '!wrong']);
    expect(told([])).toEqual(['!*missing']);
  });

  it('with a distractor among them lose less than with a line too few', () => {
    const score = (...written: string[]) => markParsons(exercise(), lines(...written)).score;
    expect([score('start', 'loop', 'add@1', 'wrong', 'print'), score('start', 'loop', 'print'), score('wrong'), score()]).toEqual([4 / 5, 3 / 4, 0, 0]);
  });

  it('are right exactly as the key has them, whatever the key', () => {
    fc.assert(
      fc.property(arranged, fc.array(fc.nat(3), { minLength: 6, maxLength: 6 }), fc.boolean(), ([ids, order], indents, indented) => {
        const options = ids.map((id) => ({ id, code: `line(${id})` }));
        const key = ids.map((blockId, i) => ({ blockId, indent: indents[i] ?? 0 }));
        const answer = order.map((blockId, i) => ({ blockId, indent: indents[i] ?? 0 }));
        const { isRight, score, parts } = markParsons(exercise({ options, answerKey: { orders: [key], indented } }), answer);
        expect(isRight).toBe(order.join() === ids.join());
        expect([score === 1, parts.every(({ passed }) => passed)]).toEqual([isRight, isRight]);
        expect(score >= 0 && score <= 1).toBe(true);
      }),
    );
  });

  it('never lose by one more that is right at the end', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3 }), (length) => {
        const score = (n: number) => markParsons(exercise(), KEY.slice(0, n)).score;
        expect(score(length + 1)).toBeGreaterThan(score(length));
      }),
    );
  });
});
