import { toJsonSchema } from '@valibot/to-json-schema';
import type * as v from 'valibot';
import { lessonShape, lessonTextsShape } from './pack/read-lesson.ts';
import { manifestShape } from './pack/manifest.ts';
import { exerciseShape, importedShape } from './source/exercise-shapes.ts';
import { courseShape, frontMatterShape } from './source/source-shapes.ts';
import { courseTextsShape, headTextsShape, TEXTS_SHAPES } from './source/translation-shapes.ts';

/**
 * The format as JSON Schema 2020-12, made of the very shapes that check it: what an author writes in `course.yaml`, in a
 * lesson's front matter and between `:::exercise` and `:::`, in translations of these, and what a pack holds. What a shape
 * cannot say (that a key is graded right, that ids differ) `hornbook lint` says.
 */
export function courseJsonSchema() {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Hornbook course, format 1',
    $ref: '#/$defs/course',
    $defs: {
      course: plain(courseShape),
      lesson: plain(frontMatterShape),
      exercise: { anyOf: [{ $ref: '#/$defs/writtenExercise' }, { $ref: '#/$defs/importedExercise' }] },
      writtenExercise: plain(exerciseShape),
      importedExercise: plain(importedShape),
      translatedCourse: plain(courseTextsShape),
      translatedLesson: plain(headTextsShape),
      translatedExercise: { anyOf: TEXTS_SHAPES.map(plain) },
      packManifest: plain(manifestShape),
      packLesson: plain(lessonShape),
      packTranslatedLesson: plain(lessonTextsShape),
    },
  };
}

/** Checks of our own (a text that is not blank) have no word in JSON Schema: what is left out there lint tells. */
function plain(shape: v.GenericSchema): object {
  const whole = toJsonSchema(shape, { target: 'draft-2020-12', errorMode: 'ignore', typeMode: 'input' });
  return Object.fromEntries(Object.entries(whole).filter(([name]) => name !== '$schema'));
}
