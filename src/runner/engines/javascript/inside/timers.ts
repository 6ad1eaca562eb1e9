import { define, shield, toNumber } from './primordials.ts';

/** The learner's timers, counted: a program has ended when none is left, as in Node. */
export interface Timers {
  /** Resolves when no timer is pending. */
  idle(): Promise<void>;
  /** Ends them all, between tests. */
  clear(): void;
  count(): number;
  /** Something else that is waited for as a timer is; returns how to end that. */
  hold(): () => void;
}

type Handler = (...args: readonly unknown[]) => unknown;

export function createTimers(scope: typeof globalThis): Timers {
  const { setTimeout, setInterval, clearTimeout, Promise: NativePromise, Reflect: { apply } } = scope;
  let pending: Record<number, boolean> = { __proto__: null } as never;
  let count = 0;
  let isIdle: (() => void) | null = null;
  let held = 0;

  const done = (id: number): void => {
    if (pending[id] !== true) return;
    pending[id] = false;
    count -= 1;
    if (count === 0) isIdle?.();
  };
  const start = (native: typeof setTimeout, repeats: boolean) => (handler: unknown, delay?: number, ...args: readonly unknown[]): number => {
    if (typeof handler !== 'function') throw new TypeError('The handler of a timer must be a function');
    const id: number = native(() => {
      try {
        apply(handler as Handler, undefined, args);
      } finally {
        if (!repeats) done(id);
      }
    }, delay);
    pending[id] = true;
    count += 1;
    return id;
  };
  const clear = (id: number | undefined): void => {
    clearTimeout(id);
    if (id !== undefined) done(id);
  };
  define(scope, 'setTimeout', start(setTimeout, false));
  define(scope, 'setInterval', start(setInterval, true));
  define(scope, 'setImmediate', (handler: unknown) => start(setTimeout, false)(handler, 0));
  define(scope, 'clearTimeout', clear);
  define(scope, 'clearInterval', clear);
  define(scope, 'clearImmediate', clear);

  /** Two turns of the event loop: ready promises have run, and rejected ones that no one heard are told of. */
  const turn = (): Promise<void> => shield(new NativePromise((resolve) => void setTimeout(() => setTimeout(resolve, 0), 0)));
  return {
    async idle() {
      await turn();
      while (count > 0) {
        await shield(
          new NativePromise<void>((resolve) => {
            isIdle = resolve;
          }),
        );
        await turn();
      }
    },
    clear() {
      for (const id in pending) clearTimeout(toNumber(id));
      pending = { __proto__: null } as never;
      count = 0;
    },
    count: () => count,
    hold() {
      const id = --held;
      pending[id] = true;
      count += 1;
      return () => done(id);
    },
  };
}
