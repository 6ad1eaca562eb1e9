import type { CourseParts } from '../course.ts';
import { entriesOf, toFiles, type Files, type JsonObject } from '../pack-parts.ts';
import { bytesOf, writeZip } from '../zip-writer.ts';
import { HUGE_EXERCISES, type Exercise } from './huge-exercises.ts';
import type { Dice, Lie } from './lie.ts';

/** The course or a lesson is changed, and the manifest vouches for it. */
const contentLie = (name: string, must: Lie['must'], change: (parts: CourseParts, dice: Dice) => void): Lie => ({
  name: `content: ${name}`,
  must,
  make(parts, dice) {
    const own = structuredClone(parts);
    change(own, dice);
    return stored(toFiles(own));
  },
});

/** Unpacked, so that nothing is refused for how well it packs before it is read. */
const stored = (files: Files): Uint8Array<ArrayBuffer> => writeZip({ entries: entriesOf(files).map((entry) => ({ ...entry, method: 0 })) });

/** One of the JSON files as text. */
const textLie = (name: string, must: Lie['must'], change: (json: string, dice: Dice) => Uint8Array | string): Lie => ({
  name: `content: ${name}`,
  must,
  make(parts, dice) {
    const files = toFiles(parts);
    const path = dice.pick([...files.keys()].filter((one) => one.endsWith('.json')));
    const changed = change(new TextDecoder().decode(files.get(path)), dice);
    files.set(path, typeof changed === 'string' ? bytesOf(changed) : changed);
    return stored(files);
  },
});

/** The first lesson with these exercises alone. */
const exerciseLie = (name: string, must: Lie['must'], ...exercises: readonly Exercise[]): Lie =>
  contentLie(name, must, (parts) => (firstLesson(parts).exercises = exercises.map((exercise, i) => ({ id: `hostile-${i}`, ...exercise }))));

const firstLesson = ({ lessons }: CourseParts): JsonObject => Object.values(lessons)[0] ?? {};
const SOUND = { type: 'TRUE_FALSE', prompt: 'So?', hints: ['Look.'], answer: true, why: { true: 'Yes.', false: 'No.' } };
const ASKED = { prompt: 'What?', hints: ['Look.'] };
const choices = (n: number) => Array.from({ length: n }, (_, i) => ({ id: `o${i}`, text: `Option ${i}`, why: 'So.', correct: i === 0 }));
const BAD_PICTURES = [
  ...['![x](https://example.org/x.png)', '![x](data:image/png;base64,AAAA)', '![x](//example.org/x)', '![x](../../x.svg)', '![x][y]\n\n[y]: https://example.org/x', '![x](missing.svg)'],
  ...['<img src=x onerror=alert(1)>', '<IMG SRC="https://example.org">', '<svg onload=alert(1)>', '<video src=x>', '![](circle.svg)'],
];
const PATTERNS = ['(a+)+$', '(a|a)*b', '(.*)*x', '((a{1,9}){1,9}){1,9}', '(', '[', '(?<=a)b', '(a)\\1', 'a{1000000}', '(?:)*', '\\p{Nope}', 'x'.repeat(5000), '(?:a?){500}a{400}', '((((((((((a*)*)*)*)*)*)*)*)*)*'];
const VALUES: readonly unknown[] = [
  ...[null, true, false, 0, -1, 0.5, 1e308, -1e308, 1e400, '', ' ', '\u0000', '\ud800', '\udc00x', '\u202e', '__proto__', 'constructor', '../x', 'javascript:alert(1)'],
  ...['x'.repeat(100_000), '![['.repeat(20_000), '<svg', '&#0;', '1', [], [[]], [null], {}, { toString: 1 }, { length: 1e9 }, Array.from({ length: 3000 }, () => 'x')],
];

