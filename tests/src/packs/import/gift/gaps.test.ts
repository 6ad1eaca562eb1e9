import { expect, it } from 'vitest';
import { grade } from '../../../../../src/core/grading/grade.ts';
import { findingsOf, itemOf, itemsOf, rowOf } from './read.ts';

const GUESSED = 'several pairs of braces were taken as gaps in one text';

it('Cloze fields in a GIFT text are gaps, to be chosen or written', () => {
  const { status, reason, exercise, kind } = itemOf('::Articles::Put in a, an or the.\nIt is {1:MC:~a~=an} apple, {1:SA:=not~=never#Yes.} {:NM:=4:1} plums.');
  expect([kind, status, reason]).toEqual(['cloze', 'degraded', `lost: what is said to the answers in its gaps; ${GUESSED}`]);
  expect(exercise).toMatchObject({
    type: 'FILL_BLANKS',
    prompt: 'Put in a, an or the.',
    text: 'It is {{1}} apple, {{2}} {{3}} plums.',
    blanks: [{ id: '1', accept: ['an'], choices: ['a', 'an'] }, { id: '2', accept: ['not', 'never'] }, { id: '3', accept: ['4'] }],
  });
});

it('several pairs of answers in one line are gaps, and each counts', () => {
  const { exercise } = itemOf('[html]<p>I <b>drink</b> {=hardly any ~a few} coffee, not too {=much =a lot}. {{x}} is no gap.</p>'.replace('{{x}}', 'That'));
  if (exercise?.type !== 'FILL_BLANKS') return expect.fail('no gaps');
  expect(findingsOf(exercise)).toEqual([]);
  expect(exercise.text).toBe('I drink {{1}} coffee, not too {{2}}. That is no gap.');
  const row = rowOf(exercise);
  const verdictOn = (first: string, second: string) => grade(row, { type: 'FILL_BLANKS', blanks: { 1: first, 2: second } }, null).verdict;
  expect([verdictOn('hardly any', 'a lot'), verdictOn('a few', 'much'), verdictOn('hardly any', 'many')]).toEqual(['PASSED', 'FAILED', 'FAILED']);
});

it('what cannot be a gap is told, with its place', () => {
  expect(itemOf('A {1:MC:~a~b} and {1:SA:=c}.').reason).toBe('line 1: in its gap 1: no option is marked as right');
  expect(itemOf('A {T} and {=b}.').reason).toBe('line 1: expected one pair of braces with answers, found several');
  expect(itemsOf('One {=a ~b}\nTwo {=c ~d}').map(({ kind }) => kind)).toEqual(['multichoice', 'multichoice']);
});
