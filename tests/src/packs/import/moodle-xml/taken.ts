import * as v from 'valibot';
import { lintExercise } from '../../../../../src/packs/source/lint-exercise.ts';
import { importedShape } from '../../../../../src/packs/source/exercise-shapes.ts';
import { toExercise } from '../../../../../src/packs/source/to-exercise.ts';
import type { ImportedExercise, ImportedFile, ImportedItem } from '../../../../../src/packs/import/imported.ts';
import { importMoodleXml } from '../../../../../src/packs/import/moodle-xml/import-moodle-xml.ts';
import type { Exercise } from '../../../../../db/models/exercise.ts';

export function fileOf(xml: string): ImportedFile {
  const imported = importMoodleXml(xml, 'bank.xml');
  if (!imported.ok) throw new Error(imported.error.message);
  return imported.value;
}

export const itemsOf = (xml: string): ImportedItem[] => fileOf(xml).lessons.flatMap(({ items }) => items);

/** The one question between `<quiz>` and `</quiz>`. */
export function itemOf(question: string): ImportedItem {
  const [item, ...more] = itemsOf(`<quiz>${question}</quiz>`);
  if (item === undefined || more.length > 0) throw new Error('not one item');
  return item;
}

/** What our own rules find in an exercise. */
export function findingsOf(exercise: ImportedExercise): string[] {
  const whole = v.safeParse(importedShape, { ...exercise, id: 'x', source: { format: 'moodle-xml' } });
  if (!whole.success) return whole.issues.map((issue) => `${v.getDotPath(issue) ?? ''}: ${issue.message}`);
  const findings: string[] = [];
  lintExercise(whole.output, 'python', (path, expected, found) => findings.push(`${path.join('.')}: ${expected}, found ${found}`));
  // Pictures stand in the lesson's assets, which are not looked at here; a hint that gives an answer away is the course's affair.
  return findings.filter((finding) => !/a picture that lies beside the lesson|a hint without the solution/.test(finding));
}

/** The row that is graded. */
export function rowOf(exercise: ImportedExercise): Exercise {
  const whole = v.parse(importedShape, { ...exercise, id: 'x', source: { format: 'moodle-xml' } });
  const place = { packId: 'p', lessonId: 'l', order: 1, level: 'BEGINNER', language: 'python' } as const;
  return { ...toExercise(whole, place), createdAt: 0, updatedAt: 0 };
}
