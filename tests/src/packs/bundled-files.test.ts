import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bundledCourseFile, bundledPictureFile } from '../../../src/packs/bundled-files.ts';

const COURSE = { packId: 'tea', mark: '1.2.3 abc 99' };

test('a course and its pictures have addresses that tell its content', () => {
  expect(bundledCourseFile(COURSE)).toBe('assets/courses/tea-1.2.3-abc-99.json');
  expect(bundledPictureFile(COURSE, 'tea:first', 'in/my cup.svg')).toBe('assets/courses/tea-1.2.3-abc-99/tea_3a_first_2f_in_2f_my_20_cup.svg');
});

test('each picture has an address of its own, which means the same to every host', () => {
  const path = fc.string({ unit: 'grapheme', minLength: 1 });
  fc.assert(
    fc.property(path, path, (a, b) => {
      const [one, other] = [a, b].map((text) => bundledPictureFile(COURSE, 'tea:first', text));
      expect(one === other).toBe(a === b);
      expect(one).toMatch(/^[\w./-]+$/);
    }),
    { numRuns: 50 },
  );
});
