import fc from 'fast-check';
import type { JsonObject } from './pack-parts.ts';
import { EXERCISES, words } from './exercises.ts';

/** A course as a pack has it, before it is written down. */
export interface CourseParts {
  readonly course: JsonObject;
  /** By folder. */
  readonly lessons: { readonly [folder: string]: JsonObject };
  /** By path. */
  readonly pictures: { readonly [path: string]: Uint8Array };
}

const SVG = '<svg xmlns="http://www.w3.org/2000/svg"><circle r="9"/></svg>';
const anyExercise: fc.Arbitrary<object> = fc.oneof(...Object.values(EXERCISES));
const lesson = fc.record({
  title: words,
  text: words,
  minutes: fc.integer({ min: 1, max: 90 }),
  exercises: fc.array(anyExercise, { maxLength: 8 }),
  hasPicture: fc.boolean(),
});
const head = fc.record({
  title: words,
  description: words,
  version: fc.tuple(fc.nat(9), fc.nat(9), fc.nat(9)).map((numbers) => numbers.join('.')),
  level: fc.constantFrom('BEGINNER', 'INTERMEDIATE', 'ADVANCED'),
  author: words,
});

/** Courses of one to four lessons with exercises of any type, and pictures: each is taken whole. */
export const courses: fc.Arbitrary<CourseParts> = fc.tuple(head, fc.array(lesson, { minLength: 1, maxLength: 4 })).map(([{ author, ...about }, list]) => {
  const folders = list.map((_, i) => `${String(i + 1).padStart(3, '0')}-lesson`);
  return {
    course: {
      ...about,
      format: 1,
      id: 'made-up',
      languages: ['en'],
      programmingLanguage: null,
      order: 0,
      licence: { text: 'CC-BY-4.0', code: 'MIT' },
      authors: [author],
      lessons: folders,
    },
    lessons: Object.fromEntries(
      list.map(({ title, text, minutes, exercises, hasPicture }, i) => [
        folders[i] ?? '',
        {
          head: { id: `lesson-${i}`, title, objectives: [title], minutes },
          content: hasPicture ? `${text}\n\n![A circle](circle.svg)\n` : text,
          exercises: exercises.map((exercise, at) => ({ id: `lesson-${i}.exercise-${at}`, ...exercise })),
        },
      ]),
    ),
    pictures: Object.fromEntries(list.flatMap(({ hasPicture }, i) => (hasPicture ? [[`lessons/${folders[i] ?? ''}/circle.svg`, new TextEncoder().encode(SVG)]] : []))),
  };
});