export const CONTENT_LIES: readonly Lie[] = [
  contentLie('another value somewhere', null, (parts, dice) => {
    // Cloned: the next change may fall into what this one put there.
    for (let times = 1 + dice.below(3); times > 0; times -= 1) place(parts, dice, (holder, key, { pick }) => Object.defineProperty(holder, key, { value: structuredClone(pick(VALUES)), enumerable: true, writable: true, configurable: true }));
  }),
  contentLie('a field taken away', null, (parts, dice) => place(parts, dice, (holder, key) => Reflect.deleteProperty(holder, key))),
  contentLie('a field more', null, (parts, dice) =>
    place(parts, dice, (holder, _, { pick }) => {
      const name = pick(['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'extra', '', 'x'.repeat(50_000)]);
      Object.defineProperty(holder, name, { value: { polluted: true }, enumerable: true, configurable: true });
    })),
  contentLie('another value in place of another', null, (parts, dice) =>
    place(parts, dice, (holder, key) => {
      const other = dice.pick(Object.values(parts.course));
      Object.defineProperty(holder, key, { value: structuredClone(other), enumerable: true, configurable: true });
    })),
  contentLie('the id of a course that came with the app', 'refused', ({ course }) => (course.id = 'held')),
  contentLie('the address of another course', 'refused', ({ course }, { pick }) => (course.slug = pick(['held', 'kept']))),
  contentLie('ids that are none', 'refused', ({ course }, { pick }) => (course.id = pick(['../x', 'A', 'ä', 'a b', '', '*', 'a/b', 'a:b', '__proto__', 'a'.repeat(1000) + '!']))),
  contentLie('a folder that leads out', 'refused', ({ course }, { pick }) => (course.lessons = [pick(['../x', '..', '/', 'a/b', 'x'.repeat(101), ''])])),
  contentLie('a lesson that is not there', 'refused', ({ course }) => (course.lessons = [...(course.lessons as string[]), 'missing'])),
  contentLie('a lesson twice', 'refused', ({ course }) => (course.lessons = [...(course.lessons as string[]), ...(course.lessons as string[])])),
  contentLie('a lesson that nobody names', 'refused', (parts) => Object.assign(parts.lessons, { 'not-named': firstLesson(parts) })),
  contentLie('an exercise id twice', 'refused', (parts) => (firstLesson(parts).exercises = [SOUND, SOUND].map((one) => ({ id: 'twice', ...one })))),
  contentLie('a later format', 'refused', ({ course }, { pick }) => (course.format = pick([2, 0, '1', null]))),
  contentLie('a version that is none', 'refused', ({ course }, { pick }) => (course.version = pick(['1', '1.0', 'x', '', 1, '1.0.0-beta']))),
  contentLie('a picture from elsewhere', 'refused', (parts, { pick }) => (firstLesson(parts).content = `Text.\n\n${pick(BAD_PICTURES)}\n`)),
  contentLie('a picture from elsewhere in a task', 'refused', (parts, { pick }) => (firstLesson(parts).exercises = [{ id: 'a', ...SOUND, prompt: `So? ${pick(BAD_PICTURES)}` }])),
  contentLie('raw HTML', null, (parts) => (firstLesson(parts).content = '<script>alert(1)</script><a href="javascript:alert(1)" onclick=x>x</a><iframe src=x>')),
  contentLie('brackets without end', null, (parts, { pick }) => (firstLesson(parts).content = pick(['![', '![a](', '![a](b "', '![a](b ', '`', '<img', '![a][', '(', '> ', '* ', '[', '_a*']).repeat(200_000))),
  contentLie('a very long text', null, (parts) => (firstLesson(parts).content = 'x'.repeat(4_900_000))),
  contentLie('a text too long', 'refused', (parts) => (firstLesson(parts).content = 'x'.repeat(6_000_000))),
  contentLie('too many exercises', 'refused', (parts) => (firstLesson(parts).exercises = Array.from({ length: 2001 }, (_, i) => ({ id: `e${i}`, ...SOUND })))),
  contentLie('exercises that are none', 'refused', (parts, { pick }) => (firstLesson(parts).exercises = Array.from({ length: 2000 }, () => pick(VALUES)))),
  contentLie('very many lessons', 'refused', ({ course }) => (course.lessons = Array.from({ length: 20_000 }, (_, i) => `l${i}`))),
  contentLie('authors without end', 'refused', ({ course }, { pick }) => (course.authors = Array.from({ length: 600_000 }, () => pick([1, 'x'])))),
  exerciseLie('no right option', 'refused', { type: 'MULTIPLE_CHOICE', ...ASKED, options: choices(3).map((one) => ({ ...one, correct: false })) }),
  exerciseLie('500 options', 'whole', { type: 'MULTIPLE_CHOICE', ...ASKED, options: choices(500) }),
  exerciseLie('501 options', 'refused', { type: 'MULTIPLE_CHOICE', ...ASKED, options: choices(501) }),
  exerciseLie('a type that never was', 'refused', { ...ASKED, type: 'ESSAY' }),
  ...PATTERNS.map((pattern) => exerciseLie(`the pattern ${pattern.slice(0, 20)}`, null, { type: 'SHORT_TEXT', ...ASKED, accept: ['b'], patterns: [pattern], mistakes: [{ answer: `${'a'.repeat(499)}!`, say: 'Not yet.' }] })),
  ...HUGE_EXERCISES.map(([name, exercise]) => exerciseLie(name, null, exercise())),
  ...HUGE_EXERCISES.map(([name, exercise]) => exerciseLie(`${name}, four times`, null, ...Array.from({ length: 4 }, exercise))),
  textLie('JSON that ends early', 'refused', (json, { below }) => json.slice(0, below(json.length - 1))),
  textLie('JSON with a comma too many', 'refused', (json) => json.replace(/\}$/, ',}')),
  textLie('a mark of byte order', null, (json) => `\ufeff${json}`),
  textLie('not UTF-8', 'refused', (json) => new Uint8Array([...bytesOf(json), 0xff])),
  textLie('UTF-16', 'refused', (json) => new Uint8Array(Buffer.from(json, 'utf16le'))),
  textLie('a field twice', null, (json) => json.replace('{', '{"title":"x","id":"x",')),
  textLie('a prototype', null, (json, { pick }) => json.replace('{', `{"${pick(['__proto__', 'constructor', 'toString'])}":{"id":"x"},`)),
  textLie('very deep', 'refused', (_, { pick }) => (pick([true, false]) ? `${'['.repeat(300_000)}${']'.repeat(300_000)}` : `${'{"a":'.repeat(90_000)}1${'}'.repeat(90_000)}`)),
  textLie('deep inside', null, (json) => json.replace('{', `{"deep":${'['.repeat(50_000)}${']'.repeat(50_000)},`)),
  textLie('a list without end', 'refused', () => `[${'1,'.repeat(2_000_000)}1]`),
  textLie('fields without end', 'refused', () => JSON.stringify(Object.fromEntries(Array.from({ length: 30_000 }, (_, i) => [`f${i}`, i])))),
  textLie('escapes of half characters', null, (json) => json.replaceAll('On ', 'On \\ud800\\u0000 ')),
];

/** A random place of the course or a lesson: the object or list, and its key. */
function place(parts: CourseParts, dice: Dice, change: (holder: object, key: string, dice: Dice) => unknown): void {
  let holder: object = dice.pick([parts.course, ...Object.values(parts.lessons), ...Object.values(parts.lessons)]);
  for (;;) {
    const keys = Object.keys(holder);
    if (keys.length === 0) return;
    const key = dice.pick(keys);
    const inner: unknown = (holder as JsonObject)[key];
    if (typeof inner !== 'object' || inner === null || Object.keys(inner).length === 0 || dice.below(4) === 0) {
      change(holder, key, dice);
      return;
    }
    holder = inner;
  }
}

