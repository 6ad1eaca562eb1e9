import { expect, it } from 'vitest';
import { answerHash } from '../../../src/packs/answer-hash.ts';
import { docOf } from './pack/pack-files.ts';
import { CHOICE, CODE, courseFiles, lessonWith, TRUE_FALSE } from './source/course-files.ts';

const hashOf = (block: string): string => {
  const [exercise] = docOf(courseFiles(lessonWith(block))).lessons[0]?.exercises ?? [];
  if (exercise === undefined) throw new Error('no exercise');
  return answerHash(exercise);
};

const ORDERING = `
id: tea.steps
type: ORDERING
prompt: In order.
items: [{ id: boil, text: Boil }, { id: pour, text: Pour }]
hints: [Begin with the water.]
`;
const BLANKS = `
id: tea.gap
type: FILL_BLANKS
prompt: Fill in.
text: A {{what}} of tea.
blanks: [{ id: what, accept: [cup] }]
hints: [It has a handle.]
`;

it.each([
  ['the prompt', CHOICE, ['Which?', 'Which one?']],
  ['a reason', CHOICE, ['It is not.', 'Not at all.']],
  ['the words of an option', CHOICE, ['text: Green', 'text: Leaf green']],
  ['a hint', TRUE_FALSE, ['Touch', 'Feel']],
  ['the rev', TRUE_FALSE, ['answer:', 'rev: 3\nanswer:']],
  ['the solution', CODE, ['n * 2', '2 * n']],
  ['the name of a test', CODE, ['name: three', 'name: four']],
  ['words around a blank', BLANKS, ['of tea', 'of coffee']],
] as const)('it stays when %s changes', (_, block, [from, to]) => {
  const changed = block.replace(from, to);
  expect(changed).not.toBe(block);
  expect(hashOf(changed)).toBe(hashOf(block));
});

it('it stays when options change places', () => {
  const lines = CHOICE.split('\n');
  const green = lines.findIndex((line) => line.includes('green'));
  const swapped = lines.with(green, lines[green + 1] ?? '').with(green + 1, lines[green] ?? '').join('\n');
  expect(hashOf(swapped)).toBe(hashOf(CHOICE));
});

it.each([
  ['which option is right', CHOICE, [', correct: true }\n  - { id: black, text: Black, why: It is not. }', ' }\n  - { id: black, text: Black, why: It is not., correct: true }']],
  ["an option's id", CHOICE, ['id: green', 'id: white']],
  ['the answer', TRUE_FALSE, ['answer: true', 'answer: false']],
  ['what a test expects', CODE, ['"6"', '"7"']],
  ['the order of items', ORDERING, ['{ id: boil, text: Boil }, { id: pour, text: Pour }', '{ id: pour, text: Pour }, { id: boil, text: Boil }']],
  ['what a blank accepts', BLANKS, ['[cup]', '[cup, mug]']],
] as const)('it changes with %s', (_, block, [from, to]) => {
  const changed = block.replace(from, to);
  expect(changed).not.toBe(block);
  expect(hashOf(changed)).not.toBe(hashOf(block));
});
