import * as v from 'valibot';
import type { ExerciseSource } from './exercise-shapes.ts';
import { fields, id, text } from './shape-words.ts';

/**
 * What a translation may say: the words of a course, a lesson or an exercise, and nothing else. What is graded (answers,
 * code, tests, keys) stands in the original alone.
 */

const words = (expected: string) => v.exactOptional(text(expected));
const some = <S extends v.GenericSchema>(item: S, expected: string) => v.exactOptional(v.pipe(v.array(item, expected), v.maxLength(MOST, `at most ${MOST}`)));
const MOST = 500;

export const courseTextsShape = v.strictObject({ title: words('a title'), description: words('a description in Markdown') }, fields);

export const headTextsShape = v.strictObject(
  {
    title: words('a title'),
    objectives: some(text('what the learner can do afterwards'), 'a list of what the learner can do afterwards'),
  },
  fields,
);

const item = v.strictObject({ id, text: text('the words on it, in Markdown') }, '`id` and `text`');
const items = some(item, 'a list of `id` and `text`');
const options = some(
  v.strictObject({ id, text: words('the option, in Markdown'), why: words('the reason why it is right or wrong') }, '`id`, `text` and `why`'),
  'a list of `id`, `text` and `why`',
);
const why = v.exactOptional(
  v.strictObject({ true: words('the reason shown under "true"'), false: words('the reason shown under "false"') }, '`true` and `false`'),
);
const mistakes = some(
  v.strictObject({ answer: text('the wrong answer, as the original has it'), say: text('what to say to it, in Markdown') }, '`answer` and `say`'),
  'a list of `answer` and `say`',
);
const rubric = v.exactOptional(
  v.strictObject(
    { criteria: some(text('a criterion'), 'a list of criteria'), sample: words('a sample answer in Markdown') },
    '`criteria` and `sample`',
  ),
);
const tests = some(v.strictObject({ id, name: text('a name for the check') }, '`id` and `name`'), 'a list of `id` and `name`');
const rules = some(
  v.strictObject(
    { construct: text('the name of a construct'), say: text('what to say when the rule is broken, in Markdown') },
    '`construct` and `say`',
  ),
  'a list of `construct` and `say`',
);
const constructs = v.exactOptional(v.strictObject({ required: rules, forbidden: rules }, '`required` and `forbidden`'));

/** All words that an exercise of any type may have. */
const anyTextsShape = v.strictObject(
  {
    id,
    prompt: words('the task, in Markdown'),
    explanation: words('why it works, in Markdown'),
    hints: some(text('a hint in Markdown'), 'a list of hints'),
    options,
    why,
    mistakes,
    rubric,
    text: words('the text with `{{id}}` for each blank'),
    left: items,
    right: items,
    items,
    tests,
    constructs,
  },
  fields,
);
export type ExerciseTexts = v.InferOutput<typeof anyTextsShape>;

const ALWAYS = ['id', 'prompt', 'explanation', 'hints'] as const;
const PLAIN = v.pick(anyTextsShape, ALWAYS);
const CHOICE = v.pick(anyTextsShape, [...ALWAYS, 'options']);
const TRUE_FALSE = v.pick(anyTextsShape, [...ALWAYS, 'why']);
const WRITTEN = v.pick(anyTextsShape, [...ALWAYS, 'mistakes']);
const FREE_FORM = v.pick(anyTextsShape, [...ALWAYS, 'mistakes', 'rubric']);
const FILL_BLANKS = v.pick(anyTextsShape, [...ALWAYS, 'text']);
const MATCHING = v.pick(anyTextsShape, [...ALWAYS, 'left', 'right']);
const ORDERING = v.pick(anyTextsShape, [...ALWAYS, 'items']);
const CODE = v.pick(anyTextsShape, [...ALWAYS, 'tests', 'constructs', 'mistakes']);

/** The blocks of a translation: each has the `id` of what it translates, and whichever of its words. */
export const TEXTS_SHAPES = [PLAIN, CHOICE, TRUE_FALSE, WRITTEN, FREE_FORM, FILL_BLANKS, MATCHING, ORDERING, CODE] as const;

/** By the type of what is translated. */
export const TEXTS_SHAPE_OF: { readonly [T in ExerciseSource['type']]: v.GenericSchema<unknown, ExerciseTexts> } = {
  MULTIPLE_CHOICE: CHOICE,
  MULTI_SELECT: CHOICE,
  TRUE_FALSE,
  FREE_FORM,
  SHORT_TEXT: WRITTEN,
  NUMERIC: WRITTEN,
  PREDICT_OUTPUT: WRITTEN,
  // Its blocks are code.
  PARSONS: PLAIN,
  FILL_BLANKS,
  MATCHING,
  ORDERING,
  CODE_COMPLETION: CODE,
  FIX_BUG: CODE,
};

export type CourseTexts = v.InferOutput<typeof courseTextsShape>;
export type HeadTexts = v.InferOutput<typeof headTextsShape>;
