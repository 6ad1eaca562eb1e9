import * as v from 'valibot';
import type { ImportedExercise } from '../../../../../src/packs/import/imported.ts';
import { importedShape } from '../../../../../src/packs/source/exercise-shapes.ts';
import { lintExercise } from '../../../../../src/packs/source/lint-exercise.ts';

/** What the format itself says against an imported exercise, its key put before the grader. `pictures`: those of its lesson. */
export function exerciseProblems(exercise: ImportedExercise, pictures: readonly string[] = []): string[] {
  const read = v.safeParse(importedShape, { ...exercise, id: 'x', source: { format: 'test' } });
  if (!read.success) return read.issues.map(({ message, path }) => `${path?.map(({ key }) => String(key)).join('.') ?? ''}: ${message}`);
  const problems: string[] = [];
  const report = (path: readonly (string | number)[], expected: string, found: string): unknown =>
    problems.push(`${path.join('.')}: ${expected}, found ${found}`);
  lintExercise(read.output, null, report, new Set(pictures));
  return problems;
}
