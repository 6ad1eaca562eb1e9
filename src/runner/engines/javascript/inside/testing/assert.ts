import * as own from '../primordials.ts';
import { isMatch } from './asymmetric.ts';
import { equals } from './equals.ts';
import { failure } from './failure.ts';
import type { Judge } from './expectation.ts';
import { toSource } from './source.ts';
import { toThrow } from './to-throw.ts';

type Assert = (...args: readonly unknown[]) => unknown;

/** `assert` with the names it has in Node; `strict` names are for those who import them so. */
export function createAssert(judge: Judge): object {
  const told = (pass: boolean, message: unknown, words: string, expected: string | null, got: string | null): void => {
    const comparison = { called: judge.calledNow(), expected, got };
    judge.onJudged(comparison);
    if (pass) return;
    if (typeof message === 'object' && message !== null && own.isMadeBy(message, own.NativeError.prototype)) throw message as Error;
    throw failure(message === undefined ? words : own.toText(message), comparison);
  };
  const assert: Assert = (condition, message) => {
    judge.onExpect();
    told(condition ? true : false, message, 'The assertion does not hold', null, null);
  };
  const add = (name: string, run: Assert): void => {
    own.define(assert, name, (...args: readonly unknown[]) => {
      judge.onExpect();
      return own.apply(run, undefined, args as unknown[]);
    });
  };
  const compare = (names: readonly string[], isSame: (a: unknown, b: unknown) => boolean, isNot = false): void => {
    for (let i = 0; i < names.length; i++) {
      add(names[i] ?? '', (got, expected, message) => {
        const wanted = `${isNot ? 'not ' : ''}${toSource(expected)}`;
        told(isSame(got, expected) !== isNot, message, `Expected ${wanted}, got ${toSource(got)}`, wanted, toSource(got));
      });
    }
  };
  add('ok', (condition, message) => told(condition ? true : false, message, 'The assertion does not hold', null, null));
  add('fail', (message) => told(false, message, 'Failed', null, null));
  compare(['equal'], looselySame);
  compare(['notEqual'], looselySame, true);
  compare(['strictEqual'], (a, b) => own.is(a, b));
  compare(['notStrictEqual'], (a, b) => own.is(a, b), true);
  compare(['deepEqual'], (a, b) => looselySame(a, b) || equals(a, b));
  compare(['notDeepEqual'], (a, b) => looselySame(a, b) || equals(a, b), true);
  compare(['deepStrictEqual'], (a, b) => equals(a, b, 'strict'));
  compare(['notDeepStrictEqual'], (a, b) => equals(a, b, 'strict'), true);
  add('match', (text, pattern, message) => {
    const pass = typeof text === 'string' && isMatch(text, pattern);
    told(pass, message, `Expected a match of ${toSource(pattern)}, got ${toSource(text)}`, toSource(pattern), toSource(text));
  });
  add('doesNotMatch', (text, pattern, message) => {
    told(typeof text !== 'string' || !isMatch(text, pattern), message, `Expected no match of ${toSource(pattern)}`, `not ${toSource(pattern)}`, toSource(text));
  });
  add('throws', (run, wanted, message) => judgeThrown(toThrow(run, expectedOf(wanted), false), wanted, message));
  add('doesNotThrow', (run) => {
    const { pass, got } = toThrow(run, [], false);
    told(!pass, undefined, `Expected no error, got ${got}`, 'no error', got);
  });
  add('rejects', async (promise, wanted, message) => {
    const { isRejected, value } = await own.shield(outcomeOf(promise));
    const verdict = isRejected ? toThrow(value, expectedOf(wanted), true) : { pass: false, expected: 'a rejection', got: toSource(value) };
    judgeThrown(verdict, wanted, message);
  });
  add('doesNotReject', async (promise) => {
    const { isRejected, value } = await own.shield(outcomeOf(promise));
    told(!isRejected, undefined, `Expected no rejection, got ${toSource(value)}`, 'no rejection', toSource(value));
  });
  function judgeThrown({ pass, expected, got }: { pass: boolean; expected: string; got: string }, wanted: unknown, message: unknown): void {
    told(pass, typeof wanted === 'string' ? wanted : message, `Expected ${expected}, got ${got}`, expected, got);
  }
  own.define(assert, 'strict', assert);
  own.define(assert, 'default', assert);
  return assert;
}

/** In Node a string there is the message; an object of properties is compared with the error's. */
const expectedOf = (wanted: unknown): readonly unknown[] => (wanted === undefined || typeof wanted === 'string' ? [] : [wanted]);

/** As `==` has it among plain values; no object is asked what it would like to be. */
function looselySame(a: unknown, b: unknown): boolean {
  if (a === b || own.is(a, b)) return true;
  if (isNothing(a) || isNothing(b)) return isNothing(a) && isNothing(b);
  return typeof a !== typeof b && isNumberLike(a) && isNumberLike(b) && own.toNumber(a) === own.toNumber(b);
}
const isNothing = (value: unknown): boolean => value === undefined || value === null;
const isNumberLike = (value: unknown): boolean =>
  typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean' || typeof value === 'string';

async function outcomeOf(promise: unknown): Promise<{ readonly isRejected: boolean; readonly value: unknown }> {
  try {
    const value: unknown = await own.settled(typeof promise === 'function' ? own.apply(promise, undefined, []) : promise);
    return outcome(false, value);
  } catch (error) {
    return outcome(true, error);
  }
}

/** Without a prototype: a promise asks what it resolves to for its `then`. */
const outcome = (isRejected: boolean, value: unknown): { readonly isRejected: boolean; readonly value: unknown } =>
  ({ __proto__: null, isRejected, value }) as never;
