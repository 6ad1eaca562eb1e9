/**
 * A spreadsheet runs a cell that begins with one of these as a formula, whoever wrote it: a course could then send away
 * what stands beside it. Such a cell gets an apostrophe in front, which a spreadsheet takes for "text"; one that has
 * apostrophes before such a sign gets one more, so that taking one away gives back what was there. Plain negative numbers
 * are harmless and stay.
 */
const FORMULA = /^'*[=+\-@\t\r＝＋－＠]/;
const NUMBER = /^-\d+(?:\.\d+)?$/;

export const guarded = (text: string): string => (FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text);

export const unguarded = (cell: string): string => (cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell);

/** The columns of our own tables, by which they are known again; `option 1`, `reason 1`, `hint 1` and on stand between. */
export const COLUMNS = {
  before: ['lesson', 'id', 'type', 'question'],
  numbered: ['option', 'reason', 'hint'],
  after: ['correct', 'answer', 'explanation', 'more'],
} as const;
