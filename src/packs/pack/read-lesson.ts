import * as v from 'valibot';
import type { CourseDoc, LessonDoc, LessonTexts } from '../course-doc.ts';
import type { PackError } from '../pack-error.ts';
import { checkShape } from '../source/check-shape.ts';
import { checkTranslation } from '../source/check-translation.ts';
import { lintText, type Pictures } from '../source/lint-content.ts';
import { lintIds } from '../source/lint-ids.ts';
import { lintObjectives } from '../source/lint-objectives.ts';
import { checkExercise } from '../source/parse-lesson.ts';
import type { FieldPath, ReadYaml } from '../source/read-yaml.ts';
import { text } from '../source/shape-words.ts';
import { frontMatterShape, type CourseSource } from '../source/source-shapes.ts';
import { readJson } from './check-json.ts';
import { COURSE_FILE, lessonFile, lessonTextsFile } from './manifest.ts';

type Report = (finding: PackError) => void;

/** Checked one by one, as those of a source are. */
const exercises = v.pipe(v.array(v.unknown(), 'a list of exercises'), v.maxLength(2_000, 'at most 2000 exercises'));

export const lessonShape = v.strictObject(
  {
    head: frontMatterShape,
    content: text('the text to read, in Markdown'),
    exercises,
  },
  '`head`, `content` and `exercises`',
);

/** A lesson of a pack, held to all that a source is held to. Null after a finding. */
export function readLesson(folder: string, json: string, course: CourseSource, pictures: Pictures, report: Report): LessonDoc | null {
  const file = lessonFile(folder);
  const read = readJson(file, json, report);
  const shaped = read === null ? null : checkShape(lessonShape, file, read, report);
  if (read === null || shaped === null) return null;
  const findings: PackError[] = [];
  const noting: Report = (finding) => {
    findings.push(finding);
    report(finding);
  };
  lintText(file, { text: shaped.content, lineAt: () => read.lineOf(['content']) }, pictures, noting);
  const exercises = shaped.exercises.flatMap((value, i) => {
    const part = partOf(read, value, ['exercises', i]);
    const source = checkExercise(file, part, { course, pictures }, (finding) => noting({ ...finding, field: within(`exercises[${i}]`, finding.field) }));
    return source === null ? [] : [{ source, lineOf: part.lineOf }];
  });
  const head = { source: shaped.head, lineOf: partOf(read, shaped.head, ['head']).lineOf };
  lintObjectives(head, exercises, { file, isWhole: exercises.length === shaped.exercises.length }, noting);
  return findings.length === 0 ? { folder, head: shaped.head, content: shaped.content, exercises: exercises.map(({ source }) => source) } : null;
}

/** The exercises, and the head, are held against those of the lesson they translate. */
export const lessonTextsShape = v.strictObject(
  { head: v.unknown(), content: v.string('the text to read, in Markdown; empty where it is not translated'), exercises },
  '`head`, `content` and `exercises`',
);

/** A translated lesson of a pack. Null after a finding that leaves nothing to read. */
export function readLessonTexts(lesson: LessonDoc, language: string, json: string, pictures: Pictures, report: Report): LessonTexts | null {
  const file = lessonTextsFile(lesson.folder, language);
  const read = readJson(file, json, report);
  const shaped = read === null ? null : checkShape(lessonTextsShape, file, read, report);
  if (read === null || shaped === null) return null;
  const parts = {
    file,
    head: partOf(read, shaped.head, ['head']),
    content: shaped.content,
    lineAt: () => read.lineOf(['content']),
    exercises: shaped.exercises.map((value, i) => partOf(read, value, ['exercises', i])),
  };
  return checkTranslation(parts, lesson, pictures, report);
}

/** A pack has no lines that somebody wrote. */
export function lintLessonIds({ course, lessons }: CourseDoc, report: Report): void {
  const placed = lessons.map(({ folder, head, exercises }) => ({ head, exercises, at: { file: lessonFile(folder), lineOf: () => 1 } }));
  const names = {
    lessons: placed.map(({ head, at }) => ({ ...head, ...at })),
    exercises: placed.flatMap(({ exercises, at }) => exercises.map((exercise) => ({ ...exercise, ...at }))),
    course: { retired: course.retired, file: COURSE_FILE, lineOf: () => 1 },
  };
  lintIds(names, report);
}

const partOf = (whole: ReadYaml, value: unknown, at: FieldPath): ReadYaml => ({ value, lineOf: (path) => whole.lineOf([...at, ...path]) });

const within = (outer: string, field: string): string => (field === '' ? outer : `${outer}.${field}`);
