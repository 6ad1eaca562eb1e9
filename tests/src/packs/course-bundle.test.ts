import fc from 'fast-check';
import { expect, it } from 'vitest';
import { stringify } from 'yaml';
import { parseCourse } from '../../../src/packs/source/parse-course.ts';

/** Anything an author may type, line breaks, quotes, colons and other scripts included. */
const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }).map((text) => text.trim()).filter((text) => text !== '');
const id = fc.stringMatching(/^[a-z0-9]{1,8}(\.[a-z0-9]{1,8})?$/);
const hints = fc.uniqueArray(words.map((text) => `(${text})`), { minLength: 1, maxLength: 3 });

const choice = fc.record({
  type: fc.constant('MULTIPLE_CHOICE'),
  prompt: words,
  hints,
  options: fc
    .uniqueArray(fc.record({ id, text: words, why: words }), { minLength: 2, maxLength: 5, selector: (option) => option.id })
    .map((options) => options.map((o, i) => ({ ...o, text: `${i} ${o.text}`, correct: i === 1 }))),
});
const trueFalse = fc.record({
  type: fc.constant('TRUE_FALSE'),
  prompt: words,
  hints,
  answer: fc.boolean(),
  why: fc.record({ true: words, false: words }),
});
const freeForm = fc.record({
  type: fc.constant('FREE_FORM'),
  prompt: words,
  hints: fc.constant(['Think.']),
  accept: fc.uniqueArray(words, { minLength: 1, maxLength: 3 }),
  number: fc.record({ value: fc.double({ noNaN: true, noDefaultInfinity: true }), tolerance: fc.nat() }),
});
const code = fc.record({
  type: fc.constant('CODE_COMPLETION'),
  prompt: words,
  hints: fc.constant(['Think.']),
  starter: words.map((text) => `first(${JSON.stringify(text)})\n`),
  solution: words.map((text) => `second(${JSON.stringify(text)})\n`),
  tests: fc.constant([{ id: 'a', name: 'A', stdin: 'x\n\ty', stdout: '' }]),
});

const ordering = fc.record({
  type: fc.constant('ORDERING'),
  prompt: words,
  hints,
  items: fc
    .uniqueArray(fc.record({ id, text: words }), { minLength: 2, maxLength: 4, selector: (item) => item.id })
    .map((items) => items.map((item, i) => ({ ...item, text: `${i} ${item.text}` }))),
});
const predict = fc.record({
  type: fc.constant('PREDICT_OUTPUT'),
  prompt: words,
  hints: fc.constant(['Think.']),
  code: words,
  stdout: words,
});

const exercise = fc.tuple(id, fc.oneof(choice, trueFalse, freeForm, code, ordering, predict)).map(([own, rest]) => ({ id: own, ...rest }));
const exercises = fc.uniqueArray(exercise, { maxLength: 5, selector: (e) => e.id });

it('survives JSON, whatever words an author uses, and keeps them letter by letter', () => {
  fc.assert(
    fc.property(words, exercises, (title, blocks) => {
      const course = {
        format: 1,
        id: 'any',
        version: '1.0.0',
        title,
        description: title,
        languages: ['en'],
        level: 'BEGINNER',
        programmingLanguage: 'python',
        licence: { text: 'CC-BY-4.0', code: 'MIT' },
        authors: [title],
        lessons: ['a'],
      };
      const head = stringify({ id: 'a', title, objectives: [title], minutes: 1 });
      const body = blocks.map((block) => `:::exercise\n${stringify(block)}:::\n`).join('\n');
      const result = parseCourse({
        'course.yaml': stringify(course),
        'lessons/a/lesson.md': `---\n${head}---\nText.\n\n${body}`,
      });
      if (!result.ok) throw new Error(JSON.stringify(result.error, null, 2));
      expect(JSON.parse(JSON.stringify(result.value))).toEqual(result.value);
      expect(result.value.course.title).toBe(title);
      expect(result.value.exercises.map((row) => row.prompt)).toEqual(blocks.map((block) => block.prompt));
      expect(result.value.lessons[0]?.content).toBe('Text.');
    }),
  );
}, 30_000);
