import * as v from 'valibot';

/** The pieces that shapes are made of. Each message says what is expected; findings quote it as it stands. */

export const text = (expected: string) =>
  v.pipe(v.string((issue) => asText(expected, issue.input)), v.check((s) => s.trim() !== '', expected));
const asText = (expected: string, found: unknown): string =>
  typeof found === 'number' || typeof found === 'boolean' ? `${expected} (as text, in quotes)` : expected;
export const wholeFrom = (min: number, expected: string, max = Number.MAX_SAFE_INTEGER) =>
  v.pipe(v.number(expected), v.check((n) => Number.isInteger(n) && n >= min && n <= max, expected));
export const oneOf = <K extends string>(names: { readonly [P in K]: string }) =>
  v.picklist(Object.keys(names) as K[], `one of ${Object.keys(names).join(', ')}`);
export const listOf = <S extends v.GenericSchema>(item: S, expected: string, most = MOST) =>
  v.pipe(v.array(item, expected), v.minLength(1, expected), v.maxLength(most, `${expected}: at most ${most}`));
export const yesNo = (byDefault: boolean) => v.optional(v.boolean('true or false'), byDefault);

/** Far beyond what anybody would answer, and few enough that comparing each with each takes no time. */
const MOST = 500;

/** Ids are chosen once, stand in learners' histories, and may go into a file name or an address. */
const ID = 'an id of small letters, digits, `.` and `-`, such as `names.bill`';
export const ID_PATTERN = /^[a-z0-9]+(?:[.-][a-z0-9]+)*$/;
export const id = v.pipe(v.string(ID), v.maxLength(200, ID), v.regex(ID_PATTERN, ID));
export const fields = 'fields and their values';

/** A list that may be left out. */
export const texts = (expected: string) => v.optional(v.pipe(v.array(text(expected), 'a list'), v.maxLength(MOST, `at most ${MOST}`)), []);

/** A licence, by its short name. */
export const spdx = (of: string) => {
  const words = `an SPDX identifier for the ${of}, such as \`CC-BY-4.0\` or \`MIT\``;
  return v.pipe(v.string(words), v.regex(/^[A-Za-z0-9][A-Za-z0-9.+-]*$/, words));
};
