import type { Rule } from '../rule.ts';
import { declarationsIn } from './names.ts';
import { brokenIn, isOfReader, told } from './syntax.ts';

const twice = (id: string, fits: (hows: readonly string[]) => boolean): Rule => ({
  id: `javascript-${id}`,
  types: ['SyntaxError'],
  match({ message, lines, place }) {
    const [, name] = /^Identifier '([^']+)' has already been declared$/.exec(message) ?? [];
    const made = name === undefined ? [] : declarationsIn(lines, name);
    if (name === undefined || !fits(made.map(({ how }) => how))) return null;
    const first = made.find(({ line }) => line !== place?.line) ?? made[0];
    return { name, line: first?.line ?? 0, fn: made.find(({ how }) => how === 'parameter')?.of ?? '' };
  },
});

/** Mistakes that the engine names itself. */
export const TOLD_RULES: readonly Rule[] = [
  twice('parameter-made-again', (hows) => hows[0] === 'parameter' && hows.length > 1),
  twice('made-twice', () => true),
  told('parameter-twice', /^Duplicate parameter name not allowed/, /\(?.*?(?<![\w$])(?<name>[\w$]+)\s*,.*(?<![\w$])\k<name>(?![\w$])/),
  told('const-without-value', /^Missing initializer in const declaration$/, /\bconst\s+(?<name>[\w$]+)/),
  told('unpacking-without-value', /^Missing initializer in (?:destructuring|const) declaration$/),
  told('await-in-callback', /^await is only valid in async functions/, /\.(?<method>\w+)\(\s*(?:function\b|[\w$(].*=>)/),
  told('await-outside-async', /^await is only valid in async functions/),
  told('break-in-callback', /^Illegal (?<word>break|continue) statement/, /=>|\bfunction\b/),
  told('break-outside-loop', /^Illegal (?<word>break|continue) statement/),
  told('return-outside-function', /^Illegal return statement$/),
  told('assignment-in-condition', /^Invalid left-hand side in assignment$/, /\b(?<word>if|while)\s*\(/),
  told('calculation-on-left', /^Invalid (?:left-hand side in assignment|assignment target|destructuring assignment target)$/, /(?:^|=>|[(,;?{]|(?<![=!<>])=(?!=))\s*(?<left>[^=(,;?{]*[-+*/%][^=(,;?{]*?)\s*=(?![=>])/),
  told('value-on-left', /^Invalid (?:left-hand side in assignment|assignment target|destructuring assignment target)$/, /(?<left>[\w$."'()]+)\s*(?<sign>[-+*/%]?=)(?![=>])/),
  told('left-side', /^Invalid (?:left-hand side in assignment|assignment target|destructuring assignment target)$/),
  told('increment-of-value', /^Invalid left-hand side expression in (?:postfix|prefix) operation$/),
  told('loop-target', /^Invalid left-hand side in for-loop|^Invalid left-hand side in for-in loop|^Invalid left-hand side in for-of loop|must have a single binding|loop variable declaration may not have an initializer/i),
  told('reserved-name', /^Unexpected (?:strict mode reserved word|reserved word|eval or arguments in strict mode)$/, /\b(?<name>await|yield|static|interface|package|private|protected|public|implements|enum|arguments|eval)\b/),
  told('class-without-name', /^Unexpected token '\{'$/, /^(?:export\s+)?class\s*\{/),
  told('super-without-extends', /^'super' keyword unexpected here$/),
  told('constructor-twice', /^A class may only have one constructor$/),
  told('getter-with-parameter', /^Getter must not have any formal parameters\.$/),
  told('setter-parameter', /^Setter must have exactly one formal parameter\.$/),
  told('default-twice', /^More than one default clause in switch statement$/),
  told('case-missing', /^Unexpected (?:identifier|token)/, /^switch\s*\(.*\)\s*\{(?!\s*(?:case|default|\}))/),
  {
    id: 'javascript-rest-last',
    types: ['SyntaxError'],
    match: (seen) => (/^Rest (?:element|parameter) must be last/.test(seen.message) || (isOfReader(seen.message) && /[([{,]\s*\.\.\.[\w$]+\s*,\s*[\w$]+\s*[)\]}]\s*(?:=|\{|=>)/.test(brokenIn(seen).code)) ? {} : null),
  },
  told('newline-after-throw', /^Illegal newline after throw$/),
  told('try-alone', /^Missing catch or finally after try$/),
  told('leading-zero', /^(?:Octal literals|Decimals with leading zeros) are not allowed in strict mode\.$/, /(?<![\w.])(?<number>0\d+)/),
  told('escape-broken', /^Invalid (?<what>Unicode|hexadecimal) escape sequence$/),
  told('number-separator', /^(?:Numeric separators are not allowed|Only one underscore is allowed)/),
  told('delete-variable', /^Delete of an unqualified identifier in strict mode\.$/, /\bdelete\s+(?<name>[\w$]+)/),
  told('minus-before-power', /^Unary operator used immediately before exponentiation/),
  told('mixed-nullish', /^Unexpected token '(?<sign>\?\?|\|\||&&)'$/, /\?\?/),
  told('private-not-made', /^Private field '(?<name>#[^']+)' must be declared in an enclosing class$/),
  told('object-with-equals', /^Invalid shorthand property initializer$/, /(?<name>[\w$]+)\s*=(?!=)\s*[^=,{]+(?:[,}]|$)/),
  told('object-with-equals-somewhere', /^Invalid shorthand property initializer$/),
  told('namespace-with-values', /^A namespace that holds values is not supported/),
  told('import-without-file', /^Expected string token at the end of import statement/),
  told('bigint-of-text', /^Cannot convert (?<value>[^]*) to a BigInt$/),
];
