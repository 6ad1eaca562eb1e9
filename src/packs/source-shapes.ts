import * as v from 'valibot';
import { CodeLanguage, DifficultyLevel } from '../../db/models/enums.ts';

/** What an author writes. Each message says what is expected; findings quote it as it stands. */

const text = (expected: string) =>
  v.pipe(v.string((issue) => asText(expected, issue.input)), v.check((s) => s.trim() !== '', expected));
const asText = (expected: string, found: unknown): string =>
  typeof found === 'number' || typeof found === 'boolean' ? `${expected} (as text, in quotes)` : expected;
const wholeFrom = (min: number, expected: string) =>
  v.pipe(v.number(expected), v.check((n) => Number.isInteger(n) && n >= min, expected));
const oneOf = <K extends string>(names: { readonly [P in K]: string }) =>
  v.picklist(Object.keys(names) as K[], `one of ${Object.keys(names).join(', ')}`);
const listOf = <S extends v.GenericSchema>(item: S, expected: string) => v.pipe(v.array(item, expected), v.minLength(1, expected));
const yesNo = (byDefault: boolean) => v.optional(v.boolean('true or false'), byDefault);

/** Ids are chosen once, stand in learners' histories, and may go into a file name or an address. */
const ID = 'an id of small letters, digits, `.` and `-`, such as `names.bill`';
const id = v.pipe(v.string(ID), v.regex(/^[a-z0-9]+(?:[.-][a-z0-9]+)*$/, ID));
const fields = 'fields and their values';

const licence = (expected: string) => {
  const words = `an SPDX identifier for the ${expected}, such as \`CC-BY-4.0\` or \`MIT\``;
  return v.pipe(v.string(words), v.regex(/^[A-Za-z0-9][A-Za-z0-9.+-]*$/, words));
};

export const courseShape = v.strictObject(
  {
    format: v.literal(1, '1, the only version of the format so far'),
    id,
    version: v.pipe(v.string('a version such as `1.0.0`'), v.regex(/^\d+\.\d+\.\d+$/, 'a version such as `1.0.0`')),
    title: text('a title'),
    slug: v.optional(id),
    description: text('a description in Markdown'),
    languages: listOf(
      v.pipe(v.string('a language tag such as `en`'), v.regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/, 'a language tag such as `en`')),
      'at least one language tag, the language it is written in first',
    ),
    level: oneOf(DifficultyLevel),
    programmingLanguage: v.optional(v.nullable(oneOf(CodeLanguage)), null),
    order: v.optional(wholeFrom(0, 'a whole number from 0'), 0),
    licence: v.strictObject({ text: licence('text'), code: licence('code') }, '`text` and `code`'),
    authors: listOf(text("an author's name"), "a list of authors' names"),
    lessons: listOf(text('the name of a folder in `lessons/`'), 'the folders of the lessons, in order'),
  },
  fields,
);

export const frontMatterShape = v.strictObject(
  {
    id,
    title: text('a title'),
    objectives: listOf(text('what the learner can do afterwards'), 'a list of what the learner can do afterwards'),
    minutes: wholeFrom(1, 'a whole number of minutes from 1'),
  },
  fields,
);

const shared = {
  id,
  rev: v.optional(wholeFrom(1, 'a whole number from 1'), 1),
  level: v.optional(oneOf(DifficultyLevel)),
  prompt: text('the task, in Markdown'),
  hints: listOf(text('a hint in Markdown'), 'a list of hints, the gentlest first'),
  explanation: v.optional(text('why it works, in Markdown')),
  points: v.optional(wholeFrom(1, 'a whole number from 1'), 1),
  required: yesNo(true),
};

const mistakes = v.optional(
  v.array(
    v.strictObject({ answer: text('the wrong answer itself'), say: text('what to say to it, in Markdown') }, '`answer` and `say`'),
    'a list of `answer` and `say`',
  ),
  [],
);

const choice = v.strictObject(
  { id, text: text('the option, in Markdown'), why: text('the reason why it is right or wrong'), correct: yesNo(false) },
  '`id`, `text`, `why`, and `correct: true` for the right one',
);

const why = v.strictObject(
  { true: text('the reason shown under "true"'), false: text('the reason shown under "false"') },
  '`true` and `false`, each with its reason',
);

const number = v.strictObject(
  {
    // + 0: the one number that JSON does not keep is -0.
    value: v.pipe(v.number('a number'), v.finite('a finite number'), v.transform((n) => n + 0)),
    tolerance: v.optional(v.pipe(v.number('a number from 0'), v.minValue(0, 'a number from 0'), v.finite('a finite number')), 0),
  },
  '`value` and `tolerance`',
);

const rubric = v.strictObject(
  { criteria: listOf(text('a criterion'), 'a list of criteria'), sample: text('a sample answer in Markdown') },
  '`criteria` and `sample`',
);

const test = v.strictObject(
  {
    id,
    name: text('a name for the check'),
    visible: yesNo(false),
    call: v.optional(text('an expression that calls the solution')),
    expect: v.optional(text('the value it gives, as the language writes it')),
    stdin: v.optional(v.string('all that the program can read')),
    stdout: v.optional(v.string('all that the program prints')),
  },
  '`id`, `name`, and `call` with `expect` or `stdin` with `stdout`',
);

const texts = (expected: string) => v.optional(v.array(text(expected), 'a list'), []);

export const exerciseShape = v.variant(
  'type',
  [
    v.strictObject({ type: v.literal('MULTIPLE_CHOICE'), ...shared, options: listOf(choice, 'a list of options') }),
    v.strictObject({ type: v.literal('TRUE_FALSE'), ...shared, answer: v.boolean('true or false'), why }),
    v.strictObject({
      type: v.literal('FREE_FORM'),
      ...shared,
      accept: texts('an accepted answer'),
      patterns: texts('a regular expression'),
      number: v.optional(number),
      keywords: texts('a word that must occur'),
      caseSensitive: yesNo(false),
      rubric: v.optional(rubric),
      mistakes,
    }),
    v.strictObject({
      type: v.literal('CODE_COMPLETION'),
      ...shared,
      language: v.optional(oneOf(CodeLanguage)),
      file: v.optional(
        v.pipe(v.string('a file name'), v.regex(/^[A-Za-z0-9_][A-Za-z0-9_.-]*$/, 'a file name such as `bill.py`')),
      ),
      starter: text('the code to begin with'),
      solution: text('code that passes every test'),
      tests: listOf(test, 'at least one test'),
      mistakes,
    }),
  ],
  'one of MULTIPLE_CHOICE, TRUE_FALSE, FREE_FORM, CODE_COMPLETION',
);

export type CourseSource = v.InferOutput<typeof courseShape>;
export type FrontMatter = v.InferOutput<typeof frontMatterShape>;
export type ExerciseSource = v.InferOutput<typeof exerciseShape>;
export type SourceOf<T extends ExerciseSource['type']> = Extract<ExerciseSource, { type: T }>;
