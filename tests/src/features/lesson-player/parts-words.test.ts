import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../../db/models/exercise-attempt.ts';
import type { Exercise } from '../../../../db/models/exercise.ts';
import { grade } from '../../../../src/core/grading/grade.ts';
import type { Outcome } from '../../../../src/features/lesson-player/outcome.ts';
import { partsDetail, partsTitle } from '../../../../src/features/lesson-player/parts-words.ts';
import { outcomeAloud } from '../../../../src/features/lesson-player/words.ts';
import { blanks, matching, numeric, ordering, parsons, predict, select } from './arranging-exercises.ts';

function told(exercise: Exercise, answer: Answer): (string | null)[] {
  const { verdict, testResults, say } = grade(exercise, answer, null);
  const outcome: Outcome = { attemptId: 'x', verdict, testResults, say, error: null, stoppedBy: null, answer };
  return [partsTitle(exercise, outcome), partsDetail(exercise, outcome)];
}
const written = (text: string): Answer => ({ type: 'NUMERIC', text });
const printed = (text: string): Answer => ({ type: 'PREDICT_OUTPUT', text });
const arranged = (...lines: readonly (readonly [string, number])[]): Answer => ({ type: 'PARSONS', lines: lines.map(([blockId, indent]) => ({ blockId, indent })) });

describe('what is told of an answer in parts', () => {
  it('counts the right ones and those too many', () => {
    expect(told(select, { type: 'MULTI_SELECT', optionIds: ['a', 'b'] })).toEqual(['Not yet: 1 of 2 right ones, 1 too many', null]);
    expect(told(select, { type: 'MULTI_SELECT', optionIds: ['a'] })).toEqual(['Not yet: 1 of 2 right ones', null]);
    expect(told(select, { type: 'MULTI_SELECT', optionIds: ['c', 'a'] })).toEqual(['Right: those 2, and no other', null]);
  });

  it('counts blanks, pairs and places', () => {
    expect(told(blanks, { type: 'FILL_BLANKS', blanks: { x: 'x', y: 'n' } })).toEqual(['Not yet: 1 of 2 blanks', null]);
    expect(told(matching, { type: 'MATCHING', pairs: { l: 'r', m: 'r' } })).toEqual(['Not yet: 1 of 2 pairs', null]);
    expect(told(ordering, { type: 'ORDERING', itemIds: ['1', '3', '2'] })).toEqual(['Not yet: 1 of 3 places', 'Look first at place 2.']);
  });

  it('leads to the first line out of place, or at another depth', () => {
    expect(told(parsons, arranged(['print', 0]))[1]).toBe('Look at line 1: something else belongs there.');
    expect(told(parsons, arranged(['if', 0], ['print', 0]))).toEqual(['Not yet: the first line is in place', 'Line 2 is the right one, but at another depth.']);
    expect(told(parsons, arranged(['if', 0]))[1]).toBe('So far so good. There are lines still to come.');
    expect(told(parsons, arranged(['if', 0], ['print', 1]))).toEqual(['Right: every line is in its place', null]);
  });

  it('leads to the first line of output that differs, without telling it', () => {
    expect(told(predict, printed('1\n2\n4'))).toEqual(['Not yet: the first 2 lines are right', 'Look again at line 3.']);
    expect(told(predict, printed('1'))[1]).toBe('So far so good. It prints more than that.');
    expect(told(predict, printed('1\n2\n3'))).toEqual(['Right: that is what it prints', null]);
  });

  it('tells a number apart from its unit', () => {
    expect(told(numeric, written('14'))[1]).toBe('The number is right. Which unit is it in?');
    expect(told(numeric, written('14 m'))[1]).toBe('The number is right, its unit is not.');
    expect(told(numeric, written('15 kg'))).toEqual(['Not yet', null]);
    expect(told(numeric, written('many'))[1]).toBe('Write a number, in digits.');
    const bare = { ...numeric, answerKey: { ...numeric.answerKey, units: [] } };
    expect(told(bare, written('14 kg'))[1]).toBe('The number is right. Write it without a unit.');
  });

  it('is read out in one breath', () => {
    const answer = arranged(['if', 0]);
    const { verdict, testResults } = grade(parsons, answer, null);
    const outcome: Outcome = { attemptId: 'x', verdict, testResults, say: null, error: null, stoppedBy: null, answer };
    expect(outcomeAloud(parsons, outcome, 2)).toBe('Try 2. Not yet: the first line is in place. So far so good. There are lines still to come.');
  });
});
