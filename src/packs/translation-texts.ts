import type { CourseDoc, LessonDoc, LessonTexts, Translation } from './course-doc.ts';
import { objectiveText } from './objectives.ts';
import type { ExerciseSource } from './source/exercise-shapes.ts';
import type { FieldPath } from './source/read-yaml.ts';
import type { ExerciseTexts } from './source/translation-shapes.ts';

/** All words of a course, as a translation of it into its own language would have them. */
export const textsOf = ({ course, lessons }: CourseDoc): Translation => ({
  course: { title: course.title, description: course.description },
  lessons: Object.fromEntries(lessons.map((lesson) => [lesson.folder, lessonTextsOf(lesson)])),
});

const lessonTextsOf = ({ head, content, exercises }: LessonDoc): LessonTexts => ({
  head: { title: head.title, objectives: head.objectives.map(objectiveText) },
  content,
  exercises: exercises.map(exerciseTextsOf),
});

export function exerciseTextsOf(exercise: ExerciseSource): ExerciseTexts {
  const { id, prompt, explanation, hints } = exercise;
  const shared = { id, prompt, ...(explanation === undefined ? {} : { explanation }), hints };
  switch (exercise.type) {
    case 'MULTIPLE_CHOICE':
    case 'MULTI_SELECT':
      return { ...shared, options: exercise.options.map(({ id, text, why }) => ({ id, text, ...(why === '' ? {} : { why }) })) };
    case 'TRUE_FALSE':
      return { ...shared, why: Object.fromEntries(Object.entries(exercise.why).filter(([, reason]) => reason !== '')) };
    case 'FREE_FORM':
      return { ...shared, mistakes: exercise.mistakes, ...(exercise.rubric === undefined ? {} : { rubric: exercise.rubric }) };
    case 'SHORT_TEXT':
    case 'NUMERIC':
    case 'PREDICT_OUTPUT':
      return { ...shared, mistakes: exercise.mistakes };
    case 'PARSONS':
      return shared;
    case 'FILL_BLANKS':
      return exercise.language === undefined ? { ...shared, text: exercise.text } : shared;
    case 'MATCHING':
      return { ...shared, left: exercise.left.map(({ id, text }) => ({ id, text })), right: exercise.right };
    case 'ORDERING':
      return { ...shared, items: exercise.items };
    case 'CODE_COMPLETION':
    case 'FIX_BUG':
      return { ...shared, tests: exercise.tests.map(({ id, name }) => ({ id, name })), constructs: exercise.constructs, mistakes: exercise.mistakes };
  }
}

/** By which its parts are told apart: no words. */
const NAMES = new Set(['id', 'answer', 'construct']);

/** Every text in it with its place, ids and answers left out. */
export function wordsIn(texts: object): { readonly path: FieldPath; readonly text: string }[] {
  return Object.entries(texts).flatMap(([name, value]: [string, unknown]) => {
    const key = Array.isArray(texts) ? Number(name) : name;
    if (typeof value === 'string') return NAMES.has(name) || value === '' ? [] : [{ path: [key], text: value }];
    const inner = typeof value === 'object' && value !== null ? wordsIn(value) : [];
    return inner.map(({ path, text }) => ({ path: [key, ...path], text }));
  });
}

/** How much of a course's words a translation of it has, 0–1. */
export function shareTranslated(doc: CourseDoc, language: string): number {
  const translation = doc.translations?.[language];
  return translation === undefined ? 0 : wordsIn(translation).length / wordsIn(textsOf(doc)).length;
}
