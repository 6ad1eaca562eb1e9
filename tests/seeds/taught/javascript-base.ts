/**
 * What a learner of "JavaScript, in practice" knows on the first day, from whatever language: values, branches, loops,
 * functions, arrays and plain objects a little. `let` and `const` are its first lesson's.
 */
export const JAVASCRIPT_BASE: readonly string[] = [
  ...['comment', 'number', 'string', 'escape', 'boolean', 'null', 'array', 'object', 'subscript', 'attribute', 'assignment'],
  ...['if', 'else', 'nested if', 'for', 'while', 'nested loop', 'break', 'continue', 'function', 'return'],
  ...['+', '-', '*', '/', '%', '+=', '-=', '*=', '/=', '++', '--'].map((sign) => `operator:${sign}`),
  ...['===', '!==', '<', '<=', '>', '>=', '&&', '||', '!'].map((sign) => `operator:${sign}`),
  ...['call:console.log', 'method:push'],
];
