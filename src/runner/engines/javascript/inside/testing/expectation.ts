import * as own from '../primordials.ts';
import { createAsymmetric } from './asymmetric.ts';
import { markAsymmetric } from './asymmetric-mark.ts';
import { equals } from './equals.ts';
import { failure, type Comparison } from './failure.ts';
import type { Matcher, Verdict } from './matcher.ts';
import { MATCHERS, SNAPSHOTS } from './matchers.ts';
import { toSource } from './source.ts';

/** What hears of the expectations of a test. */
export interface Judge {
  /** Each time `expect` is called. */
  onExpect(): void;
  /** The text inside `expect(…)`, where the stack of now leads to. */
  calledNow(): string | null;
  /** Each time a matcher was asked, before it fails. */
  onJudged(comparison: Comparison): void;
  /** `expect.assertions(n)` and `expect.hasAssertions()`: null. */
  demand(assertions: number | null): void;
}

interface State {
  readonly received: unknown;
  readonly called: string | null;
  readonly isNot: boolean;
  readonly from: 'value' | 'resolves' | 'rejects';
}

type Custom = (this: unknown, received: unknown, ...args: readonly unknown[]) => CustomVerdict | Promise<CustomVerdict>;
interface CustomVerdict {
  readonly pass: boolean;
  readonly message?: () => string;
}

/** `expect`, in the style of Jest. Its objects have no prototype but our own. */
export function createExpect(judge: Judge): object {
  const states = new WeakMap<object, unknown>();
  const prototype: object = own.create(null) as object;
  const wrap = (state: State): object => {
    const expectation = own.create(prototype) as object;
    own.weakSet(states, expectation, state);
    return expectation;
  };
  const stateOf = (self: unknown): State => {
    const state = typeof self === 'object' && self !== null ? (own.weakGet(states, self) as State | undefined) : undefined;
    if (state === undefined) throw new own.NativeTypeError('A matcher must be called on expect(…)');
    return state;
  };
  const settle = (name: string, { called, isNot }: State, verdict: Verdict, words?: string): void => {
    const pass = verdict.pass !== isNot;
    const comparison = { called, expected: isNot ? `not ${verdict.expected}` : verdict.expected, got: verdict.got };
    judge.onJudged(comparison);
    if (!pass) throw failure(words ?? `${isNot ? 'not.' : ''}${name}: expected ${comparison.expected}, got ${comparison.got}`, comparison);
  };
  /** Once the promise has settled, if it is to be one. */
  const judged = (state: State, use: (state: State) => unknown): unknown => {
    if (state.from === 'value') return use(state);
    const settled = own.shield(settleAs(state));
    return own.shield(useLater(settled, use));
  };
  const add = (name: string, matcher: Matcher): void => {
    own.define(prototype, name, function (this: unknown, ...args: readonly unknown[]) {
      return judged(stateOf(this), (state) => settle(name, state, matcher(state.received, args, state.from === 'rejects')));
    });
  };
  const addCustom = (name: string, custom: Custom): void => {
    own.define(prototype, name, function (this: unknown, ...args: readonly unknown[]) {
      return judged(stateOf(this), (state) => {
        const finish = ({ pass, message }: CustomVerdict): void => {
          const words = typeof message === 'function' && pass === state.isNot ? own.toText(message()) : undefined;
          settle(name, state, { pass, expected: `${name}(${args.length === 0 ? '' : toSource(args[0])})`, got: toSource(state.received) }, words);
        };
        const verdict = own.apply(custom, helpers(state), withFirst(state.received, args)) as CustomVerdict | Promise<CustomVerdict>;
        if ('then' in verdict) return verdict.then(finish);
        finish(verdict);
        return undefined;
      });
    });
    own.define(expect, name, (...args: readonly unknown[]) => {
      const matches = (received: unknown): boolean =>
        (own.apply(custom, helpers(null), withFirst(received, args)) as CustomVerdict).pass;
      return markAsymmetric({}, { matches, text: `expect.${name}(…)` });
    });
  };
  const change = (name: string, to: (state: State) => State): void => {
    const descriptor = { __proto__: null, get(this: unknown) { return wrap(to(stateOf(this))); } } as PropertyDescriptor;
    Object.defineProperty(prototype, name, descriptor);
  };

  function expect(received: unknown): object {
    judge.onExpect();
    return wrap({ received, called: judge.calledNow(), isNot: false, from: 'value' });
  }
  const names = own.ownKeys(MATCHERS) as readonly string[];
  for (let i = 0; i < names.length; i++) {
    const matcher = MATCHERS[names[i] ?? ''];
    if (matcher !== undefined) add(names[i] ?? '', matcher);
  }
  for (let i = 0; i < SNAPSHOTS.length; i++) {
    const name = SNAPSHOTS[i] ?? '';
    own.define(prototype, name, () => { throw new own.NativeTypeError(`${name}() is not supported here: there is nowhere to keep snapshots`); });
  }
  change('not', (state) => ({ ...state, isNot: !state.isNot }));
  change('resolves', (state) => ({ ...state, from: 'resolves' }));
  change('rejects', (state) => ({ ...state, from: 'rejects' }));
  const asymmetric = createAsymmetric();
  const kinds = own.ownKeys(asymmetric) as readonly string[];
  for (let i = 0; i < kinds.length; i++) own.define(expect, kinds[i] ?? '', asymmetric[kinds[i] ?? '']);
  own.define(expect, 'assertions', (count: number) => judge.demand(count));
  own.define(expect, 'hasAssertions', () => judge.demand(null));
  own.define(expect, 'extend', (matchers: Record<string, Custom>) => {
    const found = own.ownKeys(matchers) as readonly string[];
    for (let i = 0; i < found.length; i++) {
      const custom = matchers[found[i] ?? ''];
      if (custom !== undefined) addCustom(found[i] ?? '', custom);
    }
  });
  own.define(expect, 'addSnapshotSerializer', () => undefined);
  return expect;
}

