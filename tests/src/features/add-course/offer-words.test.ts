import { expect, it } from 'vitest';
import { actionWords, hereWords, howTaken } from '../../../../src/features/add-course/offer-words.ts';
import type { PackOffer } from '../../../../src/services/packs/pack-service.ts';

const other = (kind: 'older' | 'newer' | 'changed', version: string | null, isRemoved = false): PackOffer['here'] => ({ kind, version, isRemoved });

it.each<[what: string, here: PackOffer['here'], title: string | null, action: string | null, how: string]>([
  ['nothing of it', { kind: 'nothing' }, null, 'Add to the library', 'added'],
  ['the very same', { kind: 'same' }, 'You have this course already', null, 'added'],
  ['an older one', other('older', '1.0.0'), 'An update of a course you have', 'Update to version 1.2.0', 'updated'],
  ['a newer one', other('newer', '2.0.0'), 'An earlier version of a course you have', 'Go back to version 1.2.0', 'back'],
  ['the same number', other('changed', '1.2.0'), 'The same version, with other content', 'Take this one', 'updated'],
  ['one from a backup', other('changed', null), 'You have this course from a backup', 'Take this one', 'updated'],
  ['one that was removed', other('changed', '1.2.0', true), 'You removed this course earlier', 'Bring it back', 'added'],
  ['an older one that was removed', other('older', '1.0.0', true), 'An update of a course you have', 'Update to version 1.2.0', 'added'],
])('where %s is here, it says so and offers what fits', (_, here, title, action, how) => {
  expect(hereWords(here, '1.2.0')?.title ?? null).toBe(title);
  expect(actionWords(here, '1.2.0')).toBe(action);
  expect(howTaken(here)).toBe(how);
});

it('promises, wherever something is here, that nothing of the learner’s goes', () => {
  const heres = (['older', 'newer', 'changed'] as const).flatMap((kind) => [other(kind, '1.0.0'), other(kind, '1.0.0', true), other(kind, null)]);
  for (const here of heres) expect(hereWords(here, '1.2.0')?.why.join(' ')).toMatch(/Your answers.* (stay|are still here)/);
  expect(hereWords(other('older', '1.0.0', true), '1.2.0')?.why.join(' ')).toContain('You removed this course earlier');
});

it('tells the two versions apart', () => {
  expect(hereWords(other('older', '1.0.0'), '1.2.0')?.why[0]).toContain('You have version 1.0.0; this file holds 1.2.0.');
});
