import * as own from '../primordials.ts';
import { asymmetricOf } from './asymmetric-mark.ts';

/**
 * `loose`: a missing property is one that is undefined, and classes do not matter (`toEqual`). `strict`: both do, and
 * holes in arrays too. `subset`: objects of the expected side may leave properties out.
 */
export type Mode = 'loose' | 'strict' | 'subset';

/** The pairs being compared, innermost first. */
type Chain = { readonly a: object; readonly b: object; readonly above: Chain } | null;

/**
 * Structural equality, as Jest has it. Only the expected side's `expect.any(…)` and its kin count: a learner's value
 * that claims to equal everything is an object like any other.
 */
export const equals = (received: unknown, expected: unknown, mode: Mode = 'loose'): boolean => eq(received, expected, mode, null);

function eq(a: unknown, b: unknown, mode: Mode, above: Chain): boolean {
  const asymmetric = asymmetricOf(b);
  if (asymmetric !== null) return asymmetric.matches(a);
  if (own.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  for (let link = above; link !== null; link = link.above) {
    if (link.a === a) return link.b === b;
    if (link.b === b) return false;
  }
  const chain: Chain = { a, b, above };
  if (mode === 'strict' && own.getPrototypeOf(a) !== own.getPrototypeOf(b)) return false;
  if (mode === 'subset' && isPlain(b)) return hasAll(a, b, chain);
  if (own.isMadeBy(a, ErrorPrototype) && own.isMadeBy(b, ErrorPrototype)) return isSameError(a as Error, b as Error, mode);
  const tag = own.objectTag(a);
  if (tag !== own.objectTag(b)) return false;
  const same = isSameBuiltin(tag, a, b);
  if (same !== null) return same;
  const within = (x: unknown, y: unknown): boolean => eq(x, y, mode, chain);
  if (own.isArray(a) || own.isArray(b)) {
    return own.isArray(a) && own.isArray(b) && a.length === b.length && areSameItems(a, b, mode, within);
  }
  if (isSet(a) || isSet(b)) return isSet(a) && isSet(b) && areSameSets(a, b, within);
  if (isMap(a) || isMap(b)) return isMap(a) && isMap(b) && areSameMaps(a, b, within);
  if (isIterable(a) && isIterable(b)) {
    if (own.getPrototypeOf(a) !== own.getPrototypeOf(b) || !areSameSequences(a, b, within)) return false;
  }
  return areSameProperties(a, b, mode, within);
}

type Within = (x: unknown, y: unknown) => boolean;

const ErrorPrototype: object = Error.prototype;

const isSameError = (a: Error, b: Error, mode: Mode): boolean => a.message === b.message && (mode !== 'strict' || a.name === b.name);

/** Values that hold one thing, out of reach of what stands on them. Null: no such value. */
function isSameBuiltin(tag: string, a: object, b: object): boolean | null {
  try {
    switch (tag) {
      case '[object Number]':
        return own.is(own.numberValue(a), own.numberValue(b));
      case '[object String]':
        return own.stringValue(a) === own.stringValue(b);
      case '[object Boolean]':
        return own.booleanValue(a) === own.booleanValue(b);
      case '[object Date]':
        return own.is(own.timeOf(a as Date), own.timeOf(b as Date));
      case '[object RegExp]':
        return own.regExpText(a as RegExp) === own.regExpText(b as RegExp);
      case '[object ArrayBuffer]':
        return areSameItems(own.bytesOf(a as ArrayBuffer), own.bytesOf(b as ArrayBuffer), 'loose', own.is);
      default:
        return null;
    }
  } catch {
    // Not what its tag says it is.
    return false;
  }
}

function areSameItems(a: ArrayLike<unknown>, b: ArrayLike<unknown>, mode: Mode, within: Within): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) {
    if (mode === 'strict' && own.hasOwn(a, i) !== own.hasOwn(b, i)) return false;
    if (!within(a[i], b[i])) return false;
  }
  // A name beside the items, as on the result of a match, counts as well.
  return own.ownKeys(a).length === a.length + 1 && own.ownKeys(b).length === b.length + 1 ? true : areSameProperties(a, b, mode, within);
}

/** Each member of one has its like in the other. */
function areSameSets(a: Set<unknown>, b: Set<unknown>, within: Within): boolean {
  if (own.setSize(a) !== own.setSize(b)) return false;
  let isSame = true;
  own.setForEach(a, (member) => {
    if (!isSame || own.setHas(b, member)) return;
    let isThere = false;
    own.setForEach(b, (other) => (isThere ||= within(member, other)));
    isSame = isThere;
  });
  return isSame;
}

function areSameMaps(a: Map<unknown, unknown>, b: Map<unknown, unknown>, within: Within): boolean {
  if (own.mapSize(a) !== own.mapSize(b)) return false;
  let isSame = true;
  own.mapForEach(a, (held, key) => {
    if (!isSame) return;
    let isThere = own.mapHas(b, key) && within(held, own.mapGet(b, key));
    if (!isThere) own.mapForEach(b, (other, otherKey) => (isThere ||= within(key, otherKey) && within(held, other)));
    isSame = isThere;
  });
  return isSame;
}

function areSameSequences(a: Iterable<unknown>, b: Iterable<unknown>, within: Within): boolean {
  const left = a[Symbol.iterator]();
  const right = b[Symbol.iterator]();
  for (;;) {
    const x = left.next();
    const y = right.next();
    if (x.done === true || y.done === true) return x.done === y.done;
    if (!within(x.value, y.value)) return false;
  }
}

/** Own, enumerable, symbols too. What only one of them has must be undefined, or be allowed to. */
function areSameProperties(a: object, b: object, mode: Mode, within: Within): boolean {
  const isMissable = (held: unknown): boolean => mode !== 'strict' && (held === undefined || asymmetricOf(held) !== null);
  const keys = own.ownKeys(b);
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i] ?? '';
    if (!hasProperty(b, key)) continue;
    const held = own.get(b, key) as unknown;
    if (!hasProperty(a, key) && !isMissable(held)) return false;
    if (!within(own.get(a, key), held)) return false;
  }
  const others = own.ownKeys(a);
  for (let i = 0; i < others.length; i++) {
    const key = others[i] ?? '';
    if (hasProperty(a, key) && !hasProperty(b, key) && (mode === 'strict' || own.get(a, key) !== undefined)) return false;
  }
  return true;
}

const hasProperty = (object: object, key: PropertyKey): boolean => own.getOwnPropertyDescriptor(object, key)?.enumerable === true;

/** The subset of `toMatchObject`: what is inherited counts. */
function hasAll(a: object, b: object, chain: Chain): boolean {
  const keys = own.ownKeys(b);
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i] ?? '';
    if (!hasProperty(b, key)) continue;
    if (!(key in a) || !eq(own.get(a, key), own.get(b, key), 'subset', chain)) return false;
  }
  return true;
}

const isPlain = (value: object): boolean =>
  !own.isArray(value) && !own.isMadeBy(value, ErrorPrototype) && !own.isMadeBy(value, own.DatePrototype) && !isSet(value) && !isMap(value);
const isSet = (value: object): value is Set<unknown> => own.isMadeBy(value, own.SetPrototype);
const isMap = (value: object): value is Map<unknown, unknown> => own.isMadeBy(value, own.MapPrototype);
const isIterable = (value: object): value is Iterable<unknown> => typeof (value as Partial<Iterable<unknown>>)[Symbol.iterator] === 'function';