async function useLater(settled: Promise<State>, use: (state: State) => unknown): Promise<void> {
  await own.settled(use(await settled));
}

/** `resolves` and `rejects`: the value, or the reason, in the promise's place. */
async function settleAs(state: State): Promise<State> {
  const { from, received, called } = state;
  const promise: unknown = from === 'rejects' && typeof received === 'function' ? own.apply(received, undefined, []) : received;
  const isPromise = typeof promise === 'object' && promise !== null && typeof (promise as { then?: unknown }).then === 'function';
  if (!isPromise) throw failure(`${from}: expected a promise, got ${toSource(promise)}`, { called, expected: 'a promise', got: toSource(promise) });
  let value: unknown;
  let isRejected = false;
  try {
    value = await own.settled(promise);
  } catch (reason) {
    isRejected = true;
    value = reason;
  }
  if (isRejected === (from === 'rejects')) return { __proto__: null, ...state, received: value } as unknown as State;
  const got = `${isRejected ? 'rejected with' : 'resolved to'} ${toSource(value)}`;
  throw failure(`${from}: the promise was ${got}`, { called, expected: from === 'rejects' ? 'a rejection' : 'a value', got });
}

/** The `this` of a custom matcher. */
function helpers(state: State | null): object {
  const utils = {
    stringify: toSource,
    printReceived: toSource,
    printExpected: toSource,
    matcherHint: (name: string) => `expect(received).${name}(expected)`,
    diff: (a: unknown, b: unknown) => `${toSource(a)}\n${toSource(b)}`,
    EXPECTED_COLOR: toSource,
    RECEIVED_COLOR: toSource,
  };
  const same = (a: unknown, b: unknown): boolean => equals(a, b);
  return { isNot: state?.isNot ?? false, promise: state?.from === 'value' ? '' : (state?.from ?? ''), equals: same, utils };
}

function withFirst(first: unknown, args: readonly unknown[]): unknown[] {
  const all: unknown[] = [];
  own.define(all, 0, first);
  for (let i = 0; i < args.length; i++) own.define(all, i + 1, args[i]);
  return all;
}
