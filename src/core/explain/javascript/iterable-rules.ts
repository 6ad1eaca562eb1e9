import { both, says, stands, type Params, type Rule } from '../rule.ts';
import type { SeenError } from '../seen-error.ts';
import { chainBefore, textOf, type Stretch } from './chains.ts';
import { endOfValue } from './declarations.ts';
import { partnerOf } from './brackets.ts';
import { tokensOf } from './tokens.ts';
import { lastValueOf, valueOf, type Known } from './values.ts';

interface Walked {
  /** As the learner wrote it, or as V8 tells it. */
  readonly what: string;
  readonly value: Known;
  /** What was to go through it. */
  readonly by: 'loop' | 'spread' | 'unpack' | 'call';
}

const rule = (id: string, match: (walked: Walked, seen: SeenError) => Params | null): Rule => ({
  id: `javascript-${id}`,
  types: ['TypeError'],
  match(seen) {
    const walked = walkedIn(seen);
    return walked === null ? null : match(walked, seen);
  },
});

/** Something was to be gone through item by item, and has no items. */
export const ITERABLE_RULES: readonly Rule[] = [
  {
    id: 'javascript-pairs-wanted',
    types: ['TypeError'],
    match: both(says(/^Iterator value (?<value>[^]*) is not an entry object$/), stands(/(?<by>fromEntries|Map|WeakMap)/)),
  },
  rule('nothing-to-walk', ({ what, by }, { message }) =>
    /^(?:undefined|null|object null)\b/.test(message) || message.includes('(cannot read property') && !/^(?:object|number|boolean|function) /.test(message) ? { what, by } : null,
  ),
  rule('number-to-walk', ({ what, value, by }) => (value.kind === 'number' ? { what, by } : null)),
  rule('promise-to-walk', ({ what, value }) => (value.kind === 'promise' ? { what } : null)),
  rule('object-unpacked-as-list', ({ what, value, by }) => (by === 'unpack' && (value.kind === 'object' || value.kind === 'class') ? { what } : null)),
  rule('object-to-walk', ({ what, value, by }) => (value.kind === 'object' || value.kind === 'class' ? { what, by } : null)),
  rule('function-to-walk', ({ what, value, by }) => (value.kind === 'function' ? { what, by } : null)),
  rule('value-called-for-list', ({ what }, { message, lines }) => {
    const [, callee] = /^([\w$]+) is not a function or/.exec(message) ?? [];
    const { kind } = callee === undefined ? { kind: null } : valueOfName(lines, callee);
    return kind === null || kind === 'function' || callee === undefined ? null : { name: callee, what };
  }),
  rule('result-not-iterable', ({ what, by }, { message }) => (message.includes('is not a function or its return value') ? { what, by } : null)),
  rule('not-iterable', ({ what, by }) => ({ what, by })),
];

function walkedIn(seen: SeenError): Walked | null {
  const { message, lines, place } = seen;
  const [, told] = /^([^]*?) is not (?:a function or its return value is not )?iterable/.exec(message) ?? [];
  const isSpread = message.startsWith('Spread syntax requires');
  if (told === undefined && !isSpread) return null;
  const found = place === null ? null : walkedOnLine(lines, place.line);
  const value = found === null ? { kind: null, name: '' } : valueOf(lines, found.value);
  const what = found === null ? (told ?? '') : textOf(lines, found.value);
  const kind = value.kind ?? (told === 'function' ? 'function' : /^(?:number )?-?\d/.test(told ?? '') ? 'number' : /^(?:object\b(?! null)|\{|#<)/.test(told ?? '') ? 'object' : null);
  return { what, value: { ...value, kind }, by: found?.by ?? (isSpread ? 'spread' : 'call') };
}

/** The value that the line wants to go through. */
function walkedOnLine(lines: readonly string[], line: number): { readonly value: Stretch; readonly by: Walked['by'] } | null {
  const tokens = tokensOf(lines);
  for (const [at, token] of tokens.entries()) {
    if (token.line !== line) continue;
    const rest = { from: at + 1, to: endOfValue(tokens, at + 1) };
    if (token.text === 'of' && tokens[at - 1]?.text !== '.') return { value: rest, by: 'loop' };
    if (token.text === '...' && ['(', '[', ','].includes(tokens[at - 1]?.text ?? '') && tokens[rest.to]?.text !== '{') return { value: rest, by: 'spread' };
    const isPattern = token.text === '=' && tokens[at - 1]?.text === ']' && ['const', 'let', 'var', ';', '}'].includes(tokens[partnerOf(tokens, at - 1) - 1]?.text ?? ';');
    if (isPattern) return { value: rest, by: 'unpack' };
    const isTaker = token.text === '(' && ['Set', 'Map', 'all', 'allSettled', 'race', 'any', 'fromEntries', 'WeakSet'].includes(tokens[at - 1]?.text ?? '');
    if (isTaker && chainBefore(tokens, at).from < at) return { value: rest, by: 'call' };
  }
  return null;
}

function valueOfName(lines: readonly string[], name: string): Known {
  const value = lastValueOf(lines, name, tokensOf(lines).length);
  return value === null ? { kind: null, name: '' } : valueOf(lines, value);
}
