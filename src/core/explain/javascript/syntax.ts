import { groupsOf, type Params, type Rule } from '../rule.ts';
import type { SeenError } from '../seen-error.ts';
import { balanceOf, type Balance } from './brackets.ts';
import { KEYWORDS } from './known-names.ts';
import { endsValue, tokensOf, type Token } from './tokens.ts';

/** A text that could not be read, and where the reader stopped. */
export interface Broken {
  readonly tokens: readonly Token[];
  /** From 1; the last line with anything on it where the error tells none. */
  readonly line: number;
  /** The line's code: texts are empty, comments are gone. */
  readonly code: string;
  /** Indices of the line's first token and of the first one behind it. */
  readonly from: number;
  readonly to: number;
  readonly balance: Balance;
  /** The first token of the line that cannot stand behind the one before it; -1: each can. */
  readonly clash: number;
}

const known = new WeakMap<SeenError, Broken>();

export function brokenIn(seen: SeenError): Broken {
  const found = known.get(seen) ?? read(seen);
  known.set(seen, found);
  return found;
}

function read({ lines, place }: SeenError): Broken {
  const tokens = tokensOf(lines);
  const line = place?.line ?? tokens.at(-1)?.line ?? 1;
  const from = tokens.findIndex((token) => token.line >= line);
  const to = tokens.findLastIndex((token) => token.line <= line) + 1;
  const start = from === -1 ? to : from;
  return { tokens, line, code: codeOf(tokens.slice(start, to)), from: start, to, balance: balanceOf(tokens, lines), clash: clashIn(tokens, start, to) };
}

/** A rule about a text that cannot be read, known by what it sees there. */
export const broken = (id: string, match: (broken: Broken, seen: SeenError) => Params | null, place?: Rule['place']): Rule => ({
  id: `javascript-${id}`,
  types: ['SyntaxError'],
  match: (seen) => (isOfReader(seen.message) ? match(brokenIn(seen), seen) : null),
  ...(place === undefined ? {} : { place }),
});

/** Known by the code of the line alone; named groups are the params. */
export const written = (id: string, pattern: RegExp): Rule => broken(id, ({ code }) => groupsOf(pattern.exec(code)));

/** Known by the engine's own words. */
export const told = (id: string, pattern: RegExp, ...more: readonly RegExp[]): Rule => ({
  id: `javascript-${id}`,
  types: ['SyntaxError'],
  match(seen) {
    const params = groupsOf(pattern.exec(seen.message));
    if (params === null) return null;
    let all: Params = params;
    for (const on of more) {
      const found = groupsOf(on.exec(brokenIn(seen).code));
      if (found === null) return null;
      all = { ...all, ...found };
    }
    return all;
  },
});

/** What says no more than that the text could not be read on. */
export const isOfReader = (message: string): boolean =>
  /^(?:Unexpected (?:token|identifier|string|number|end of input|character|template|reserved|strict)|Unexpectedly reached|Invalid or unexpected token|Unterminated|missing |Expected |Invalid shorthand|Malformed|Function statements|Illegal newline)/.test(message) &&
  !/\bJSON\b/.test(message);

function codeOf(tokens: readonly Token[]): string {
  let code = '';
  let end = tokens[0]?.from ?? 0;
  for (const { kind, text, from, to } of tokens) {
    code += ' '.repeat(Math.min(1, from - end));
    code += kind === 'string' ? '""' : kind === 'template' ? '``' : kind === 'regexp' ? '/ /' : text;
    end = to;
  }
  return code;
}

/** Words after which something follows, though they look like names. */
const OPENING = [...KEYWORDS.filter((word) => !['this', 'super', 'null', 'true', 'false'].includes(word)), 'get', 'set', 'as', 'from', 'of', 'type', 'interface', 'declare', 'readonly', 'public', 'private', 'protected', 'abstract', 'enum', 'implements', 'keyof', 'namespace'];
/** Words that stand between two values, or begin a clause. */
const BETWEEN = ['of', 'in', 'instanceof', 'as', 'from', 'extends', 'implements', 'satisfies', 'is'];

function clashIn(tokens: readonly Token[], from: number, to: number): number {
  for (let at = from; at < to; at++) {
    const before = tokens[at - 1];
    const token = tokens[at];
    if (before === undefined || token === undefined || !endsValue(before)) continue;
    if (before.text === '}' || before.text === ')' || before.text === '++' || before.text === '--') {
      if (!['string', 'number', 'name'].includes(token.kind) || before.text !== ')' || isHead(tokens, at - 1)) continue;
    }
    const startsValue = ['name', 'string', 'number', 'regexp'].includes(token.kind);
    if (!startsValue || BETWEEN.includes(token.text) || (before.kind === 'name' && OPENING.includes(before.text))) continue;
    if (before.line < token.line && !isInList(tokens, at)) continue;
    return at;
  }
  return -1;
}

/** The `)` of `if (…)` and its like, behind which a statement stands. */
function isHead(tokens: readonly Token[], close: number): boolean {
  let depth = 0;
  for (let at = close; at >= 0; at--) {
    if (tokens[at]?.text === ')') depth += 1;
    if (tokens[at]?.text === '(') depth -= 1;
    if (depth === 0) return ['if', 'while', 'for', 'with', 'await'].includes(tokens[at - 1]?.text ?? '');
  }
  return false;
}

/** Within a list, a call or an object no line's end ends a statement. */
function isInList(tokens: readonly Token[], index: number): boolean {
  const around = openAround(tokens, index);
  return around !== null && (around.text !== '{' || isObject(tokens, around));
}

/** The innermost bracket that is open before a token. */
export function openAround(tokens: readonly Token[], index: number): Token | null {
  const open: Token[] = [];
  for (const token of tokens.slice(0, index)) {
    if (token.kind !== 'sign') continue;
    if ([')', ']', '}'].includes(token.text)) open.pop();
    if (['(', '[', '{'].includes(token.text)) open.push(token);
  }
  return open.at(-1) ?? null;
}

/** A brace that begins an object, not a block. */
export function isObject(tokens: readonly Token[], brace: Token): boolean {
  return ['=', '(', ',', ':', '[', 'return', '?'].includes(tokens[tokens.indexOf(brace) - 1]?.text ?? '');
}
