import { describeError } from '../error.ts';
import type { AssertJob, FileJob } from '../job.ts';
import * as own from '../primordials.ts';
import { TEST_GLOBALS } from '../test-globals.ts';
import { createAssert } from './assert.ts';
import { calledAt, type TestSource } from './called.ts';
import { createExpect, type Judge } from './expectation.ts';
import { comparisonOf, failure, type Comparison } from './failure.ts';
import { createGuard } from './guard.ts';
import { createJest } from './jest.ts';
import { createRegistry } from './registry.ts';
import { runTests } from './run-tests.ts';
import { nameOf, toSource } from './source.ts';
import type { Host, Testing } from './testing.ts';

/** The test that runs. */
interface Current {
  expectations: number;
  /** `expect.assertions(n)`; 'some': `expect.hasAssertions()`. */
  demanded: number | 'some' | null;
  /** The first comparison, for a test that passes. */
  first: Comparison | null;
  /** What no one caught meanwhile, as JSON. */
  uncaught: string | null;
}

/** Looked for changes at so many expectations of a test, then at each hundredth. */
const CLOSE_LOOKS = 20;

/** Runs tests beside the learner's code. Called once, before any of it ran. */
export default function createTesting({ scope, send, flush, setTimer, timers }: Host): Testing {
  const guard = createGuard(scope);
  let isTampered = false;
  let current: Current = createCurrent();
  let source: TestSource = { source: '', firstLine: 0 };
  const look = (): void => {
    if (isTampered) return;
    const found = guard.found();
    if (found === null) return;
    isTampered = true;
    flush();
    send('tampered', found);
  };
  const judge: Judge = {
    onExpect() {
      current.expectations += 1;
      if (current.expectations <= CLOSE_LOOKS || current.expectations % 100 === 0) look();
    },
    calledNow: () => (current.expectations <= CLOSE_LOOKS ? calledAt(new own.NativeError('').stack ?? '', source) : null),
    onJudged(comparison) {
      current.first ??= comparison;
    },
    demand(count) {
      current.demanded = count ?? 'some';
    },
  };
  const assert = createAssert(judge);
  const expect = createExpect(judge);
  const begin = (test: TestSource): void => {
    source = test;
    current = createCurrent();
  };
  const verify = (): void => {
    look();
    const { demanded, expectations } = current;
    if (demanded === null || (demanded === 'some' ? expectations > 0 : demanded === expectations)) return;
    const expected = `${own.toText(demanded)} expectation${demanded === 1 ? '' : 's'}`;
    throw failure(`Expected ${expected}, got ${expectations}`, { called: null, expected, got: own.toText(expectations) });
  };
  const told = (name: string, status: string, thrown: { readonly value: unknown } | null): string =>
    testedJson(name, status, thrown, current, (stack) => calledAt(stack, source));

  return {
    builtin: (name) => (name === 'assert' || name === 'node:assert' || name === 'assert/strict' || name === 'node:assert/strict' ? assert : undefined),
    onUncaught(error, isRejection) {
      // Promises may be caught later than the browser thinks; Jest lets them be as well.
      if (!isRejection) current.uncaught ??= error;
    },
    async runAssert(test: AssertJob, block) {
      begin(test);
      look();
      let thrown: { readonly value: unknown } | null = null;
      try {
        if (!isTampered) await own.shield(block(assert, expect));
        verify();
      } catch (error) {
        thrown = { value: error };
      }
      look();
      return isTampered ? null : told('', thrown === null ? 'passed' : 'failed', thrown);
    },
    async runFile(test: FileJob, load) {
      begin(test);
      const registry = createRegistry(look);
      const jest = createJest(scope, guard);
      const api: Record<string, unknown> = { __proto__: null, ...registry.api, expect, jest: jest.create('jest'), vi: jest.create('vi'), assert };
      const given: unknown[] = [];
      for (let i = 0; i < TEST_GLOBALS.length; i++) own.define(given, i, api[TEST_GLOBALS[i] ?? '']);
      const framework = (name: string): unknown => (name === '@jest/globals' || name === 'vitest' || name === 'jest' ? api : name === 'expect' ? { expect, default: expect } : undefined);
      await own.shield(load(given, framework, look));
      registry.close();
      look();
      const tell = (text: string): void => send('tested', `{"id":${own.quote(test.id)}${text}}`);
      await own.shield(
        runTests(registry, {
          runSkipped: test.runSkipped,
          setTimer,
          isAnythingPending: () => timers.count() > 0,
          defaultTimeout: jest.timeout,
          verify,
          isOver: () => isTampered,
          onStart() {
            current = createCurrent();
            flush();
            look();
          },
          onEnd(name, status, thrown) {
            look();
            flush();
            if (isTampered) return;
            if (status === 'skipped') current = createCurrent();
            tell(told(name, status, thrown));
          },
        }),
      );
    },
  };
}

const createCurrent = (): Current => ({ expectations: 0, demanded: null, first: null, uncaught: null });

/** The rest of a `tested` message. */
function testedJson(
  name: string,
  status: string,
  thrown: { readonly value: unknown } | null,
  { first, uncaught }: Current,
  calledIn: (stack: string) => string | null,
): string {
  const value = thrown?.value;
  const comparison = comparisonOf(value);
  const isPassed = status === 'passed' && uncaught === null;
  const isError = status !== 'skipped' && !isPassed && comparison === null;
  const error = !isError ? 'null' : thrown === null ? (uncaught ?? 'null') : describeError(value);
  const shown = comparison ?? (isPassed ? first : null) ?? { called: thrown === null ? null : calledIn(stackOf(value)), expected: null, got: null };
  const message = comparison === null ? (isError && thrown !== null ? wordsOf(value) : isError ? 'An error no one caught' : '') : messageOf(value);
  const said =
    `{"name":${text(name)},"status":"${isPassed || status !== 'passed' ? status : 'failed'}","message":${text(message)},` +
    `"called":${text(shown.called)},"expected":${text(shown.expected)},"got":${text(shown.got)}}`;
  return `,"outcome":"${isError ? 'error' : 'finished'}","value":null,"error":${error},"said":${said}`;
}

const text = (words: string | null): string => (words === null ? 'null' : own.quote(own.slice(words, 0, 2_000)));

const isError = (value: unknown): value is Error => typeof value === 'object' && value !== null && own.isMadeBy(value, own.NativeError.prototype);

/** What was thrown may have getters of the learner's. */
function wordsOf(value: unknown): string {
  try {
    return isError(value) ? `${nameOf(value) === 'Error' ? own.toText(value.name) : nameOf(value)}: ${messageOf(value)}` : `Thrown: ${toSource(value)}`;
  } catch {
    return 'An error';
  }
}

function messageOf(value: unknown): string {
  try {
    const words: unknown = isError(value) ? value.message : '';
    return typeof words === 'string' ? words : '';
  } catch {
    return '';
  }
}

function stackOf(value: unknown): string {
  try {
    const stack: unknown = isError(value) ? value.stack : '';
    return typeof stack === 'string' ? stack : '';
  } catch {
    return '';
  }
}
