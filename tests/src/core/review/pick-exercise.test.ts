import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pickExercise, siblingKey, type Askable } from '../../../../src/core/review/pick-exercise.ts';

const RIGHT: Askable['answerKey'] = { value: true };
const RUBRIC: Askable['answerKey'] = { kind: 'rubric', criteria: [], sample: '' };
const exercise = (id: string, order: number, own: Partial<Askable> = {}): Askable => ({ id, order, objectives: ['o'], variantOf: null, answerKey: RIGHT, ...own });
const variant = (id: string, of: string, order: number, own: Partial<Askable> = {}): Askable => exercise(id, order, { variantOf: of, ...own });

const OBJECTIVE = { objectiveId: 'o', exerciseId: null };
const A = exercise('a', 1);
const B = exercise('b', 2);

describe('a card of an objective asks', () => {
  it.each<[string, Askable[], [string, number][], string | null]>([
    ['a variant sooner than an exercise of the lesson', [A, variant('a2', 'a', 3)], [['a', 5]], 'a2'],
    ['another exercise than last time where the only variant was that', [A, variant('a2', 'a', 3)], [['a', 5], ['a2', 6]], 'a'],
    ['the variant that rested longest', [A, variant('a2', 'a', 3), variant('a3', 'a', 4), variant('a4', 'a', 5)], [['a2', 5], ['a3', 4], ['a4', 6], ['a', 1]], 'a3'],
    ['the exercise itself without a variant', [A], [['a', 5]], 'a'],
    ['the exercises by turns', [A, B], [['a', 5], ['b', 4]], 'b'],
    ['the first of those never asked', [B, A], [], 'a'],
    ['nothing that asks for something else', [exercise('x', 1, { objectives: ['p'] }), B], [], 'b'],
    ['a variant without objectives of its own for its exercise’s', [A, variant('a2', 'a', 3, { objectives: [] })], [['a', 1]], 'a2'],
    ['what the app can grade, however often', [A, exercise('r', 2, { answerKey: RUBRIC })], [['a', 9]], 'a'],
    ['what the learner judges where there is nothing else', [exercise('r', 2, { answerKey: RUBRIC })], [], 'r'],
    ['nothing where nothing is left', [exercise('x', 1, { objectives: [] })], [], null],
  ])('%s', (_, exercises, asked, id) => {
    expect(pickExercise(OBJECTIVE, exercises, new Map(asked))?.id ?? null).toBe(id);
  });
});

it('a card of an exercise asks its variants first, and never another exercise', () => {
  const card = { objectiveId: null, exerciseId: 'a' };
  const all = [A, B, variant('b2', 'b', 3), variant('a2', 'a', 4)];
  expect(pickExercise(card, all, new Map([['a', 1]]))?.id).toBe('a2');
  expect(pickExercise(card, all, new Map([['a', 1], ['a2', 2]]))?.id).toBe('a');
  expect(pickExercise({ objectiveId: null, exerciseId: 'gone' }, all, new Map())).toBeNull();
});

it('an exercise and its variants are siblings', () => {
  expect([A, variant('a2', 'a', 4)].map(siblingKey)).toEqual(['a', 'a']);
});

const anyExercises = fc
  .array(fc.record({ isVariant: fc.boolean(), asks: fc.boolean(), isRubric: fc.boolean() }), { maxLength: 8 })
  .map((all) => [A, ...all.map(({ isVariant, asks, isRubric }, i) => exercise(`e${i}`, i, { variantOf: isVariant ? 'a' : null, objectives: asks ? ['o'] : ['p'], answerKey: isRubric ? RUBRIC : RIGHT }))]);

it('asked again and again, an objective never asks the same twice in a row where it has two to ask, and leaves no variant out', () => {
  fc.assert(
    fc.property(anyExercises, (exercises) => {
      const asked = new Map<string, number>();
      const picks = Array.from({ length: 30 }, (_, i) => {
        const pick = pickExercise(OBJECTIVE, exercises, asked);
        asked.set(pick?.id ?? '', i);
        return pick?.id;
      });
      const fit = exercises.filter(({ objectives, answerKey }) => objectives.includes('o') && answerKey === RIGHT);
      if (fit.length > 1) expect(picks.filter((id, i) => id === picks[i - 1])).toEqual([]);
      for (const { id, variantOf } of fit) if (variantOf !== null) expect(picks).toContain(id);
    }),
  );
});

it('the order that exercises are read in changes nothing', () => {
  fc.assert(
    fc.property(anyExercises, fc.dictionary(fc.constantFrom('a', 'e0', 'e1', 'e2'), fc.nat(3)), (exercises, asked) => {
      const times = new Map(Object.entries(asked));
      expect(pickExercise(OBJECTIVE, exercises.toReversed(), times)).toEqual(pickExercise(OBJECTIVE, exercises, times));
    }),
  );
});
