/**
 * The language's own functions, taken before the learner's code runs: it may patch whatever it finds on a prototype.
 * Called through `uncurry`, they look nothing up on the way.
 */
type Method<This, Args extends readonly unknown[], R> = (this: This, ...args: Args) => R;

const { apply, construct, defineProperty, get, ownKeys, getPrototypeOf, getOwnPropertyDescriptor } = Reflect;
export { apply, construct, get, getOwnPropertyDescriptor, getPrototypeOf, ownKeys };

const bind = Function.prototype.bind;
const call = Function.prototype.call;

export const uncurry = <This, Args extends readonly unknown[], R>(method: Method<This, Args, R>): ((self: This, ...args: Args) => R) =>
  apply(bind, call, [method]) as (self: This, ...args: Args) => R;

export const { isArray } = Array;
export const { create, freeze, hasOwn, is } = Object;
export const { abs, floor, pow, round, sqrt } = Math;
export const { isView } = ArrayBuffer;
/** Of strings alone: only there it calls no `toJSON`. */
export const quote: (text: string) => string = JSON.stringify;
export const toText = String;

export const slice = uncurry(String.prototype.slice as Method<string, [number, number?], string>);
export const indexOf = uncurry(String.prototype.indexOf as Method<string, [string, number?], number>);
export const repeat = uncurry(String.prototype.repeat as Method<string, [number], string>);
export const toUpper = uncurry(String.prototype.toUpperCase as Method<string, [], string>);
const charCodeAt = uncurry(String.prototype.charCodeAt as Method<string, [number], number>);
const numberText = uncurry(Number.prototype.toString as Method<number, [number], string>);
/** Of a character's code. */
export const hex = (char: string): string => numberText(charCodeAt(char, 0), 16);
export const trim = uncurry(String.prototype.trim as Method<string, [], string>);
/** Not `test`, which looks `exec` up. */
export const exec = uncurry(RegExp.prototype.exec as Method<RegExp, [string], unknown>);
export const mapForEach = uncurry(Map.prototype.forEach as Method<Map<unknown, unknown>, [(value: unknown, key: unknown) => void], void>);
export const setForEach = uncurry(Set.prototype.forEach as Method<Set<unknown>, [(value: unknown) => void], void>);
export const functionText = uncurry(Function.prototype.toString as Method<unknown, [], string>);
export const symbolText = uncurry(Symbol.prototype.toString as Method<symbol, [], string>);
export const regExpText = uncurry(RegExp.prototype.toString as Method<RegExp, [], string>);
export const dateText = uncurry(Date.prototype.toISOString as Method<Date, [], string>);
export const objectTag = uncurry(Object.prototype.toString as Method<unknown, [], string>);

export const numberValue = uncurry(Number.prototype.valueOf as Method<unknown, [], number>);
export const stringValue = uncurry(String.prototype.valueOf as Method<unknown, [], string>);
export const booleanValue = uncurry(Boolean.prototype.valueOf as Method<unknown, [], boolean>);
export const timeOf = uncurry(Date.prototype.getTime as Method<Date, [], number>);
export const setHas = uncurry(Set.prototype.has as Method<Set<unknown>, [unknown], boolean>);
export const mapHas = uncurry(Map.prototype.has as Method<Map<unknown, unknown>, [unknown], boolean>);
export const mapGet = uncurry(Map.prototype.get as Method<Map<unknown, unknown>, [unknown], unknown>);
export const weakGet = uncurry(WeakMap.prototype.get as Method<WeakMap<object, unknown>, [object], unknown>);
export const weakSet = uncurry(WeakMap.prototype.set as Method<WeakMap<object, unknown>, [object, unknown], unknown>);
const sizeGetter = (prototype: object): ((self: object) => number) =>
  uncurry(getOwnPropertyDescriptor(prototype, 'size')?.get as Method<object, [], number>);
export const setSize = sizeGetter(Set.prototype);
export const mapSize = sizeGetter(Map.prototype);
const NativeBytes = Uint8Array;
export const bytesOf = (buffer: ArrayBuffer): Uint8Array => new NativeBytes(buffer);

export const ObjectPrototype = Object.prototype;
export const MapPrototype = Map.prototype;
export const SetPrototype = Set.prototype;
export const ArrayPrototype = Array.prototype;
export const RegExpPrototype = RegExp.prototype;
export const DatePrototype = Date.prototype;
export const NativeError = Error;
export const NativeMap = Map;
export const NativeSet = Set;

/** `instanceof` asks `Symbol.hasInstance`, which can be patched; the chain cannot lie. */
export function isMadeBy(value: object, prototype: object): boolean {
  for (let link = getPrototypeOf(value), depth = 0; link !== null && depth < 100; link = getPrototypeOf(link), depth++) {
    if (link === prototype) return true;
  }
  return false;
}
export const toNumber = Number;
export const toInteger = parseInt;
export const toFloat = parseFloat;
export const NativePromise = Promise;
export const NativeRegExp = RegExp;
export const NativeTypeError = TypeError;

/** A property as a plain one, whatever setter or descriptor stands on `Object.prototype`. False: it could not be. */
export const define = (object: object, key: PropertyKey, value: unknown): boolean =>
  defineProperty(object, key, { __proto__: null, value, writable: true, enumerable: true, configurable: true } as PropertyDescriptor);

/** The same with a getter. */
export const defineGetter = (object: object, key: PropertyKey, getter: () => unknown): boolean =>
  defineProperty(object, key, { __proto__: null, get: getter, enumerable: true, configurable: true } as PropertyDescriptor);

/** A list without a prototype: what stands on `Array.prototype` is nothing to it. */
export interface List<T> {
  [index: number]: T;
  length: number;
}
/** An item that is there. */
export const at = <T>(list: List<T>, index: number): T => list[index] as T;
export const createList = <T>(): List<T> => ({ __proto__: null, length: 0 }) as unknown as List<T>;
export function push<T>(list: List<T>, item: T): void {
  list[list.length] = item;
  list.length += 1;
}

/** `await` asks a promise for its `constructor`; on a shielded one it finds the true one, and never calls a patched `then`. */
export function shield<T>(promise: T): T {
  if (typeof promise === 'object' && promise !== null && getPrototypeOf(promise) === PromisePrototype) define(promise, 'constructor', NativePromise);
  return promise;
}
/** The same for anything that may be a promise, to be awaited. */
export const settled = (value: unknown): Promise<unknown> => shield(value) as Promise<unknown>;
const PromisePrototype: object = Promise.prototype;
