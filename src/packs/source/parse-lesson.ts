import type { LessonDoc } from '../course-doc.ts';
import { checkShape } from './check-shape.ts';
import { lintContent, type Pictures } from './lint-content.ts';
import { lintExercise } from './lint-exercise.ts';
import { lintObjectives } from './lint-objectives.ts';
import type { PackError } from '../pack-error.ts';
import { readYaml, type ReadYaml } from './read-yaml.ts';
import { reporterAt } from './report-at.ts';
import { shapeFor, type ExerciseSource } from './exercise-shapes.ts';
import { frontMatterShape, type CourseSource, type FrontMatter } from './source-shapes.ts';
import { splitLesson, type YamlPart } from './split-lesson.ts';

type Report = (finding: PackError) => void;

/** A checked part together with the lines that its fields stand on. */
interface Checked<T> {
  readonly source: T;
  readonly lineOf: ReadYaml['lineOf'];
}

/** A lesson as far as it could be read; a course comes of it only when nothing at all was found. */
export interface ParsedLesson {
  readonly folder: string;
  readonly file: string;
  readonly head: Checked<FrontMatter> | null;
  readonly exercises: readonly Checked<ExerciseSource>[];
  readonly content: string;
}

export interface LessonFile {
  readonly folder: string;
  readonly file: string;
  readonly text: string;
  readonly pictures: Pictures;
}

export function parseLesson(
  { folder, file, text, pictures }: LessonFile,
  course: CourseSource | null,
  report: Report,
): ParsedLesson {
  const parts = splitLesson(file, text, report);
  lintContent(file, parts, pictures, report);
  const exercises = parts.exercises.flatMap((part) => parseExercise(file, part, { course, pictures }, report) ?? []);
  const head = parseHead(file, parts.frontMatter, report);
  if (head !== null) lintObjectives(head, exercises, { file, isWhole: exercises.length === parts.exercises.length }, report);
  return { folder, file, head, exercises, content: parts.content };
}

/** Null when its front matter could not be read. */
export const lessonDocOf = ({ folder, head, content, exercises }: ParsedLesson): LessonDoc | null =>
  head === null ? null : { folder, head: head.source, content, exercises: exercises.map(({ source }) => source) };

function parseHead(file: string, part: YamlPart | null, report: Report): Checked<FrontMatter> | null {
  const yaml = part === null ? null : readYaml(file, part, report);
  if (yaml === null) return null;
  const source = checkShape(frontMatterShape, file, yaml, report);
  return source === null ? null : { source, lineOf: yaml.lineOf };
}

function parseExercise(file: string, part: YamlPart, place: LessonPlace, report: Report): Checked<ExerciseSource> | null {
  const yaml = readYaml(file, part, report);
  const source = yaml === null ? null : checkExercise(file, yaml, place, report);
  return yaml === null || source === null ? null : { source, lineOf: yaml.lineOf };
}

/** What an exercise is checked against beside its own shape. */
export interface LessonPlace {
  /** null: it could not be read. */
  readonly course: Pick<CourseSource, 'programmingLanguage'> | null;
  readonly pictures: Pictures;
}

/** One exercise by its shape, then by what a shape cannot say. Null when it has no shape. */
export function checkExercise(file: string, yaml: ReadYaml, { course, pictures }: LessonPlace, report: Report): ExerciseSource | null {
  const source = checkShape(shapeFor(yaml.value), file, yaml, report);
  if (source === null) return null;
  // Of an unreadable course.yaml nothing is known: assume something, or every code exercise would add a finding.
  lintExercise(source, course === null ? 'python' : course.programmingLanguage, reporterAt(file, yaml, report), pictures);
  return source;
}
