import { partnerOf } from './brackets.ts';
import { endsValue, tokenAt, tokensOf, type Token } from './tokens.ts';

/** Where a program makes a name. */
export interface Declaration {
  readonly name: string;
  readonly how: 'let' | 'const' | 'var' | 'function' | 'class' | 'parameter' | 'import' | 'catch';
  /** Index of the name's token. */
  readonly at: number;
  readonly line: number;
  /** Tokens of what it is given, `to` excluded; null: nothing, or not by itself (`const { a } = …`). */
  readonly value: { readonly from: number; readonly to: number } | null;
  /** Of a parameter: its function's name, '' for one without. Of an import: the module. Else ''. */
  readonly of: string;
  /** Stands in a pattern: `{ a }` or `[a]`. */
  readonly isPart: boolean;
}

/** Words that look like a call with a block behind it. */
const STATEMENTS = ['if', 'for', 'while', 'switch', 'catch', 'with', 'function', 'super', 'return'];

const known = new WeakMap<readonly Token[], readonly Declaration[]>();

/** Every name that a file makes, in the order of its text. */
export function declarationsOf(lines: readonly string[]): readonly Declaration[] {
  const tokens = tokensOf(lines);
  const found = known.get(tokens) ?? tokens.flatMap((token, at) => (token.kind === 'name' || token.kind === 'sign' ? declaredAt(tokens, at) : []));
  known.set(tokens, found);
  return found;
}

function declaredAt(tokens: readonly Token[], at: number): Declaration[] {
  const { text } = tokenAt(tokens, at);
  const before = tokens[at - 1]?.text;
  if ((text === 'let' || text === 'const' || text === 'var') && before !== '.') return variables(tokens, at + 1, text);
  if (text === 'function') return functionAt(tokens, at);
  if (text === 'class' && tokens[at + 1]?.kind === 'name') return [made(tokens, at + 1, 'class')];
  if (text === 'import' && before !== '.') return imports(tokens, at);
  if (text === 'catch' && tokens[at + 1]?.text === '(') return names(tokens, at + 2, partnerOf(tokens, at + 1), 'catch', '');
  if (text === '=>') return arrowParameters(tokens, at);
  const isMethod = tokens[at]?.kind === 'name' && tokens[at + 1]?.text === '(' && !STATEMENTS.includes(text) && before !== 'function';
  const end = isMethod ? partnerOf(tokens, at + 1) : -1;
  return end !== -1 && tokens[end + 1]?.text === '{' ? names(tokens, at + 2, end, 'parameter', text) : [];
}

const made = (tokens: readonly Token[], at: number, how: Declaration['how'], more: Partial<Declaration> = {}): Declaration => {
  const { text, line } = tokenAt(tokens, at);
  return { name: text, how, at, line, value: null, of: '', isPart: false, ...more };
};

/** `a = 1, { b } = c`, up to the end of the statement. */
function variables(tokens: readonly Token[], start: number, how: 'let' | 'const' | 'var'): Declaration[] {
  const found: Declaration[] = [];
  for (let at = start; ; ) {
    const token = tokens[at];
    const isPattern = token?.text === '{' || token?.text === '[';
    if (token === undefined || (!isPattern && token.kind !== 'name')) return found;
    const last = isPattern ? partnerOf(tokens, at) : at;
    if (last === -1) return found;
    const equals = isAssigned(tokens, last + 1);
    const value = equals === null ? null : { from: equals + 1, to: endOfValue(tokens, equals + 1) };
    if (isPattern) found.push(...names(tokens, at + 1, last, how, ''));
    else found.push(made(tokens, at, how, { value }));
    at = value?.to ?? last + 1;
    if (tokens[at]?.text !== ',') return found;
    at += 1;
  }
}

/** The index of `=` (or of a loop’s `of`); a type of TypeScript's may stand before it. */
function isAssigned(tokens: readonly Token[], at: number): number | null {
  let index = at;
  if (tokens[index]?.text === ':') while (index < tokens.length && !['=', ';', ',', ')'].includes(tokens[index]?.text ?? '')) index++;
  return tokens[index]?.text === '=' ? index : null;
}

