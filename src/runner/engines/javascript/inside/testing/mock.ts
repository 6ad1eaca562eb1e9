import * as own from '../primordials.ts';

/** What a mock function remembers; out of reach of whoever is handed the function. */
export interface MockState {
  readonly calls: own.List<readonly unknown[]>;
  readonly results: own.List<{ readonly type: 'return' | 'throw'; readonly value: unknown }>;
  readonly contexts: own.List<unknown>;
}

type Implementation = (this: unknown, ...args: readonly unknown[]) => unknown;
interface Inner extends MockState {
  implementation: Implementation | undefined;
  once: own.List<Implementation>;
  onceUsed: number;
  name: string;
  restore: (() => void) | null;
  readonly original: Implementation | undefined;
}

const states = new WeakMap<object, unknown>();

export const mockStateOf = (value: unknown): MockState | null =>
  typeof value === 'function' ? ((own.weakGet(states, value) as Inner | undefined) ?? null) : null;

/** `jest.fn`, and how all of a file's mocks are emptied at once. */
export interface Mocks {
  fn(implementation?: Implementation): Implementation;
  /** Puts a mock in place of a method, or of what a getter or setter is. `allow` is told which. */
  spyOn(object: object, key: PropertyKey, access?: 'get' | 'set'): Implementation;
  each(what: 'mockClear' | 'mockReset' | 'mockRestore'): void;
}

export function createMocks(allow: (object: object, key: PropertyKey) => void): Mocks {
  const all = own.createList<object>();
  const fn = (implementation?: Implementation, original?: Implementation): Implementation => {
    const state: Inner = {
      calls: own.createList(), results: own.createList(), contexts: own.createList(),
      implementation, once: own.createList(), onceUsed: 0, name: 'jest.fn()', restore: null, original,
    };
    const mock = function (this: unknown, ...args: readonly unknown[]): unknown {
      own.push(state.calls, args);
      own.push(state.contexts, this);
      const run = state.onceUsed < state.once.length ? state.once[state.onceUsed++] : state.implementation;
      const index = state.results.length;
      own.push(state.results, { type: 'return', value: undefined });
      const isConstructed = (new.target as unknown) !== undefined;
      try {
        const value: unknown =
          run === undefined ? undefined : isConstructed ? own.construct(run, args as unknown[]) : own.apply(run, this, args as unknown[]);
        state.results[index] = { type: 'return', value };
        return value;
      } catch (error) {
        state.results[index] = { type: 'throw', value: error };
        throw error;
      }
    };
    own.weakSet(states, mock, state);
    own.push(all, mock);
    addMethods(mock, state);
    return mock;
  };
  return {
    fn: (implementation) => fn(implementation),
    spyOn(object, key, access) {
      const found = findProperty(object, key);
      const original = (access === undefined ? found?.value : found?.[access]) as Implementation | undefined;
      if (original !== undefined && mockStateOf(original) !== null) return original;
      if (typeof original !== 'function') throw new own.NativeTypeError(`Cannot spy on ${own.toText(key)}: it is not a function`);
      allow(object, key);
      const mock = fn(original, original);
      const before = own.getOwnPropertyDescriptor(object, key);
      if (access === undefined) own.define(object, key, mock);
      else Object.defineProperty(object, key, { ...found, [access]: mock, configurable: true });
      (own.weakGet(states, mock) as Inner).restore = () => {
        if (before === undefined) Reflect.deleteProperty(object, key);
        else Object.defineProperty(object, key, before);
      };
      return mock;
    },
    each(what) {
      for (let i = 0; i < all.length; i++) (all[i] as Record<typeof what, () => void>)[what]();
    },
  };
}

function findProperty(object: object, key: PropertyKey): PropertyDescriptor | undefined {
  for (let link: object | null = object; link !== null; link = own.getPrototypeOf(link)) {
    const property = own.getOwnPropertyDescriptor(link, key);
    if (property !== undefined) return property;
  }
  return undefined;
}

/** The methods of Jest's mock functions; those that set something give the mock back. */
function addMethods(mock: object, state: Inner): void {
  const setter = (name: string, set: (value: never) => void): void => {
    own.define(mock, name, (value: never) => {
      set(value);
      return mock;
    });
  };
  const always = (value: unknown): Implementation => () => value;
  const resolved = (value: unknown): Implementation => () => Promise.resolve(value);
  const rejected = (value: Error): Implementation => () => Promise.reject(value);
  const clear = (): void => {
    state.calls.length = state.results.length = state.contexts.length = 0;
  };
  const reset = (): void => {
    clear();
    state.once.length = state.onceUsed = 0;
    state.implementation = state.restore === null ? undefined : state.original;
  };
  setter('mockImplementation', (run: Implementation) => (state.implementation = run));
  setter('mockImplementationOnce', (run: Implementation) => own.push(state.once, run));
  setter('mockReturnValue', (value) => (state.implementation = always(value)));
  setter('mockReturnValueOnce', (value) => own.push(state.once, always(value)));
  setter('mockResolvedValue', (value) => (state.implementation = resolved(value)));
  setter('mockResolvedValueOnce', (value) => own.push(state.once, resolved(value)));
  setter('mockRejectedValue', (value) => (state.implementation = rejected(value)));
  setter('mockRejectedValueOnce', (value) => own.push(state.once, rejected(value)));
  setter('mockReturnThis', () => {
    state.implementation = function (this: unknown) {
      return this;
    };
  });
  setter('mockName', (name: string) => (state.name = name));
  setter('mockClear', clear);
  setter('mockReset', reset);
  setter('mockRestore', () => {
    state.restore?.();
    reset();
  });
  own.define(mock, 'getMockName', () => state.name);
  own.define(mock, 'getMockImplementation', () => state.implementation);
  own.define(mock, '_isMockFunction', true);
  own.defineGetter(mock, 'mock', () => ({
    calls: copy(state.calls),
    results: copy(state.results),
    contexts: copy(state.contexts),
    instances: copy(state.contexts),
    lastCall: state.calls[state.calls.length - 1],
  }));
}

function copy<T>(list: own.List<T>): T[] {
  const items: T[] = [];
  for (let i = 0; i < list.length; i++) own.define(items, i, list[i]);
  return items;
}
