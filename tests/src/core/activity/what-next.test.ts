import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dayAfter } from '../../../../src/core/activity/local-day.ts';
import { whatNext, type CourseStanding, type Standing } from '../../../../src/core/activity/what-next.ts';

const TODAY = '2026-11-23';
const lesson = { lessonId: 'l', isBegun: true, done: 2, required: 9 };
const course = (own: Partial<CourseStanding> = {}): CourseStanding => ({ courseId: 'c', lesson, stuck: null, lastDay: TODAY, lastActivityAt: 5, ...own });
const stuck = { lessonId: 'k', exerciseId: 'e', tries: 4, lastDay: '2026-11-22' };
const standing = (courses: readonly CourseStanding[], count = 0): Standing => ({ today: TODAY, review: { count, minutes: 4 }, courses });
const reasons = (...args: Parameters<typeof standing>) => whatNext(standing(...args)).map(({ reason }) => reason);

it('a lesson begun yesterday goes before reviews, these before an exercise to try again', () => {
  expect(whatNext(standing([course({ stuck, lastDay: '2026-11-22' })], 12))).toEqual([
    { action: 'CONTINUE', reason: 'BEGUN', courseId: 'c', lessonId: 'l', params: { done: 2, required: 9 } },
    { action: 'REVIEW', reason: 'DUE', params: { count: 12, minutes: 4 } },
    { action: 'TRY_AGAIN', reason: 'STUCK', courseId: 'c', lessonId: 'k', exerciseId: 'e', params: { tries: 4 } },
  ]);
});

it('reviews go before a lesson left lying, and before the next one', () => {
  expect(reasons([course({ lastDay: '2026-11-20' })], 1)).toEqual(['DUE', 'LEFT']);
  expect(whatNext(standing([course({ lastDay: '2026-11-20' })]))[0]?.params).toEqual({ done: 2, required: 9, days: 3 });
  expect(reasons([course({ lesson: { ...lesson, isBegun: false } })], 1)).toEqual(['DUE', 'NEXT']);
});

it('an exercise is tried again with rested eyes: not on the day that it won', () => {
  expect(reasons([course({ lesson: null, stuck: { ...stuck, lastDay: TODAY } })])).toEqual([]);
  expect(reasons([course({ lesson: null, stuck })])).toEqual(['STUCK']);
});

it('a course never begun is begun, one that is done says nothing', () => {
  const fresh = course({ lesson: { ...lesson, isBegun: false }, lastDay: null, lastActivityAt: null });
  expect(whatNext(standing([fresh]))).toEqual([{ action: 'BEGIN', reason: 'NEXT', courseId: 'c', lessonId: 'l', params: { required: 9 } }]);
  expect(reasons([course({ lesson: null })])).toEqual([]);
});

it('the course worked at last comes first', () => {
  const courses = [course({ courseId: 'old', lastActivityAt: 1 }), course({ courseId: 'never', lastActivityAt: null }), course({ courseId: 'new', lastActivityAt: 9 })];
  expect(whatNext(standing(courses)).map((one) => 'courseId' in one && one.courseId)).toEqual(['new', 'old', 'never']);
});

it('whatever the standing, each course with a lesson has one suggestion for it, due reviews have one, and the order of courses is nothing', () => {
  const anyCourse = fc.record({
    isBegun: fc.boolean(),
    isDone: fc.boolean(),
    isStuck: fc.boolean(),
    lastDay: fc.option(fc.nat(9).map((days) => dayAfter(TODAY, -days))),
    lastActivityAt: fc.option(fc.nat(5)),
  });
  fc.assert(
    fc.property(fc.array(anyCourse, { maxLength: 5 }), fc.nat(3), (all, count) => {
      const courses = all.map(({ isBegun, isDone, isStuck, ...own }, i) => course({ courseId: String(i), lesson: isDone ? null : { ...lesson, isBegun }, stuck: isStuck ? stuck : null, ...own }));
      const suggested = whatNext(standing(courses, count));
      const lessons = suggested.filter(({ action }) => action === 'CONTINUE' || action === 'BEGIN');
      expect(lessons).toHaveLength(all.filter(({ isDone }) => !isDone).length);
      expect(suggested.filter(({ action }) => action === 'REVIEW')).toHaveLength(Math.min(1, count));
      expect(whatNext(standing(courses.toReversed(), count))).toEqual(suggested);
    }),
  );
});
