import { expect, it } from 'vitest';
import { exerciseStatus } from '../../../../src/core/progress/exercise-status.ts';
import { historyOf, type Step } from './histories.ts';

const status = (steps: Step[], hasDraft = false) => exerciseStatus(historyOf(steps), hasDraft);
const failed: Step = { exercise: 'a1', verdict: 'FAILED' };
const passed: Step = { exercise: 'a1', verdict: 'PASSED' };
const skip: Step = { skip: 'a1' };

it('an exercise nobody touched is NOT_STARTED; a draft or an attempt makes it IN_PROGRESS', () => {
  expect([status([]), status([], true), status([failed])]).toEqual(['NOT_STARTED', 'IN_PROGRESS', 'IN_PROGRESS']);
});

it('an exercise is SKIPPED only while nothing was tried since', () => {
  expect([status([skip]), status([failed, skip], true), status([skip, failed])]).toEqual(['SKIPPED', 'SKIPPED', 'IN_PROGRESS']);
});

it('R11: an exercise once right stays COMPLETED, whatever comes after', () => {
  expect([status([passed]), status([passed, failed]), status([passed, skip]), status([failed, skip, passed])]).toEqual(
    Array(4).fill('COMPLETED'),
  );
});

it('an answer judged right is COMPLETED, one judged wrong or not yet judged is IN_PROGRESS', () => {
  expect(status([{ exercise: 'b3', judged: true }])).toBe('COMPLETED');
  expect(status([{ exercise: 'b3', judged: false }])).toBe('IN_PROGRESS');
  expect(status([{ exercise: 'b3', verdict: 'UNGRADED' }])).toBe('IN_PROGRESS');
});