/** The index behind a value: of the `,` or `;` after it, or of what begins the next line's statement. */
export function endOfValue(tokens: readonly Token[], from: number): number {
  for (let at = from; at < tokens.length; at++) {
    const { text, line } = tokenAt(tokens, at);
    if (text === '(' || text === '[' || text === '{') {
      const close = partnerOf(tokens, at);
      if (close === -1) return tokens.length;
      at = close;
    } else if ([',', ';', ')', ']', '}'].includes(text)) return at;
    const next = tokens[at + 1];
    const isNewLine = next !== undefined && next.line > (tokens[at]?.line ?? line);
    if (isNewLine && endsValue(tokens[at]) && (next.kind === 'name' || next.kind === 'string' || next.text === '}')) return at + 1;
  }
  return tokens.length;
}

function functionAt(tokens: readonly Token[], at: number): Declaration[] {
  const start = tokens[at + 1]?.text === '*' ? at + 2 : at + 1;
  const name = tokens[start]?.kind === 'name' ? [made(tokens, start, 'function')] : [];
  const open = start + name.length;
  if (tokens[open]?.text !== '(') return name;
  const givenName = name[0]?.name ?? nameGiven(tokens, at);
  return [...name, ...names(tokens, open + 1, partnerOf(tokens, open), 'parameter', givenName)];
}

function arrowParameters(tokens: readonly Token[], arrow: number): Declaration[] {
  const last = arrow - 1;
  if (tokens[last]?.kind === 'name') return [made(tokens, last, 'parameter', { of: nameGiven(tokens, last) })];
  const open = tokens[last]?.text === ')' ? partnerOf(tokens, last) : -1;
  return open === -1 ? [] : names(tokens, open + 1, last, 'parameter', nameGiven(tokens, open));
}

/** `const f = (a) => …`, `f: function (a) …`: what a function that begins at `at` is called. */
function nameGiven(tokens: readonly Token[], at: number): string {
  const sign = tokens[at - 1]?.text === 'async' ? at - 2 : at - 1;
  const isGiven = tokens[sign]?.text === '=' || tokens[sign]?.text === ':';
  return isGiven && tokens[sign - 1]?.kind === 'name' ? (tokens[sign - 1]?.text ?? '') : '';
}

/** The names in a list of parameters or a pattern: not the keys, not the values they have by default. */
function names(tokens: readonly Token[], from: number, to: number, how: Declaration['how'], of: string): Declaration[] {
  const found: Declaration[] = [];
  let depth = 0;
  for (let at = from; at < to; at++) {
    const { kind, text } = tokenAt(tokens, at);
    if (text === '{' || text === '[') depth += 1;
    else if (text === '}' || text === ']') depth -= 1;
    else if (text === '=') at = endOfValue(tokens, at + 1) - 1;
    else if (text === ':' && how === 'parameter' && depth === 0) at = endOfValue(tokens, at + 1) - 1;
    else if (kind === 'name' && !(tokens[at + 1]?.text === ':' && depth > 0)) found.push(made(tokens, at, how, { of, isPart: depth > 0 }));
  }
  return how === 'let' || how === 'const' || how === 'var' ? found.map((one) => ({ ...one, isPart: true })) : found;
}

function imports(tokens: readonly Token[], start: number): Declaration[] {
  const found: number[] = [];
  for (let at = start + 1; at < tokens.length; at++) {
    const { kind, text } = tokenAt(tokens, at);
    if (kind === 'string') return found.map((index) => made(tokens, index, 'import', { of: text.slice(1, -1) }));
    if (text === 'as') found.pop();
    else if (kind === 'name' && text !== 'from' && text !== 'type') found.push(at);
    else if (kind !== 'sign' && kind !== 'name') return [];
  }
  return [];
}
