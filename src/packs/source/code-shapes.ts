import * as v from 'valibot';
import { CodeLanguage } from '../../../db/models/enums.ts';
import { id, listOf, oneOf, text, yesNo } from './shape-words.ts';

/** What an author writes where there is code: files, tests, rules about constructs. */

const FILE = 'a file name such as `bill.py`';
/** In folders too (`data/rivers.txt`): the runner makes them. */
export const fileName = v.pipe(v.string('a file name'), v.regex(/^(?:[A-Za-z0-9_][A-Za-z0-9_.-]*\/)*[A-Za-z0-9_][A-Za-z0-9_.-]*$/, FILE));
export const language = v.optional(oneOf(CodeLanguage));

/** One file, named by `file` or after the language, or several, of which `entry` runs. */
export const program = {
  language,
  file: v.optional(fileName),
  files: v.optional(v.record(fileName, v.string('the text of a file'), 'file names, each with its text')),
  entry: v.optional(fileName),
};

const testFile = v.strictObject(
  { file: fileName, source: text('the tests'), runSkipped: yesNo(false) },
  '`file` and `source`',
);

export const STYLES = '`call` with `expect`, `stdin` with `stdout`, `assert` or `testFile`';

const test = v.strictObject(
  {
    id,
    name: text('a name for the check'),
    visible: yesNo(false),
    call: v.optional(text('an expression that calls the solution')),
    expect: v.optional(text('the value it gives, as the language writes it')),
    stdin: v.optional(v.string('all that the program can read')),
    stdout: v.optional(v.string('all that the program prints')),
    assert: v.optional(text('statements that throw unless all is well')),
    testFile: v.optional(testFile),
  },
  `\`id\`, \`name\`, and one of ${STYLES}`,
);

const rules = v.optional(
  v.array(
    v.strictObject(
      { construct: text('the name of a construct'), say: text('what to say when the rule is broken, in Markdown') },
      '`construct` and `say`',
    ),
    'a list of `construct` and `say`',
  ),
  [],
);

/** The fields of an exercise that is answered by files. */
export const code = {
  ...program,
  starter: v.optional(text('the code to begin with')),
  solution: v.optional(text('code that passes every test')),
  solutions: v.optional(v.record(fileName, v.string('the text of a file'), 'file names, each with its text')),
  tests: listOf(test, 'at least one test'),
  constructs: v.optional(v.strictObject({ required: rules, forbidden: rules }, '`required` and `forbidden`'), {
    required: [],
    forbidden: [],
  }),
};

export type TestSource = v.InferOutput<typeof test>;
