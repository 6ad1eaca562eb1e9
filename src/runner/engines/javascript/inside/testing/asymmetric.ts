import * as own from '../primordials.ts';
import { markAsymmetric } from './asymmetric-mark.ts';
import { equals } from './equals.ts';
import { nameOf, toSource } from './source.ts';

type Make = (...args: readonly unknown[]) => object;
type Matches = (received: unknown) => boolean;

/** `expect.any(…)` and its kin, as Jest has them; `not` holds their opposites. */
export function createAsymmetric(): Record<string, Make | Record<string, Make>> {
  const make = (name: string, matches: Matches, args: readonly unknown[], isNot: boolean): object => {
    const text = `expect.${isNot ? 'not.' : ''}${name}(${args.length === 0 ? '' : textOf(args[0])})`;
    const object = { __proto__: null, toString: () => text, asymmetricMatch: (received: unknown) => matches(received) !== isNot };
    return markAsymmetric(own.freeze(object), { text, matches: object.asymmetricMatch });
  };
  const both = (name: string, matcher: (...args: readonly unknown[]) => Matches, isNot: boolean): Make =>
    function (...args) {
      return make(name, own.apply(matcher, undefined, args as unknown[]), args, isNot);
    };
  const all: Record<string, Make | Record<string, Make>> = { __proto__: null } as never;
  const not: Record<string, Make> = { __proto__: null } as never;
  const add = (name: string, matcher: (...args: never[]) => Matches): void => {
    own.define(all, name, both(name, matcher as never, false));
    own.define(not, name, both(name, matcher as never, true));
  };
  add('anything', () => (received) => received !== undefined && received !== null);
  add('any', (type: unknown) => (received) => isOfType(received, type));
  add('stringContaining', (part: string) => (received) => typeof received === 'string' && own.indexOf(received, part) !== -1);
  add('stringMatching', (pattern: unknown) => (received) => typeof received === 'string' && isMatch(received, pattern));
  add('objectContaining', (part: object) => (received) => typeof received === 'object' && received !== null && containsAll(received, part));
  add('arrayContaining', (items: ArrayLike<unknown>) => (received) => {
    if (!own.isArray(received)) return false;
    for (let i = 0; i < items.length; i++) if (!includesLike(received, items[i])) return false;
    return true;
  });
  add('closeTo', (value: number, digits = 2) => (received) => typeof received === 'number' && isCloseTo(received, value, digits));
  own.define(all, 'not', not);
  return all;
}

const textOf = (value: unknown): string => (typeof value === 'function' ? nameOfFunction(value) : toSource(value));

export function nameOfFunction(value: unknown): string {
  const name: unknown = typeof value === 'function' ? own.getOwnPropertyDescriptor(value, 'name')?.value : '';
  return typeof name === 'string' && name !== '' ? name : nameOf(Object(value) as object);
}

/** A pattern of the tests': a copy, so that no `lastIndex` is kept. */
export function isMatch(text: string, pattern: unknown): boolean {
  if (typeof pattern === 'string') return own.exec(new own.NativeRegExp(pattern), text) !== null;
  return own.exec(new own.NativeRegExp(pattern as RegExp), text) !== null;
}

export function isCloseTo(received: number, expected: number, digits: number): boolean {
  return own.is(received, expected) || own.abs(expected - received) < own.pow(10, -digits) / 2;
}

export function includesLike(items: ArrayLike<unknown>, item: unknown): boolean {
  for (let i = 0; i < items.length; i++) if (equals(items[i], item)) return true;
  return false;
}

function containsAll(received: object, part: object): boolean {
  const keys = own.ownKeys(part);
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i] ?? '';
    if (!(key in received) || !equals(own.get(received, key), own.get(part, key))) return false;
  }
  return true;
}

/** `expect.any(String)` takes primitives too. */
function isOfType(received: unknown, type: unknown): boolean {
  const kind = PRIMITIVES[nameOfFunction(type)];
  if (kind !== undefined && typeof received === kind) return true;
  if (type === Object) return typeof received === 'object';
  if (type === Function) return typeof received === 'function';
  return isInstance(received, type);
}

const PRIMITIVES: Readonly<Record<string, string | undefined>> = {
  __proto__: null,
  String: 'string',
  Number: 'number',
  Boolean: 'boolean',
  BigInt: 'bigint',
  Symbol: 'symbol',
} as never;

/** `instanceof` without asking the class. */
export function isInstance(received: unknown, type: unknown): boolean {
  if ((typeof received !== 'object' && typeof received !== 'function') || received === null || typeof type !== 'function') return false;
  const prototype: unknown = (type as { prototype?: unknown }).prototype;
  return typeof prototype === 'object' && prototype !== null && own.isMadeBy(received, prototype);
}
