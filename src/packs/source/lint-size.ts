import type { ExerciseSource } from './exercise-shapes.ts';

/** Steps that a slow device makes in less than a second; an exercise meant for people takes a few thousand. */
const MOST_STEPS = 5_000_000;
/** Characters of all files, solutions, outputs and mistakes together; a parser's memory grows with them. */
const MOST_CODE = 200_000;

/**
 * Whether its parts, each of which is allowed, would keep a checker or a grader busy for long: each answer is compared
 * with each, each mistake is led through each pattern, and code is parsed.
 */
export function isTooMuch(source: ExerciseSource): boolean {
  const mistakes = 'mistakes' in source ? source.mistakes.map(({ answer }) => answer) : [];
  const rules = source.type === 'FILL_BLANKS' ? source.blanks : 'patterns' in source ? [source] : [];
  const compared = [mistakes, ...rules.map(({ accept }) => [...accept, ...mistakes])].map((texts) => texts.length * lengthOf(texts));
  const matched = rules.map(({ patterns }) => (mistakes.length + lengthOf(mistakes)) * sum(patterns.map(statesOf)));
  const units = source.type === 'NUMERIC' ? source.units.map(({ unit }) => unit) : [];
  return sum([...compared, ...matched, units.length * lengthOf(units)]) > MOST_STEPS || codeIn(source) > MOST_CODE;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
const lengthOf = (texts: readonly string[]): number => sum(texts.map(({ length }) => length));

/** At most: repetitions are written out. */
const statesOf = (pattern: string): number => (pattern.includes('{') ? 1_000 : pattern.length);

function codeIn(source: ExerciseSource): number {
  if (source.type === 'PREDICT_OUTPUT') return lengthOf([source.stdout, source.code ?? '', ...Object.values(source.files ?? {})]);
  if (source.type !== 'CODE_COMPLETION' && source.type !== 'FIX_BUG') return 0;
  const { starter = '', solution = '', files = {}, solutions = {}, mistakes } = source;
  const written = { ...files, ...solutions };
  return lengthOf([starter, solution, ...Object.keys(written), ...Object.values(files), ...Object.values(solutions), ...mistakes.map(({ answer }) => answer)]);
}
