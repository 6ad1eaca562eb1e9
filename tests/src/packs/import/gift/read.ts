import { expect } from 'vitest';
import * as v from 'valibot';
import { grade } from '../../../../../src/core/grading/grade.ts';
import type { Exercise } from '../../../../../db/models/exercise.ts';
import type { ImportedExercise, ImportedItem, ImportedLesson } from '../../../../../src/packs/import/imported.ts';
import { importGift } from '../../../../../src/packs/import/gift/import-gift.ts';
import { importedShape } from '../../../../../src/packs/source/exercise-shapes.ts';
import { lintExercise } from '../../../../../src/packs/source/lint-exercise.ts';
import { toExercise } from '../../../../../src/packs/source/to-exercise.ts';

export function lessonsOf(gift: string): readonly ImportedLesson[] {
  const read = importGift(gift, 'a.gift');
  return read.ok ? read.value.lessons : expect.fail(read.error.message);
}

export const itemsOf = (gift: string): ImportedItem[] => lessonsOf(gift).flatMap(({ items }) => items);

/** The only item of a text. */
export function itemOf(gift: string): ImportedItem {
  const [item, ...more] = itemsOf(gift);
  expect(more).toEqual([]);
  return item ?? expect.fail('no item');
}

/** What our own rules say against an exercise. */
export function findingsOf(exercise: ImportedExercise): string[] {
  const source = v.parse(importedShape, { ...exercise, id: 'x', source: { format: 'gift' } });
  const findings: string[] = [];
  lintExercise(source, 'python', (path, expected, found) => findings.push(`${path.join('.')}: ${expected}, found ${found}`));
  return findings;
}

export function rowOf(exercise: ImportedExercise): Exercise {
  const source = v.parse(importedShape, { ...exercise, id: 'x', source: { format: 'gift' } });
  const place = { packId: 'p', lessonId: 'l', order: 1, level: 'BEGINNER', language: 'python' } as const;
  return { ...toExercise(source, place), createdAt: 0, updatedAt: 0 };
}

/** The verdict on words that are typed. */
export function verdictOn(gift: string, text: string): string {
  const { exercise } = itemOf(gift);
  const row = rowOf(exercise ?? expect.fail('no exercise'));
  if (row.type !== 'SHORT_TEXT' && row.type !== 'NUMERIC' && row.type !== 'FREE_FORM') return expect.fail(row.type);
  const { verdict, say } = grade(row, { type: row.type, text }, null);
  return say === null ? verdict : `${verdict}: ${say}`;
}
