/**
 * The language's own functions, taken before the learner's code runs: it may patch whatever it finds on a prototype.
 * Called through `uncurry`, they look nothing up on the way.
 */
type Method<This, Args extends readonly unknown[], R> = (this: This, ...args: Args) => R;

const { apply, ownKeys, getPrototypeOf, getOwnPropertyDescriptor } = Reflect;
export { apply, getOwnPropertyDescriptor, getPrototypeOf, ownKeys };

const bind = Function.prototype.bind;
const call = Function.prototype.call;

export const uncurry = <This, Args extends readonly unknown[], R>(method: Method<This, Args, R>): ((self: This, ...args: Args) => R) =>
  apply(bind, call, [method]) as (self: This, ...args: Args) => R;

export const { isArray } = Array;
export const { is } = Object;
export const { round } = Math;
/** Of strings alone: only there it calls no `toJSON`. */
export const quote: (text: string) => string = JSON.stringify;
export const toText = String;

export const slice = uncurry(String.prototype.slice as Method<string, [number, number?], string>);
export const indexOf = uncurry(String.prototype.indexOf as Method<string, [string, number?], number>);
export const repeat = uncurry(String.prototype.repeat as Method<string, [number], string>);
/** Not `test`, which looks `exec` up. */
export const exec = uncurry(RegExp.prototype.exec as Method<RegExp, [string], unknown>);
export const mapForEach = uncurry(Map.prototype.forEach as Method<Map<unknown, unknown>, [(value: unknown, key: unknown) => void], void>);
export const setForEach = uncurry(Set.prototype.forEach as Method<Set<unknown>, [(value: unknown) => void], void>);
export const functionText = uncurry(Function.prototype.toString as Method<unknown, [], string>);
export const symbolText = uncurry(Symbol.prototype.toString as Method<symbol, [], string>);
export const regExpText = uncurry(RegExp.prototype.toString as Method<RegExp, [], string>);
export const dateText = uncurry(Date.prototype.toISOString as Method<Date, [], string>);
export const objectTag = uncurry(Object.prototype.toString as Method<unknown, [], string>);

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
