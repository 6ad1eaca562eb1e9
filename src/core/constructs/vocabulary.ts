import type { CodeLanguage } from '../../../db/models/enums.ts';

/** Names that mean the same in every language, as far as it has the thing. `loop` is any of them, `if` any branch. */
const SHARED = [
  'for',
  'while',
  'loop',
  'if',
  'else',
  'conditional expression',
  'switch',
  'function',
  'anonymous function',
  'recursion',
  'return',
  'class',
  'try',
  'throw',
  'import',
  'break',
  'continue',
  'generator',
  'await',
  'spread',
  'destructuring',
  'template',
  'regex',
] as const;

const PYTHON = ['comprehension', 'lambda', 'f-string', 'match', 'raise', 'with', 'global', 'slice', 'assert', 'decorator', 'del'] as const;
const JAVASCRIPT = ['do', 'for of', 'for in', 'arrow function', 'var', 'let', 'const', 'new', 'this', 'delete', 'optional chaining'] as const;

/** Names that take the name of a thing: `import:math`, `call:sorted`, `method:append`, `operator:+=`. */
const WITH_ARGUMENT = ['import', 'call', 'method', 'operator'] as const;

export type ConstructName =
  | (typeof SHARED)[number]
  | (typeof PYTHON)[number]
  | (typeof JAVASCRIPT)[number]
  | `${(typeof WITH_ARGUMENT)[number]}:${string}`;

/** The plain names a rule may use in this language, and the beginnings of those with an argument (`call:`). */
export const constructNames = (language: CodeLanguage): readonly string[] => [
  ...SHARED,
  ...(language === 'python' ? PYTHON : JAVASCRIPT),
  ...WITH_ARGUMENT.map((name) => `${name}:`),
];

export function isConstruct(language: CodeLanguage, name: string): boolean {
  const colon = name.indexOf(':');
  if (colon === -1) return constructNames(language).includes(name);
  const argument = name.slice(colon + 1);
  return constructNames(language).includes(name.slice(0, colon + 1)) && argument !== '' && argument === argument.trim();
}
