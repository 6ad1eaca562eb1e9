import * as v from 'valibot';
import { CodeLanguage, DifficultyLevel, ExerciseType } from '../../../db/models/enums.ts';
import { isRecord } from '../../core/json.ts';
import { code, language, program } from './code-shapes.ts';
import { id, listOf, oneOf, spdx, text, texts, wholeFrom, yesNo } from './shape-words.ts';

/** What an author writes between `:::exercise` and `:::`, type by type. */

const WHY = {
  option: 'the reason why it is right or wrong',
  true: 'the reason shown under "true"',
  false: 'the reason shown under "false"',
  both: '`true` and `false`, each with its reason',
};

/** Where an imported exercise comes from: its source may have given neither hints nor reasons. */
const source = v.strictObject(
  {
    format: text('the format it was imported from'),
    id: v.optional(text('its id there')),
    file: v.optional(text('the file it stood in')),
    licence: v.optional(spdx('file')),
  },
  '`format`, and perhaps `id`, `file` and `licence`',
);

/** What an author has to give, and what may be missing of an imported exercise. */
const WRITTEN = {
  hints: listOf(text('a hint in Markdown'), 'a list of hints, the gentlest first'),
  why: text(WHY.option),
  whys: v.strictObject({ true: text(WHY.true), false: text(WHY.false) }, WHY.both),
  source: v.optional(source),
};
const maybe = (expected: string) => v.optional(v.string(expected), '');
const IMPORTED = {
  hints: texts('a hint in Markdown'),
  why: maybe(WHY.option),
  whys: v.optional(v.strictObject({ true: maybe(WHY.true), false: maybe(WHY.false) }, WHY.both), { true: '', false: '' }),
  source,
};
interface Reasons {
  true: string;
  false: string;
}
interface Given {
  readonly hints: v.GenericSchema<string[] | undefined, string[]>;
  readonly why: v.GenericSchema<string | undefined, string>;
  readonly whys: v.GenericSchema<{ [K in keyof Reasons]?: string | undefined } | undefined, Reasons>;
  readonly source: typeof WRITTEN.source | typeof IMPORTED.source;
}

