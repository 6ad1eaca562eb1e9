import { stringify } from 'yaml';
import type { CourseDoc, LessonDoc, LessonTexts, Translation } from '../../course-doc.ts';
import type { ExerciseSource } from '../../source/exercise-shapes.ts';
import type { CourseFiles } from '../../source/parse-course.ts';

/**
 * The folder that a course can be written on from: `course.yaml`, a `lesson.md` for each lesson, and their translations.
 * Reading it gives the same course.
 */
export function exportSource({ course, lessons, translations = {} }: CourseDoc): CourseFiles {
  return {
    'course.yaml': toYaml(course),
    ...Object.fromEntries(lessons.map((lesson) => [`lessons/${lesson.folder}/lesson.md`, lessonText(lesson)])),
    ...Object.fromEntries(Object.entries(translations).flatMap(([language, texts]) => translationFiles(language, texts))),
  };
}

const translationFiles = (language: string, { course, lessons }: Translation): [string, string][] => [
  [`course.${language}.yaml`, toYaml(course)],
  ...Object.entries(lessons).map(([folder, texts]): [string, string] => [`lessons/${folder}/lesson.${language}.md`, textsText(texts)]),
];

const lessonText = ({ head, content, exercises }: LessonDoc): string => fileOf(head, content, exercises.map(withoutNothing));
const textsText = ({ head, content, exercises }: LessonTexts): string => fileOf(head, content, exercises);

function fileOf(head: object, content: string, exercises: readonly object[]): string {
  const blocks = exercises.map((exercise) => `:::exercise\n${toYaml(exercise)}:::\n`);
  return [`---\n${toYaml(head)}---\n${content}\n`, ...blocks].join('\n');
}

/** Fields that say no more than leaving them out would. */
function withoutNothing(exercise: ExerciseSource): Record<string, unknown> {
  const usual: Record<string, unknown> = { rev: 1, points: 1, required: true, caseSensitive: false };
  return Object.fromEntries(
    Object.entries(exercise).filter(([name, value]) => value !== undefined && usual[name] !== value && !(name !== 'hints' && isNothing(value))),
  );
}

function isNothing(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0;
  return typeof value === 'object' && value !== null && Object.values(value).every(isNothing);
}

/** No anchors, no folding: what is read back is what was written. */
const toYaml = (value: unknown): string => stringify(value, { lineWidth: 0, aliasDuplicateObjects: false, version: '1.2', schema: 'core' });
