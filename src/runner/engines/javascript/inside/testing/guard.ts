import {
  apply, at, createList, getOwnPropertyDescriptor, getPrototypeOf, is, ownKeys, push, symbolText, toText, exec,
} from '../primordials.ts';
import { TEST_GLOBALS } from '../test-globals.ts';

/** Notices what the learner's code changed under the tests that run beside it. */
export interface Guard {
  /** What was changed, in plain words; null: nothing. */
  found(): string | null;
  /** The tests themselves change this one (a spy, fake timers): it is no longer watched. */
  allow(object: object, key: PropertyKey): void;
}

interface Watched {
  readonly object: object;
  readonly name: string;
  readonly key: PropertyKey;
  readonly held: unknown;
  readonly get: unknown;
  isAllowed: boolean;
}

/** Tests put their own in place of these, as a rule by mere assignment. */
const FREE = /^(?:Math\.random|Date\.now|Error\.stackTraceLimit|RegExp\..*|Error\.prepareStackTrace)$/;
/** Where a new property changes how the language itself behaves. */
const MEANINGFUL = /^(?:\d+|get|set|value|writable|enumerable|configurable|then|next|done|toJSON|__proto__)$/;
const GLOBALS = [
  'AggregateError', 'Array', 'ArrayBuffer', 'BigInt', 'Boolean', 'Error', 'EvalError', 'Float32Array', 'Float64Array', 'Function',
  'Int16Array', 'Int32Array', 'Int8Array', 'Intl', 'JSON', 'Map', 'Math', 'Number', 'Object', 'Promise', 'Proxy', 'RangeError',
  'ReferenceError', 'Reflect', 'RegExp', 'Set', 'String', 'Symbol', 'SyntaxError', 'TypeError', 'URIError', 'Uint16Array',
  'Uint32Array', 'Uint8Array', 'Uint8ClampedArray', 'WeakMap', 'WeakRef', 'WeakSet', 'Date', 'isFinite', 'isNaN', 'parseFloat',
  'parseInt', 'queueMicrotask', 'structuredClone', 'setTimeout', 'setInterval', 'clearTimeout', 'clearInterval',
] as const;

/**
 * Remembers every function that the language comes with: made before the learner's code runs. Additions to prototypes
 * are welcome; a function that was there and is another one now is not.
 */
export function createGuard(scope: typeof globalThis): Guard {
  const watched = createList<Watched>();
  const watch = (object: object, name: string, key: PropertyKey): void => {
    const property = getOwnPropertyDescriptor(object, key);
    if (property === undefined || exec(FREE, name) !== null) return;
    push(watched, { object, name, key, held: property.value, get: property.get, isAllowed: false });
  };
  const watchAll = (object: object, name: string): void => {
    const keys = ownKeys(object);
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i] ?? '';
      watch(object, `${name}.${typeof key === 'symbol' ? symbolText(key) : key}`, key);
    }
  };
  for (let i = 0; i < GLOBALS.length; i++) {
    const name = GLOBALS[i] ?? 'Object';
    const value: unknown = (scope as unknown as Record<string, unknown>)[name];
    if ((typeof value !== 'function' && typeof value !== 'object') || value === null) continue;
    if (name !== 'Date') watch(scope, name, name);
    watchAll(value, name);
    const prototype: unknown = getOwnPropertyDescriptor(value, 'prototype')?.value;
    // Function's own is a function.
    if ((typeof prototype === 'object' || typeof prototype === 'function') && prototype !== null) watchAll(prototype, `${name}.prototype`);
  }
  watchHidden(watchAll);

  return {
    found() {
      for (let i = 0; i < watched.length; i++) {
        const { object, name, key, held, get, isAllowed } = at(watched, i);
        const property = getOwnPropertyDescriptor(object, key);
        if (!isAllowed && (!is(property?.value, held) || property?.get !== get)) return `${name} was replaced`;
      }
      return foundNew(scope);
    },
    allow(object, key) {
      for (let i = 0; i < watched.length; i++) {
        const one = at(watched, i);
        if (one.object === object && one.key === key) one.isAllowed = true;
      }
    },
  };
}

function foundNew(scope: typeof globalThis): string | null {
  if (getOwnPropertyDescriptor(NativeError, 'prepareStackTrace')?.value !== PREPARE) return 'Error.prepareStackTrace was set';
  for (let i = 0; i < TEST_GLOBALS.length; i++) {
    const name = TEST_GLOBALS[i] ?? '';
    if (getOwnPropertyDescriptor(scope, name) !== undefined) return `${name} was replaced`;
  }
  return newOn(Object.prototype, 'Object.prototype', OBJECT_KEYS) ?? newOn(Array.prototype, 'Array.prototype', ARRAY_KEYS);
}

/** Accessors and names with a meaning, where every object finds them. */
function newOn(object: object, name: string, known: number): string | null {
  const keys = ownKeys(object);
  if (keys.length === known) return null;
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i];
    if (typeof key === 'string' && key !== '__proto__' && exec(MEANINGFUL, key) !== null) return `${name}.${key} was set`;
    const isAccessor = key !== undefined && key !== '__proto__' && getOwnPropertyDescriptor(object, key)?.get !== undefined;
    if (isAccessor) return `${name}.${toText(key)} was set`;
  }
  return null;
}

const NativeError = Error;
const PREPARE: unknown = getOwnPropertyDescriptor(Error, 'prepareStackTrace')?.value;
const OBJECT_KEYS = ownKeys(Object.prototype).length;
const ARRAY_KEYS = ownKeys(Array.prototype).length;

/** Prototypes that no global names. */
function watchHidden(watchAll: (object: object, name: string) => void): void {
  const above = (object: object): object => getPrototypeOf(object) ?? object;
  const iteratorOf = (value: Iterable<unknown>): object => above(value[Symbol.iterator]());
  const array = iteratorOf([]);
  const generator = function* (): Generator {
    yield 0;
  };
  const asyncFunction = async (): Promise<void> => {
    await Promise.resolve();
  };
  const asyncGenerator = async function* (): AsyncGenerator {
    await asyncFunction();
    yield 0;
  };
  watchAll(array, 'Array Iterator');
  watchAll(above(array), 'Iterator');
  watchAll(iteratorOf(new Map()), 'Map Iterator');
  watchAll(iteratorOf(new Set()), 'Set Iterator');
  watchAll(iteratorOf(''), 'String Iterator');
  watchAll(above(apply(String.prototype.matchAll, '', [/x/g])), 'RegExp String Iterator');
  watchAll(above(above(generator())), 'Generator');
  watchAll(above(generator), 'GeneratorFunction.prototype');
  watchAll(above(above(asyncGenerator())), 'AsyncGenerator');
  watchAll(above(asyncFunction), 'AsyncFunction.prototype');
  const typed = getPrototypeOf(Uint8Array) as { prototype: object };
  watchAll(typed, 'TypedArray');
  watchAll(typed.prototype, 'TypedArray.prototype');
}
