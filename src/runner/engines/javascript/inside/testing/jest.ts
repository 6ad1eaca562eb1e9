import * as own from '../primordials.ts';
import { createFakeTimers } from './fake-timers.ts';
import type { Guard } from './guard.ts';
import { createMocks, mockStateOf } from './mock.ts';

/** Refused by name: a module's place is taken before it is loaded, which no program here can do. */
const REFUSED = [
  'mock', 'doMock', 'unmock', 'dontMock', 'unstable_mockModule', 'requireActual', 'requireMock', 'importActual', 'importMock',
  'createMockFromModule', 'resetModules', 'isolateModules', 'isolateModulesAsync', 'hoisted', 'genMockFromModule', 'setMock',
] as const;

export interface JestObject {
  /** The object that tests know as `jest` (`name` 'jest') or `vi`. */
  create(name: string): object;
  /** ms */
  timeout(): number;
}

export function createJest(scope: typeof globalThis, guard: Guard): JestObject {
  const mocks = createMocks(guard.allow);
  const timers = createFakeTimers(scope, guard.allow);
  let timeout = 5_000;
  const create = (name: string): object => {
    const jest: Record<string, unknown> = {};
    const add = (key: string, run: (...args: never[]) => unknown): void => {
      own.define(jest, key, (...args: readonly unknown[]) => {
        const result: unknown = own.apply(run, undefined, args as []);
        return result === undefined ? jest : result;
      });
    };
    add('fn', mocks.fn);
    add('spyOn', mocks.spyOn);
    add('isMockFunction', (value: unknown) => mockStateOf(value) !== null);
    add('mocked', (value: unknown) => value);
    add('clearAllMocks', () => mocks.each('mockClear'));
    add('resetAllMocks', () => mocks.each('mockReset'));
    add('restoreAllMocks', () => mocks.each('mockRestore'));
    add('setTimeout', (ms: number) => void (timeout = ms));
    add('setConfig', ({ testTimeout }: { testTimeout?: number }) => void (timeout = testTimeout ?? timeout));
    add('useFakeTimers', (options?: { now?: number | Date }) => {
      timers.use();
      if (options?.now !== undefined) timers.setTime(options.now);
    });
    add('useRealTimers', timers.useReal);
    add('advanceTimersByTime', timers.advance);
    add('advanceTimersByTimeAsync', (ms: number) => {
      timers.advance(ms);
      return own.NativePromise.resolve();
    });
    add('advanceTimersToNextTimer', () => timers.advance(0));
    add('runAllTimers', () => timers.runAll(false));
    add('runOnlyPendingTimers', () => timers.runAll(true));
    add('runAllTicks', () => undefined);
    add('clearAllTimers', timers.clear);
    add('getTimerCount', timers.count);
    add('setSystemTime', timers.setTime);
    add('getRealSystemTime', timers.now);
    add('now', timers.now);
    add('retryTimes', () => undefined);
    for (let i = 0; i < REFUSED.length; i++) {
      const key = REFUSED[i] ?? '';
      own.define(jest, key, () => {
        throw new own.NativeError(`${name}.${key}() is not supported here: modules cannot be replaced`);
      });
    }
    return own.freeze(jest);
  };
  return { create, timeout: () => timeout };
}
