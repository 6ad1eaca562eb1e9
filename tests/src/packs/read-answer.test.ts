import { ok } from 'node:assert/strict';
import { expect, test } from 'vitest';
import type { Answer } from '../../../db/models/exercise-attempt.ts';
import type { Exercise } from '../../../db/models/exercise.ts';
import { readAnswer } from '../../../src/packs/read-answer.ts';
import { makeExercise } from '../../factories/exercise.ts';

const read = (exercise: Exercise, value: unknown): Answer | string => {
  const answer = readAnswer(exercise, value);
  return answer.ok ? answer.value : answer.error.message;
};
const of = (type: Exercise['type'], more: object): Exercise => ({ ...makeExercise(type, { lessonId: 'l' }), ...more }) as Exercise;
const OPTIONS = [
  { id: 'a', text: 'Green', why: '' },
  { id: 'b', text: '`x \\* 2`', why: '' },
  { id: 'Green', text: 'Not the one of that name', why: '' },
];
const ITEMS = [{ id: 'i', text: 'First' }, { id: 'j', text: 'Second' }];

test('an option is named by its id, else by its words, Markdown or not', () => {
  const choice = of('MULTIPLE_CHOICE', { options: OPTIONS });
  const chosen = (optionId: string) => ({ type: 'MULTIPLE_CHOICE', optionId });
  expect(read(choice, 'a')).toEqual(chosen('a'));
  expect(read(choice, 'Green')).toEqual(chosen('Green'));
  expect(read(choice, ' Not  the one of that name ')).toEqual(chosen('Green'));
  expect(read(choice, 'x * 2')).toEqual(chosen('b'));
  expect(read(choice, { type: 'MULTIPLE_CHOICE', optionId: 'b' })).toEqual(chosen('b'));
  expect(read(choice, 'Blue')).toBe("an answer to MULTIPLE_CHOICE is an option's id or words: a (Green), b (`x \\* 2`), Green (Not the one of that name)");
  const long = of('MULTIPLE_CHOICE', { options: [{ id: 'a', text: 'B\n\n```\nx\n```', why: '' }, { id: 'b', text: 'A:\ny', why: '' }, { id: 'c', text: 'A:\nz', why: '' }] });
  expect(read(choice, 'c) Not the one of that name')).toEqual(chosen('Green'));
  expect(read(long, 'B')).toEqual(chosen('a'));
  expect(read(long, 'C')).toEqual(chosen('c'));
  expect(read(long, 'A:')).toContain('an answer to MULTIPLE_CHOICE');
  expect(read(choice, ['a'])).toEqual(chosen('a'));
  expect(read(choice, 'B')).toEqual(chosen('b'));
  expect(read(choice, ['a', 'b'])).toContain('an answer to MULTIPLE_CHOICE');
  expect(read(of('MULTI_SELECT', { options: OPTIONS }), ['a', 'x * 2'])).toEqual({ type: 'MULTI_SELECT', optionIds: ['a', 'b'] });
  expect(read(of('MULTI_SELECT', { options: OPTIONS }), 'x * 2')).toEqual({ type: 'MULTI_SELECT', optionIds: ['b'] });
  expect(read(of('MULTI_SELECT', { options: OPTIONS }), [])).toEqual({ type: 'MULTI_SELECT', optionIds: [] });
  expect(read(of('MULTI_SELECT', { options: OPTIONS }), ['a', 'Blue'])).toContain("a list of options' ids");
});

test('true and false are themselves or their words', () => {
  const question = makeExercise('TRUE_FALSE', { lessonId: 'l' });
  for (const [value, is] of [[true, true], ['False', false], [{ value: true }, true], ['T', true], [0, false], [['no'], false]] as const) expect(readAnswer(question as Exercise, value)).toEqual({ ok: true, value: { type: 'TRUE_FALSE', value: is } });
  expect(readAnswer(question as Exercise, 2).ok).toBe(false);
});

test('words and numbers are texts', () => {
  for (const type of ['FREE_FORM', 'SHORT_TEXT', 'NUMERIC', 'PREDICT_OUTPUT'] as const) {
    expect(read(of(type, {}), 4.5)).toEqual({ type, text: '4.5' });
    expect(read(of(type, {}), { text: 'four' })).toEqual({ type, text: 'four' });
    expect(readAnswer(of(type, {}), null).ok).toBe(false);
  }
});

test('things in order are named one by one', () => {
  expect(read(of('ORDERING', { options: ITEMS }), ['Second', 'i'])).toEqual({ type: 'ORDERING', itemIds: ['j', 'i'] });
  expect(read(of('PARSONS', {}), ['x', 'y@2', { blockId: 'z', indent: 1 }])).toEqual({
    type: 'PARSONS',
    lines: [{ blockId: 'x', indent: 0 }, { blockId: 'y', indent: 2 }, { blockId: 'z', indent: 1 }],
  });
});

test('pairs and blanks go from each to its answer', () => {
  const matching = of('MATCHING', { options: { left: ITEMS, right: [{ id: 'r', text: 'Right' }] } });
  expect(read(matching, { First: 'r', j: 'Right' })).toEqual({ type: 'MATCHING', pairs: { i: 'r', j: 'r' } });
  expect(read(matching, [['i', 'r']])).toEqual({ type: 'MATCHING', pairs: { i: 'r' } });
  const three = of('MATCHING', { options: { left: ITEMS, right: [{ id: 'r', text: 'Right' }, { id: 's', text: 'a &lt; [b](c)' }] } });
  const pairs = { type: 'MATCHING', pairs: { i: 's', j: 'r' } };
  for (const value of [['a < b', 'r'], [{ left: 'First', right: 's' }, { left: 'j', right: 'r' }]]) expect(read(three, value)).toEqual(pairs);
  expect(read(three, ['r'])).toContain('an answer to MATCHING is an object from each left item');
  const blanks = of('FILL_BLANKS', { answerKey: { blanks: [{ id: 'one' }, { id: 'two' }] } });
  for (const value of [{ one: 'x', two: 'y' }, ['x', 'y'], { blanks: { one: 'x', two: 'y' } }]) expect(read(blanks, value)).toEqual({ type: 'FILL_BLANKS', blanks: { one: 'x', two: 'y' } });
  expect(read(blanks, 4)).toEqual({ type: 'FILL_BLANKS', blanks: { one: '4' } });
  expect(read(blanks, { three: 'z' })).toMatch(/: one, two$/);
});

test('code is the text of the entry file, or files over the starter’s', () => {
  const code = of('CODE_COMPLETION', { starter: { files: { 'main.py': 'x', 'data.txt': 'd' }, entry: 'main.py' } });
  expect(read(code, 'y')).toEqual({ type: 'CODE_COMPLETION', files: { 'main.py': 'y', 'data.txt': 'd' } });
  expect(read(code, { files: { 'main.py': 'z' } })).toEqual({ type: 'CODE_COMPLETION', files: { 'main.py': 'z', 'data.txt': 'd' } });
  ok(typeof read(code, ['y']) === 'string');
});