const OBJECTIVES = 'a list of ids of objectives of its lesson';
const shared = {
  id,
  rev: v.optional(wholeFrom(1, 'a whole number from 1'), 1),
  /** The first id it ever had, under which learners' histories know it. */
  renamedFrom: v.optional(id),
  /** Asked in reviews only, in the place of this exercise of the same course. */
  variantOf: v.optional(id),
  /** Those of its lesson that it asks for, by their ids. */
  objectives: v.optional(v.pipe(v.array(id, OBJECTIVES), v.maxLength(50, `${OBJECTIVES}: at most 50`))),
  level: v.optional(oneOf(DifficultyLevel)),
  prompt: text('the task, in Markdown'),
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

// + 0: the one number that JSON does not keep is -0.
const finite = v.pipe(v.number('a number'), v.finite('a finite number'), v.transform((n) => n + 0));
const tolerance = v.optional(
  v.pipe(v.number('a number from 0'), v.minValue(0, 'a number from 0'), v.finite('a finite number')),
  0,
);
const number = v.strictObject({ value: finite, tolerance }, '`value` and `tolerance`');

const ABOVE_0 = 'a number above 0';
const unit = v.strictObject(
  {
    unit: text('a unit such as `kg`'),
    factor: v.optional(v.pipe(v.number(ABOVE_0), v.finite(ABOVE_0), v.check((n) => n > 0, ABOVE_0)), 1),
  },
  '`unit`, and its `factor` to the first unit',
);

const rubric = v.strictObject(
  { criteria: listOf(text('a criterion'), 'a list of criteria'), sample: text('a sample answer in Markdown') },
  '`criteria` and `sample`',
);

const words = { accept: texts('an accepted answer'), patterns: texts('a regular expression') };

const block = v.strictObject({ id, code: text('a line of code, or a few') }, '`id` and `code`');
const item = v.strictObject({ id, text: text('the words on it, in Markdown') }, '`id` and `text`');
const blank = v.strictObject(
  { id, ...words, caseSensitive: v.optional(v.boolean('true or false')), choices: v.optional(listOf(text('a choice'), 'a list of choices')) },
  '`id`, `accept`, and perhaps `patterns`, `caseSensitive` or `choices`',
);
/** An answer is compared with each place of each order. */
const MOST_PLACES = 1_000;
const orders = (expected: string) =>
  v.pipe(
    listOf(listOf(text(expected), `a list of ${expected}`), 'a list of right orders'),
    v.check((all) => all.reduce((sum, { length }) => sum + length, 0) <= MOST_PLACES, `right orders of at most ${MOST_PLACES} places together`),
  );

function exerciseShapeOf(given: Given) {
  const all = { ...shared, hints: given.hints, source: given.source };
  const choice = (correct: string) =>
    v.strictObject(
      { id, text: text('the option, in Markdown'), why: given.why, correct: yesNo(false) },
      `\`id\`, \`text\`, \`why\`, and \`correct: true\` for ${correct}`,
    );
  return v.variant(
    'type',
    [
      v.strictObject({ type: v.literal('MULTIPLE_CHOICE'), ...all, options: listOf(choice('the right one'), 'a list of options') }),
      v.strictObject({ type: v.literal('MULTI_SELECT'), ...all, options: listOf(choice('the right ones'), 'a list of options') }),
      v.strictObject({ type: v.literal('TRUE_FALSE'), ...all, answer: v.boolean('true or false'), why: given.whys }),
      v.strictObject({
        type: v.literal('FREE_FORM'),
        ...all,
        ...words,
        number: v.optional(number),
        keywords: texts('a word that must occur'),
        caseSensitive: yesNo(false),
        rubric: v.optional(rubric),
        mistakes,
      }),
      v.strictObject({ type: v.literal('SHORT_TEXT'), ...all, ...words, caseSensitive: yesNo(false), mistakes }),
      v.strictObject({
        type: v.literal('NUMERIC'),
        ...all,
        answer: finite,
        absolute: tolerance,
        relative: tolerance,
        units: v.optional(v.array(unit, 'a list of units'), []),
        mistakes,
      }),
      v.strictObject({
        type: v.literal('PREDICT_OUTPUT'),
        ...all,
        ...program,
        code: v.optional(text('the program to be read')),
        stdout: v.string('all that the program prints'),
        mistakes,
      }),
      v.strictObject({
        type: v.literal('PARSONS'),
        ...all,
        language,
        blocks: listOf(block, 'a list of blocks'),
        orders: orders('ids of blocks, `id@2` for two levels of indentation'),
        indented: v.optional(v.boolean('true or false')),
      }),
      v.strictObject({
        type: v.literal('FILL_BLANKS'),
        ...all,
        text: text('a text or code with `{{id}}` for each blank'),
        language: v.optional(oneOf(CodeLanguage)),
        blanks: listOf(blank, 'a list of blanks'),
      }),
      v.strictObject({
        type: v.literal('MATCHING'),
        ...all,
        left: listOf(
          v.strictObject({ id, text: text('the words on it, in Markdown'), match: text('the id of its item on the right') }, '`id`, `text` and `match`'),
          'a list of items',
        ),
        right: listOf(item, 'a list of items'),
      }),
      v.strictObject({
        type: v.literal('ORDERING'),
        ...all,
        items: listOf(item, 'a list of items'),
        orders: v.optional(orders('ids of items')),
      }),
      v.strictObject({ type: v.literal('CODE_COMPLETION'), ...all, ...code, mistakes }),
      v.strictObject({ type: v.literal('FIX_BUG'), ...all, ...code, mistakes }),
    ],
    `one of ${Object.keys(ExerciseType).join(', ')}`,
  );
}

export const exerciseShape = exerciseShapeOf(WRITTEN);
/** Of an exercise that names its `source`. */
export const importedShape = exerciseShapeOf(IMPORTED);
export const shapeFor = (value: unknown) => (isRecord(value) && value.source !== undefined ? importedShape : exerciseShape);

export type ExerciseSource = v.InferOutput<typeof exerciseShape>;
export type SourceOf<T extends ExerciseSource['type']> = Extract<ExerciseSource, { type: T }>;
export type CodeSource = SourceOf<'CODE_COMPLETION' | 'FIX_BUG'>;
