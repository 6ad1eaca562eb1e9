import * as own from '../primordials.ts';
import { isCloseTo, isInstance, isMatch, includesLike, nameOfFunction } from './asymmetric.ts';
import { equals } from './equals.ts';
import type { Matcher, Matchers } from './matcher.ts';
import { mockMatchers } from './mock-matchers.ts';
import { toSource } from './source.ts';
import { toThrow } from './to-throw.ts';

const plain =
  (test: (received: unknown, expected: unknown) => boolean): Matcher =>
  (received, args) => ({ pass: test(received, args[0]), expected: toSource(args[0]), got: toSource(received) });
const named =
  (expected: string, test: (received: unknown) => boolean): Matcher =>
  (received) => ({ pass: test(received), expected, got: toSource(received) });
/** Of two numbers, or two BigInts. */
const ordered =
  (sign: string, test: (received: number, expected: number) => boolean): Matcher =>
  (received, args) => {
    const expected = args[0];
    const areNumbers = isNumeric(received) && isNumeric(expected);
    return { pass: areNumbers && test(received, expected), expected: `${sign} ${toSource(expected)}`, got: toSource(received) };
  };
const isNumeric = (value: unknown): value is number => typeof value === 'number' || typeof value === 'bigint';

const toBeCloseTo: Matcher = (received, args) => {
  const digits = typeof args[1] === 'number' ? args[1] : 2;
  const pass = typeof received === 'number' && typeof args[0] === 'number' && isCloseTo(received, args[0], digits);
  return { pass, expected: `${toSource(args[0])} (to ${toSource(digits)} digits)`, got: toSource(received) };
};

const toHaveLength: Matcher = (received, args) => {
  const has = typeof received === 'string' || (typeof received === 'object' && received !== null) || typeof received === 'function';
  const length: unknown = has ? (received as { length?: unknown }).length : undefined;
  return { pass: has && own.is(length, args[0]), expected: `length ${toSource(args[0])}`, got: `length ${toSource(length)}: ${toSource(received)}` };
};

const contains =
  (isLike: (items: ArrayLike<unknown>, item: unknown) => boolean): Matcher =>
  (received, args) => {
    const pass =
      typeof received === 'string'
        ? own.indexOf(received, own.toText(args[0])) !== -1
        : typeof received === 'object' && received !== null && isLike(itemsOf(received), args[0]);
    return { pass, expected: `… ${toSource(args[0])} …`, got: toSource(received) };
  };

function itemsOf(received: object): ArrayLike<unknown> {
  if (own.isArray(received)) return received as readonly unknown[];
  const items = own.createList<unknown>();
  if (own.isMadeBy(received, own.SetPrototype)) own.setForEach(received as Set<unknown>, (item) => own.push(items, item));
  else if (typeof (received as Partial<Iterable<unknown>>)[Symbol.iterator] === 'function') {
    const iterator = (received as Iterable<unknown>)[Symbol.iterator]();
    for (let step = iterator.next(); step.done !== true; step = iterator.next()) own.push(items, step.value);
  } else return received as ArrayLike<unknown>;
  return items;
}

function includes(items: ArrayLike<unknown>, item: unknown): boolean {
  for (let i = 0; i < items.length; i++) if (items[i] === item || own.is(items[i], item)) return true;
  return false;
}

/** `a.b[0].c`, or its parts as an array. */
const toHaveProperty: Matcher = (received, args) => {
  const path = typeof args[0] === 'string' ? partsOf(args[0]) : own.isArray(args[0]) ? (args[0] as readonly PropertyKey[]) : [args[0] as PropertyKey];
  let held: unknown = received;
  let has = true;
  for (let i = 0; i < path.length && has; i++) {
    const key = path[i] ?? '';
    has = held !== null && held !== undefined && key in (Object(held) as object);
    held = has ? (held as Record<PropertyKey, unknown>)[key] : undefined;
  }
  const pass = has && (args.length < 2 || equals(held, args[1]));
  const expected = `${toSource(args[0])}${args.length < 2 ? '' : `: ${toSource(args[1])}`}`;
  return { pass, expected, got: has && args.length > 1 ? `${toSource(args[0])}: ${toSource(held)}` : toSource(received) };
};

function partsOf(path: string): ArrayLike<string> {
  const parts = own.createList<string>();
  let part = '';
  for (let i = 0; i < path.length; i++) {
    const char = path[i] ?? '';
    if (char !== '.' && char !== '[' && char !== ']') part += char;
    else if (part !== '') {
      own.push(parts, part);
      part = '';
    }
  }
  if (part !== '' || path === '') own.push(parts, part);
  return parts;
}

const toMatch: Matcher = (received, args) => {
  const pattern = args[0];
  const fits = (text: string): boolean => (typeof pattern === 'string' ? own.indexOf(text, pattern) !== -1 : isMatch(text, pattern));
  return { pass: typeof received === 'string' && fits(received), expected: `… ${toSource(pattern)} …`, got: toSource(received) };
};

const toBeInstanceOf: Matcher = (received, args) => ({
  pass: isInstance(received, args[0]),
  expected: `instance of ${nameOfFunction(args[0])}`,
  got: toSource(received),
});

const toSatisfy: Matcher = (received, args) => ({
  pass: own.apply(args[0] as () => unknown, undefined, [received]) === true,
  expected: nameOfFunction(args[0]),
  got: toSource(received),
});

const toBeTypeOf: Matcher = (received, args) => ({ pass: typeof received === args[0], expected: own.toText(args[0]), got: typeof received });

const toBeOneOf: Matcher = (received, args) => ({
  pass: includes(itemsOf(args[0] as object), received),
  expected: `one of ${toSource(args[0])}`,
  got: toSource(received),
});

/** Jest's matchers, and a few of Vitest's own. */
export const MATCHERS: Matchers = {
  __proto__: null,
  toBe: plain((a, b) => own.is(a, b)),
  toEqual: plain((a, b) => equals(a, b)),
  toStrictEqual: plain((a, b) => equals(a, b, 'strict')),
  toMatchObject: plain((a, b) => typeof a === 'object' && a !== null && equals(a, b, 'subset')),
  toBeNull: named('null', (a) => a === null),
  toBeUndefined: named('undefined', (a) => a === undefined),
  toBeDefined: named('not undefined', (a) => a !== undefined),
  toBeNaN: named('NaN', (a) => own.is(a, NaN)),
  toBeTruthy: named('truthy', (a) => (a ? true : false)),
  toBeFalsy: named('falsy', (a) => (a ? false : true)),
  toBeGreaterThan: ordered('>', (a, b) => a > b),
  toBeGreaterThanOrEqual: ordered('>=', (a, b) => a >= b),
  toBeLessThan: ordered('<', (a, b) => a < b),
  toBeLessThanOrEqual: ordered('<=', (a, b) => a <= b),
  toBeCloseTo,
  toContain: contains(includes),
  toContainEqual: contains(includesLike),
  toHaveLength,
  toHaveProperty,
  toMatch,
  toBeInstanceOf,
  toThrow,
  toThrowError: toThrow,
  toSatisfy,
  toBeTypeOf,
  toBeOneOf,
  ...mockMatchers,
} as never;

/** Refused by name: there is nowhere to keep them. */
export const SNAPSHOTS = [
  'toMatchSnapshot',
  'toMatchInlineSnapshot',
  'toMatchFileSnapshot',
  'toThrowErrorMatchingSnapshot',
  'toThrowErrorMatchingInlineSnapshot',
] as const;
