import type { Locate } from '../../packs/compare-versions.ts';
import type { CourseFiles } from '../../packs/source/parse-course.ts';
import { readYaml, type FieldPath } from '../../packs/source/read-yaml.ts';
import { splitLesson, type LessonParts, type YamlPart } from '../../packs/source/split-lesson.ts';

export interface ExercisePlace {
  readonly file: string;
  /** From 1, of a field of the exercise or of the nearest thing around it. */
  readonly lineOf: (path: FieldPath) => number;
}

/** Where each exercise of a sound source is written, by its author's id. */
export const exercisePlaces = (files: CourseFiles): ReadonlyMap<string, ExercisePlace> => placesOf(files, ({ exercises }) => exercises);

/** Where any field of a sound source is written. */
export function placesIn(files: CourseFiles): Locate {
  const exercises = exercisePlaces(files);
  const heads = placesOf(files, ({ frontMatter }) => (frontMatter === null ? [] : [frontMatter]));
  const course = readYaml(COURSE_FILE, { text: (files[COURSE_FILE] ?? '').replace(/^\uFEFF/, ''), line: 1 }, nothing);
  return ({ kind, id }, path) => {
    const place = kind === 'exercise' ? exercises.get(id) : kind === 'lesson' ? heads.get(id) : undefined;
    return { file: place?.file ?? COURSE_FILE, line: (place ?? course)?.lineOf(path) ?? 1 };
  };
}

/** Where parts of its lessons are written, by the ids that they bear. */
function placesOf(files: CourseFiles, partsOf: (lesson: LessonParts) => readonly YamlPart[]): ReadonlyMap<string, ExercisePlace> {
  const places = new Map<string, ExercisePlace>();
  for (const [file, text] of Object.entries(files)) {
    if (!LESSON_FILE.test(file)) continue;
    for (const part of partsOf(splitLesson(file, text, nothing))) {
      const yaml = readYaml(file, part, nothing);
      const { id } = (yaml?.value ?? {}) as { readonly id?: unknown };
      if (yaml !== null && typeof id === 'string') places.set(id, { file, lineOf: yaml.lineOf });
    }
  }
  return places;
}

const COURSE_FILE = 'course.yaml';
const LESSON_FILE = /^lessons\/[^/]+\/lesson\.md$/;
const nothing = (): void => undefined;
