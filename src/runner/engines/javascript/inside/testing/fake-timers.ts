import * as own from '../primordials.ts';

type Handler = (...args: readonly unknown[]) => unknown;
interface FakeTimer {
  readonly id: number;
  readonly handler: Handler;
  readonly args: readonly unknown[];
  readonly every: number | null;
  at: number;
}

/** `jest.useFakeTimers()` and what goes with it: a clock that moves when it is told to. */
export interface FakeTimers {
  use(): void;
  useReal(): void;
  advance(ms: number): void;
  /** Until none is left; `once`: those that are there now. */
  runAll(once: boolean): void;
  count(): number;
  clear(): void;
  setTime(time: number | Date): void;
  now(): number;
}

const NAMES = ['setTimeout', 'setInterval', 'setImmediate', 'clearTimeout', 'clearInterval', 'clearImmediate'] as const;
/** More than any honest test has. */
const MAX_RUNS = 100_000;

export function createFakeTimers(scope: typeof globalThis, allow: (object: object, key: PropertyKey) => void): FakeTimers {
  const globals = scope as unknown as Record<string, unknown>;
  const NativeDate = scope.Date;
  const realNow = NativeDate.now;
  let real: Record<string, unknown> | null = null;
  let timers: Record<number, FakeTimer> = { __proto__: null } as never;
  let lastId = 0;
  let now = 0;

  const start = (every: boolean) => (handler: Handler, delay: unknown = 0, ...args: readonly unknown[]): number => {
    const number = own.toNumber(delay);
    const ms = number > 0 ? number : every ? 1 : 0;
    lastId += 1;
    timers[lastId] = { id: lastId, handler, args, every: every ? ms : null, at: now + ms };
    return lastId;
  };
  const clear = (id: unknown): void => {
    if (typeof id === 'number') Reflect.deleteProperty(timers, id);
  };
  const next = (until: number): FakeTimer | null => {
    let first: FakeTimer | null = null;
    const ids = own.ownKeys(timers);
    for (let i = 0; i < ids.length; i++) {
      const timer = timers[ids[i] as unknown as number];
      if (timer !== undefined && timer.at <= until && (first === null || timer.at < first.at)) first = timer;
    }
    return first;
  };
  const fire = (timer: FakeTimer): void => {
    now = timer.at > now ? timer.at : now;
    if (timer.every === null) clear(timer.id);
    else timer.at += timer.every;
    own.apply(timer.handler, undefined, timer.args as unknown[]);
  };
  class FakeDate extends NativeDate {
    constructor(...args: readonly unknown[]) {
      super(...((args.length === 0 ? [now] : args) as [number]));
    }
    static override now(): number {
      return now;
    }
  }
  return {
    use() {
      if (real !== null) return;
      real = { Date: NativeDate };
      now = own.apply(realNow, NativeDate, []);
      for (let i = 0; i < NAMES.length; i++) {
        const name = NAMES[i] ?? '';
        real[name] = globals[name];
        allow(scope, name);
      }
      const immediate = start(false);
      const fakes: Record<string, unknown> = {
        setTimeout: start(false), setInterval: start(true), setImmediate: (handler: Handler) => immediate(handler, 0),
        clearTimeout: clear, clearInterval: clear, clearImmediate: clear, Date: FakeDate,
      };
      const keys = own.ownKeys(fakes) as readonly string[];
      for (let i = 0; i < keys.length; i++) own.define(scope, keys[i] ?? '', fakes[keys[i] ?? '']);
    },
    useReal() {
      if (real === null) return;
      const keys = own.ownKeys(real) as readonly string[];
      for (let i = 0; i < keys.length; i++) own.define(scope, keys[i] ?? '', real[keys[i] ?? '']);
      real = null;
      timers = { __proto__: null } as never;
    },
    advance(ms) {
      const until = now + ms;
      let runs = 0;
      for (let timer = next(until); timer !== null; timer = next(until)) {
        if (++runs > MAX_RUNS) throw new own.NativeError('The timers never come to an end');
        fire(timer);
      }
      now = until;
    },
    runAll(once) {
      const until = once ? lastAt(timers) : Infinity;
      let runs = 0;
      for (let timer = next(until); timer !== null; timer = next(until)) {
        if (++runs > MAX_RUNS) throw new own.NativeError('The timers never come to an end');
        fire(timer);
      }
    },
    count: () => own.ownKeys(timers).length,
    clear() {
      timers = { __proto__: null } as never;
    },
    setTime(time) {
      now = typeof time === 'number' ? time : own.timeOf(time);
    },
    now: () => (real === null ? own.apply(realNow, NativeDate, []) : now),
  };
}

function lastAt(timers: Record<number, FakeTimer>): number {
  let last = 0;
  const ids = own.ownKeys(timers);
  for (let i = 0; i < ids.length; i++) {
    const at = timers[ids[i] as unknown as number]?.at ?? 0;
    if (at > last) last = at;
  }
  return last;
}
