import type { CourseFiles } from '../../packs/source/parse-course.ts';
import { readYaml, type FieldPath } from '../../packs/source/read-yaml.ts';
import { splitLesson } from '../../packs/source/split-lesson.ts';

export interface ExercisePlace {
  readonly file: string;
  /** From 1, of a field of the exercise or of the nearest thing around it. */
  readonly lineOf: (path: FieldPath) => number;
}

/** Where each exercise of a sound source is written, by its author's id. */
export function exercisePlaces(files: CourseFiles): ReadonlyMap<string, ExercisePlace> {
  const places = new Map<string, ExercisePlace>();
  for (const [file, text] of Object.entries(files)) {
    if (!/^lessons\/[^/]+\/lesson\.md$/.test(file)) continue;
    for (const part of splitLesson(file, text, nothing).exercises) {
      const yaml = readYaml(file, part, nothing);
      const { id } = (yaml?.value ?? {}) as { readonly id?: unknown };
      if (yaml !== null && typeof id === 'string') places.set(id, { file, lineOf: yaml.lineOf });
    }
  }
  return places;
}

const nothing = (): void => undefined;
