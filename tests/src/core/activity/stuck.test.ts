import { expect, it } from 'vitest';
import { stuckAt } from '../../../../src/core/activity/stuck.ts';

type Attempt = Parameters<typeof stuckAt>[0][number];
const attempt = (exerciseId: string, createdAt: number, own: Partial<Attempt> = {}): Attempt =>
  ({ id: String(createdAt).padStart(4, '0'), exerciseId, createdAt, verdict: 'FAILED', mode: 'LESSON', day: '2026-11-22', ...own });
const thrice = (id: string, from: number) => [0, 1, 2].map((more) => attempt(id, from + more));
const lessonOf = (id: string) => (id === 'gone' ? null : 'l');
const stuckIn = (attempts: readonly Attempt[], ...facts: Parameters<typeof stuckAt>[1]) => stuckAt(attempts, facts, lessonOf)?.exerciseId ?? null;
const skip = { id: 'f', kind: 'EXERCISE_SKIPPED', userId: 'ada', courseId: 'c', lessonId: 'l', exerciseId: 'a', at: 9 } as const;

it('three wrong answers and none right are being stuck', () => {
  const attempts = [...thrice('a', 1), attempt('a', 7, { verdict: 'TIMED_OUT', day: '2026-11-23' })];
  expect(stuckAt(attempts.toReversed(), [], lessonOf)).toEqual({ lessonId: 'l', exerciseId: 'a', tries: 4, lastDay: '2026-11-23' });
});

it.each<[string, string | null, string | null]>([
  ['fewer are being at work', stuckIn([attempt('a', 1), attempt('a', 2)]), null],
  ['a right one ends it', stuckIn([...thrice('a', 1), attempt('a', 9, { verdict: 'PASSED', mode: 'REVIEW' })]), null],
  ['skipping ends it', stuckIn(thrice('a', 1), skip), null],
  ['trying again after that takes it up', stuckIn([...thrice('a', 1), attempt('a', 10)], skip), 'a'],
  ['reviews do not count', stuckIn(thrice('a', 1).map((one) => ({ ...one, mode: 'REVIEW' as const }))), null],
  ['what the course no longer has does not count', stuckIn([...thrice('gone', 5), ...thrice('a', 1)]), 'a'],
  ['the one tried last comes first', stuckIn([...thrice('b', 5), ...thrice('a', 1)]), 'b'],
])('%s', (_, found, expected) => {
  expect(found).toBe(expected);
});
