import fc from 'fast-check';
import { expect, it } from 'vitest';
import { AttemptMode, Verdict } from '../../../../db/models/enums.ts';
import { countDays, withAttempt, type CountedAttempt } from '../../../../src/core/activity/count-days.ts';

const COURSES: Record<string, string> = { a1: 'a', a2: 'a', b1: 'b' };
const courseOf = (exerciseId: string): string | null => COURSES[exerciseId] ?? null;

const anyAttempt: fc.Arbitrary<CountedAttempt> = fc.record({
  userId: fc.constantFrom('ada', 'bo'),
  exerciseId: fc.constantFrom('a1', 'a2', 'b1', 'gone'),
  day: fc.constantFrom('2026-11-22', '2026-11-23'),
  verdict: fc.constantFrom(...Object.values(Verdict)),
  mode: fc.constantFrom(...Object.values(AttemptMode)),
  activeMs: fc.nat(1000),
});

it('counts attempts by learner, course and day', () => {
  const of = (own: Partial<CountedAttempt>): CountedAttempt => ({ userId: 'ada', exerciseId: 'a1', day: '2026-11-23', verdict: 'PASSED', mode: 'LESSON', activeMs: 10, ...own });
  const attempts = [of({}), of({ exerciseId: 'a2', verdict: 'FAILED', mode: 'REPLAY' }), of({ mode: 'REVIEW' }), of({ day: '2026-11-22' }), of({ exerciseId: 'gone' })];
  expect(countDays(attempts, courseOf)).toEqual([
    { id: 'ada/a/2026-11-22', userId: 'ada', courseId: 'a', day: '2026-11-22', attempts: 1, passed: 1, reviews: 0, activeMs: 10 },
    { id: 'ada/a/2026-11-23', userId: 'ada', courseId: 'a', day: '2026-11-23', attempts: 3, passed: 2, reviews: 1, activeMs: 30 },
  ]);
});

it('gives what adding one attempt after the other gives, in whatever order', () => {
  fc.assert(
    fc.property(fc.array(anyAttempt, { maxLength: 40 }), (attempts) => {
      const counted = countDays(attempts, courseOf);
      expect(countDays(attempts.toReversed(), courseOf)).toEqual(counted);
      for (const row of counted) {
        const own = attempts.filter(({ userId, day, exerciseId }) => userId === row.userId && day === row.day && courseOf(exerciseId) === row.courseId);
        expect(own.reduce<typeof row | null>((sum, attempt) => withAttempt(sum, attempt, row.courseId), null)).toEqual(row);
      }
      const known = attempts.filter(({ exerciseId }) => courseOf(exerciseId) !== null);
      expect(counted.reduce((sum, { attempts }) => sum + attempts, 0)).toBe(known.length);
    }),
  );
});
