import type { CourseParts } from '../course.ts';
import { entriesOf, jsonBytes, toFiles, type JsonObject } from '../pack-parts.ts';
import { writeZip } from '../zip-writer.ts';
import type { Dice, Lie } from './lie.ts';

/** The course in German too, whose first lesson has one exercise: `change` says what is wrong with it. */
const translationLie = (name: string, must: Lie['must'], change: (translated: Translated, dice: Dice) => void, exercise: JsonObject = CHOICE): Lie => ({
  name: `translation: ${name}`,
  must,
  make(parts, dice) {
    const own = structuredClone(parts);
    const [[folder, lesson] = ['', {}]] = Object.entries(own.lessons);
    lesson.exercises = [exercise];
    const texts = { head: {}, content: 'Ein Text.', exercises: [{ id: 'asked', prompt: 'Was?' }] };
    const translated: Translated = { own, folder, languages: ['de'], course: { title: 'Tee' }, texts, more: {} };
    change(translated, dice);
    own.course.languages = ['en', ...translated.languages];
    const files = toFiles(own);
    for (const language of translated.languages) {
      files.set(`pack.${language}.json`, jsonBytes(translated.course));
      files.set(`lessons/${folder}/lesson.${language}.json`, jsonBytes(translated.texts));
    }
    for (const [path, value] of Object.entries(translated.more)) files.set(path, jsonBytes(value));
    return writeZip({ entries: entriesOf(files).map((entry) => ({ ...entry, method: 0 })) });
  },
});

interface Translated {
  readonly own: CourseParts;
  readonly folder: string;
  languages: string[];
  course: unknown;
  texts: { head: unknown; content: unknown; exercises: unknown };
  readonly more: Record<string, unknown>;
}

const options = [{ id: 'a', text: 'One', why: 'So.', correct: true }, { id: 'b', text: 'Two', why: 'No.' }];
const CHOICE = { id: 'asked', type: 'MULTIPLE_CHOICE', prompt: 'What?', hints: ['Look.'], options };
const LONG = Array.from({ length: 11_000 }, (_, i) => `x${i} = ${i}`).join('\n');
const CODE = {
  ...{ id: 'asked', type: 'CODE_COMPLETION', prompt: 'What?', hints: ['Look.'], language: 'python', starter: 'pass' },
  ...{ solution: LONG, tests: [{ id: 't', name: 'runs', assert: 'pass' }] },
};
const TEXTS: readonly unknown[] = [null, 5, '', [], { id: 'asked' }, { id: 'nobody' }, { id: 5 }, { prompt: 'Was?' }, { id: 'asked', answer: true }, { id: 'asked', rev: 2 }, { id: '__proto__' }];

/** What is said of a course in another language, which has to fit the original and changes nothing but words. */
export const TRANSLATION_LIES: readonly Lie[] = [
  translationLie('as it should be', 'whole', () => undefined),
  translationLie('of some lessons alone', 'whole', (translated) => (translated.texts = { head: {}, content: '', exercises: [] })),
  translationLie('another answer', 'refused', ({ texts }, { pick }) => (texts.exercises = [{ id: 'asked', ...pick([{ type: 'TRUE_FALSE' }, { rev: 2 }, { answer: 1 }, { options: [{ id: 'b', correct: true }] }]) }])),
  translationLie('an option that is not there', 'refused', ({ texts }) => (texts.exercises = [{ id: 'asked', options: [{ id: 'c', text: 'Drei' }] }])),
  translationLie('an exercise that is not there', 'refused', ({ texts }, { pick }) => (texts.exercises = [{ id: pick(['other', '__proto__', 'constructor', '']), prompt: 'Was?' }])),
  translationLie('another number of hints', 'refused', ({ texts }) => (texts.exercises = [{ id: 'asked', hints: ['Eins.', 'Zwei.'] }])),
  translationLie('anything else', null, ({ texts }, { pick }) => (texts.exercises = pick([[pick(TEXTS)], pick(TEXTS)]))),
  translationLie('another head', 'refused', ({ texts }, { pick }) => (texts.head = pick([null, 5, { id: 'x' }, { minutes: 1 }, { title: '' }, { objectives: [] }]))),
  translationLie('another course', 'refused', (translated, { pick }) => (translated.course = pick([null, { id: 'x' }, { version: '9.0.0' }, { title: 5 }]))),
  translationLie('a picture from elsewhere', 'refused', ({ texts }) => (texts.content = '![x](https://example.org/x.png)')),
  translationLie('a language that nobody names', 'refused', ({ more, folder }, { pick }) => Object.assign(more, { [pick(['pack.fr.json', `lessons/${folder}/lesson.fr.json`])]: {} })),
  translationLie('of a lesson that is not there', 'refused', ({ more }) => Object.assign(more, { 'lessons/none/lesson.de.json': {} })),
  translationLie('languages that are none', 'refused', (translated, { pick }) => (translated.languages = [pick(['../x', 'en', '', 'DE', 'x'.repeat(40), '__proto__'])])),
  translationLie('languages without end', 'refused', (translated) => (translated.languages = Array.from({ length: 2_000 }, (_, i) => `de-x${i}`))),
  translationLie('the same block without end', 'refused', ({ texts }) => (texts.exercises = Array.from({ length: 2_000 }, () => ({ id: 'asked', hints: ['Da.'] }))), CODE),
  translationLie('as many languages as there may be, of much code', null, (translated) => {
    translated.languages = Array.from({ length: 49 }, (_, i) => `de-x${i}`);
    translated.texts.exercises = [{ id: 'asked', hints: ['Da.'] }];
  }, CODE),
];
