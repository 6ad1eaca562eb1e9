import fc from 'fast-check';
import { EXERCISES } from '../packs/exercises.ts';
import { entriesOf, toFiles, type JsonObject } from '../packs/pack-parts.ts';
import { writeZip } from '../packs/zip-writer.ts';

const EXERCISES_A_LESSON = 10;
/** Made once each; a large course repeats them under other ids. */
const SAMPLES = 500;
const PARAGRAPH = 'Water just off the boil keeps green tea sweet; black tea wants it hotter, and longer. ';

/** A pack of so many lessons with ten exercises each, of every type. */
export function largePack(lessons: number, seed: number): Uint8Array<ArrayBuffer> {
  const samples = Object.values(EXERCISES).flatMap((type): JsonObject[] => fc.sample<JsonObject>(type, { numRuns: Math.ceil(SAMPLES / Object.keys(EXERCISES).length), seed }));
  const folders = Array.from({ length: lessons }, (_, i) => `${String(i + 1).padStart(5, '0')}-lesson`);
  const course = {
    ...{ format: 1, id: 'a-hundred-courses', version: '1.0.0', title: 'A hundred courses', description: 'All in one.' },
    ...{ level: 'BEGINNER', languages: ['en'], programmingLanguage: null, order: 0, licence: { text: 'CC-BY-4.0', code: 'MIT' }, authors: ['Ada'] },
    lessons: folders,
  };
  const lessonOf = (at: number): JsonObject => ({
    head: { id: `lesson-${at}`, title: `Lesson ${at + 1}`, objectives: ['Pour tea'], minutes: 15 },
    content: `# Tea, part ${at + 1}\n\n${PARAGRAPH.repeat(30)}\n`,
    exercises: Array.from({ length: EXERCISES_A_LESSON }, (_, i) => ({ id: `lesson-${at}.${i}`, ...samples[(at * EXERCISES_A_LESSON + i) % samples.length] })),
  });
  return writeZip({ entries: entriesOf(toFiles({ course, lessons: Object.fromEntries(folders.map((folder, at) => [folder, lessonOf(at)])), pictures: {} })) });
}
