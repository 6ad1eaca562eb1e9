import * as own from '../primordials.ts';
import { isInstance, isMatch, nameOfFunction } from './asymmetric.ts';
import { asymmetricOf } from './asymmetric-mark.ts';
import type { Matcher } from './matcher.ts';
import { toSource } from './source.ts';

/** `toThrow()`, with part of a message, a pattern, a class or an error. */
export const toThrow: Matcher = (received, args, isReason) => {
  let thrown: { readonly value: unknown } | null = isReason ? { value: received } : null;
  if (!isReason) {
    if (typeof received !== 'function') throw new own.NativeTypeError('expect(…).toThrow() needs a function: expect(() => …)');
    try {
      own.apply(received, undefined, []);
    } catch (error) {
      thrown = { value: error };
    }
  }
  const got = thrown === null ? 'nothing was thrown' : toSource(thrown.value);
  if (args.length === 0 || args[0] === undefined) return { pass: thrown !== null, expected: 'an error', got };
  const expected = args[0];
  return { pass: thrown !== null && isExpected(thrown.value, expected), expected: textOf(expected), got };
};

function isExpected(value: unknown, expected: unknown): boolean {
  const asymmetric = asymmetricOf(expected);
  if (asymmetric !== null) return asymmetric.matches(value);
  if (typeof expected === 'function') return isInstance(value, expected);
  const message = messageOf(value);
  if (message === null) return false;
  if (typeof expected === 'string') return own.indexOf(message, expected) !== -1;
  if (typeof expected === 'object' && expected !== null && !own.isMadeBy(expected, own.RegExpPrototype)) return message === messageOf(expected);
  return isMatch(message, expected);
}

function messageOf(value: unknown): string | null {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return null;
  const { message } = value as { message?: unknown };
  return typeof message === 'string' ? message : null;
}

function textOf(expected: unknown): string {
  if (typeof expected === 'function') return nameOfFunction(expected);
  return typeof expected === 'string' ? `an error: … ${expected} …` : toSource(expected);
}
