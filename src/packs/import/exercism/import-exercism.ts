import type { ImportedFile, ImportedLesson } from '../imported.ts';
import { docWords } from './docs.ts';
import { exerciseToItem } from './exercise-to-item.ts';
import type { Track } from './track.ts';

/** A track as a course: a lesson for each exercise, which says what is asked. Retired and unfinished ones stand last. */
export function importExercism({ title, licence, language, exercises }: Track): ImportedFile {
  const isOdd = ({ state }: { readonly state: string }): number => Number(state === 'deprecated' || state === 'wip');
  const lessons = exercises
    .toSorted((a, b) => isOdd(a) - isOdd(b))
    .map((listed): ImportedLesson => {
      const words = docWords(listed.docs);
      const item = exerciseToItem(listed, words, language);
      return { title: listed.name, content: item.exercise === null ? '' : words.content, items: [item], assets: {} };
    });
  return { title, licence, lessons };
}
