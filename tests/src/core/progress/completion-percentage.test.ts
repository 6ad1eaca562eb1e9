import fc from 'fast-check';
import { expect, it } from 'vitest';
import { completionPercentage, wholePercentage } from '../../../../src/core/progress/completion-percentage.ts';

it('R8: is 100 exactly when all is done and 0 exactly when nothing is, for courses of any size', () => {
  const sizes = fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(sizes, (counts) => {
      const lessons = counts.map((count, l) => ({
        id: `${l}`,
        exercises: Array.from({ length: count }, (_, e) => ({ id: `${l}.${e}`, isRequired: true })),
      }));
      const exercises = lessons.flatMap((lesson) => lesson.exercises.map(({ id }) => id));
      const all = new Set(lessons.map(({ id }) => id));
      expect(completionPercentage(lessons, all, new Set(exercises))).toBe(100);
      expect(completionPercentage(lessons, new Set(), new Set())).toBe(0);
      all.delete('0');
      const almost = completionPercentage(lessons, all, new Set(exercises.slice(1)));
      expect(almost).toBeLessThan(100);
      expect(wholePercentage(almost)).toBeLessThan(100);
    }),
  );
});

it('is shown as 0 and 100 only where it is exact', () => {
  expect([0, 0.01, 49.6, 99.99, 100].map(wholePercentage)).toEqual([0, 1, 50, 99, 100]);
});
