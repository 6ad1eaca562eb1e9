import type { CourseDoc, LessonDoc, LessonTexts, Translation } from './course-doc.ts';
import { objectiveText, reworded } from './objectives.ts';
import type { ExerciseSource } from './source/exercise-shapes.ts';
import type { ExerciseTexts } from './source/translation-shapes.ts';

/** The language a course is written in. */
export const originalLanguage = ({ course }: Pick<CourseDoc, 'course'>): string => course.languages[0] ?? 'en';

/** The languages a course can be read in, its own first. */
export const languagesOf = (doc: CourseDoc): readonly string[] => [originalLanguage(doc), ...Object.keys(doc.translations ?? {})];

/** The course with all its words in another language, as far as they are translated; ids, answers and code are the same. */
export function translated(doc: CourseDoc, language: string): CourseDoc {
  const translation = doc.translations?.[language];
  if (translation === undefined) return doc;
  return {
    ...doc,
    course: { ...doc.course, ...translation.course },
    lessons: doc.lessons.map((lesson) => {
      const texts = textsFor(translation, lesson.folder);
      return texts === null ? lesson : lessonIn(lesson, texts);
    }),
  };
}

/** Folders of the lessons whose text is not translated, so that it shows in the course's own language. */
export function untranslated({ lessons, translations }: CourseDoc, language: string): string[] {
  const translation = translations?.[language];
  if (translation === undefined) return [];
  return lessons.map(({ folder }) => folder).filter((folder) => (textsFor(translation, folder)?.content ?? '') === '');
}

/** A folder may well be called `constructor`. */
const textsFor = ({ lessons }: Translation, folder: string): LessonTexts | null =>
  Object.hasOwn(lessons, folder) ? (lessons[folder] ?? null) : null;

function lessonIn(lesson: LessonDoc, { head, content, exercises }: LessonTexts): LessonDoc {
  const texts = new Map(exercises.map((one) => [one.id, one]));
  const objectives = lesson.head.objectives.map((objective, i) => reworded(objective, head.objectives?.[i] ?? objectiveText(objective)));
  return {
    ...lesson,
    head: { ...lesson.head, ...head, objectives },
    content: content === '' ? lesson.content : content,
    exercises: lesson.exercises.map((exercise) => exerciseIn(exercise, texts.get(exercise.id) ?? { id: exercise.id })),
  };
}

/** The exercise in these words; `texts` were checked to fit it (lint-translation.ts). */
export function exerciseIn(exercise: ExerciseSource, texts: ExerciseTexts): ExerciseSource {
  const { prompt = exercise.prompt, explanation = exercise.explanation, hints = exercise.hints } = texts;
  const shared = { prompt, ...(explanation === undefined ? {} : { explanation }), hints };
  switch (exercise.type) {
    case 'MULTIPLE_CHOICE':
    case 'MULTI_SELECT':
      return { ...exercise, ...shared, options: overlay(exercise.options, texts.options) };
    case 'TRUE_FALSE':
      return { ...exercise, ...shared, why: { ...exercise.why, ...texts.why } };
    case 'FREE_FORM': {
      const rubric = exercise.rubric === undefined ? {} : { rubric: { ...exercise.rubric, ...texts.rubric } };
      return { ...exercise, ...shared, ...rubric, mistakes: overlay(exercise.mistakes, texts.mistakes, 'answer') };
    }
    case 'SHORT_TEXT':
    case 'NUMERIC':
    case 'PREDICT_OUTPUT':
      return { ...exercise, ...shared, mistakes: overlay(exercise.mistakes, texts.mistakes, 'answer') };
    case 'PARSONS':
      return { ...exercise, ...shared };
    case 'FILL_BLANKS':
      return { ...exercise, ...shared, text: texts.text ?? exercise.text };
    case 'MATCHING':
      return { ...exercise, ...shared, left: overlay(exercise.left, texts.left), right: overlay(exercise.right, texts.right) };
    case 'ORDERING':
      return { ...exercise, ...shared, items: overlay(exercise.items, texts.items) };
    case 'CODE_COMPLETION':
    case 'FIX_BUG': {
      const { tests, constructs, mistakes } = exercise;
      return {
        ...exercise,
        ...shared,
        tests: overlay(tests, texts.tests),
        constructs: {
          required: overlay(constructs.required, texts.constructs?.required, 'construct'),
          forbidden: overlay(constructs.forbidden, texts.constructs?.forbidden, 'construct'),
        },
        mistakes: overlay(mistakes, texts.mistakes, 'answer'),
      };
    }
  }
}

/** Each entry with what its like in `over` says; they are known by the field `key`. */
function overlay<T extends object>(list: readonly T[], over: readonly object[] = [], key = 'id'): T[] {
  const by = new Map(over.map((one) => [nameOf(one, key), one]));
  return list.map((entry) => ({ ...entry, ...by.get(nameOf(entry, key)) }));
}

const nameOf = (entry: object, key: string): unknown => (entry as Record<string, unknown>)[key];
