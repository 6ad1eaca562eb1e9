import type { SeenError } from '../seen-error.ts';
import { partnerOf } from './brackets.ts';
import { chainBefore, textOf, type Stretch } from './chains.ts';
import { tokensOf } from './tokens.ts';
import { valueOf, type Known } from './values.ts';

/** Something that is no function was called. */
export interface BadCall {
  /** As V8 writes it: `person.greet`, `add(...)`, `(intermediate value)`. */
  readonly callee: string;
  /** The method's name; '' where the callee is none. */
  readonly method: string;
  /** What the method was looked for in. */
  readonly object: Stretch | null;
  /** The same, as the learner wrote it; '' when it cannot be told. */
  readonly what: string;
  readonly value: Known;
}

const NOT_KNOWN: Known = { kind: null, name: '' };

export function badCallIn({ message, lines, place }: SeenError): BadCall | null {
  const [, callee] = /^([^]*?) is not a function$/.exec(message) ?? [];
  if (callee === undefined || callee.startsWith('Promise resolver')) return null;
  const [, method = ''] = /\.([\w$#]+)$/.exec(callee) ?? [];
  const tokens = tokensOf(lines);
  const at = tokens.findIndex(
    ({ text, line }, index) => text === method && line === place?.line && ['.', '?.'].includes(tokens[index - 1]?.text ?? '') && ['(', '?.'].includes(tokens[index + 1]?.text ?? ''),
  );
  if (method === '' || at === -1) return { callee, method, object: null, what: '', value: NOT_KNOWN };
  const object = chainBefore(tokens, at - 1);
  return { callee, method, object, what: textOf(lines, object), value: valueOf(lines, object) };
}

/** Methods that are given a function. */
const TAKES_FUNCTION = ['map', 'filter', 'forEach', 'reduce', 'reduceRight', 'find', 'findIndex', 'findLast', 'some', 'every', 'sort', 'flatMap', 'then', 'addEventListener', 'setTimeout', 'setInterval', 'setImmediate', 'toSorted'];

/** On the error's line, what was given where a function was wanted. */
export function callbackIn({ lines, place }: SeenError): { readonly method: string; readonly given: string; readonly isCall: boolean } | null {
  const tokens = tokensOf(lines);
  const at = tokens.findIndex(({ text, line }, index) => line === place?.line && TAKES_FUNCTION.includes(text) && tokens[index + 1]?.text === '(');
  if (at === -1) return null;
  const close = partnerOf(tokens, at + 1);
  if (close === -1) return null;
  let end = at + 2;
  for (; end < close && tokens[end]?.text !== ','; end++) {
    if (['(', '[', '{'].includes(tokens[end]?.text ?? '')) end = Math.max(end, partnerOf(tokens, end));
  }
  const isCall = tokens[end - 1]?.text === ')' && end - 1 > at + 2;
  return { method: tokens[at]?.text ?? '', given: textOf(lines, { from: at + 2, to: end }), isCall };
}
