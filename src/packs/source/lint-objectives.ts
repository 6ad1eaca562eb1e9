import { objectiveId } from '../objectives.ts';
import type { PackError } from '../pack-error.ts';
import type { ExerciseSource } from './exercise-shapes.ts';
import type { FieldPath } from './read-yaml.ts';
import { lintKnown, lintUnique, reporterAt } from './report-at.ts';
import type { FrontMatter } from './source-shapes.ts';

/** Something with the lines that its fields stand on. */
interface Placed<T> {
  readonly source: T;
  readonly lineOf: (path: FieldPath) => number;
}

type Asking = Pick<ExerciseSource, 'objectives' | 'variantOf'>;

/**
 * An objective with an id has a review card, which asks an exercise that names it. `isWhole`: each exercise of the lesson
 * could be read, so that one which none names is a finding.
 */
export function lintObjectives(
  head: Placed<Pick<FrontMatter, 'objectives'>>,
  exercises: readonly Placed<Asking>[],
  { file, isWhole }: { readonly file: string; readonly isWhole: boolean },
  report: (finding: PackError) => void,
): void {
  const atHead = reporterAt(file, head, report);
  const named = head.source.objectives.flatMap((objective, i) => {
    const id = objectiveId(objective);
    return id === null ? [] : [{ id, i }];
  });
  const ids = named.map(({ id }) => id);
  lintUnique(ids, (index) => ['objectives', named[index]?.i ?? 0, 'id'], atHead);
  for (const exercise of exercises) {
    const names = exercise.source.objectives ?? [];
    names.forEach((name, i) => lintKnown(name, ids, ['objectives', i], 'the id of an objective of this lesson', reporterAt(file, exercise, report)));
  }
  if (!isWhole) return;
  const asked = new Set(exercises.flatMap(({ source }) => (source.variantOf === undefined ? (source.objectives ?? []) : [])));
  for (const { id, i } of named) {
    if (!asked.has(id)) atHead(['objectives', i], 'an objective that an exercise names, variants apart', `\`${id}\`, which none does`);
  }
}
