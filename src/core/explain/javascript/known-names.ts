/** What JavaScript itself brings along: as far as beginners meet it. */

export type Kind = 'text' | 'number' | 'boolean' | 'array' | 'object' | 'function' | 'promise' | 'map' | 'set' | 'date' | 'bigint' | 'pattern' | 'math' | 'console' | 'json';

const words = (text: string): readonly string[] => text.split(' ');

export const METHODS: Readonly<Partial<Record<Kind, readonly string[]>>> = {
  array: words(
    'push pop shift unshift splice slice concat join reverse sort map filter reduce reduceRight forEach find findIndex findLast findLastIndex some every includes indexOf lastIndexOf flat flatMap fill keys values entries at toSorted toReversed toSpliced with copyWithin toString',
  ),
  text: words(
    'toUpperCase toLowerCase trim trimStart trimEnd split slice substring substr charAt charCodeAt codePointAt at indexOf lastIndexOf includes startsWith endsWith replace replaceAll repeat padStart padEnd concat match matchAll search localeCompare normalize toString toLocaleUpperCase toLocaleLowerCase',
  ),
  number: words('toFixed toPrecision toString toLocaleString toExponential'),
  promise: words('then catch finally'),
  map: words('get set has delete clear forEach keys values entries'),
  set: words('add has delete clear forEach keys values entries union intersection difference'),
  date: words('getTime getFullYear getMonth getDate getDay getHours getMinutes getSeconds setFullYear setMonth setDate setHours toISOString toDateString toLocaleDateString toLocaleTimeString toLocaleString'),
  math: words('abs ceil floor round trunc sign sqrt cbrt pow min max random hypot log log2 log10 exp sin cos tan atan atan2'),
  console: words('log error warn info table debug dir group groupEnd count assert time timeEnd'),
  json: words('parse stringify'),
  object: words('hasOwnProperty toString valueOf'),
  function: words('call apply bind toString'),
};

/** Of things that are called by their own name: `Object.keys`. */
export const STATICS: Readonly<Record<string, readonly string[]>> = {
  Object: words('keys values entries assign freeze isFrozen seal fromEntries create hasOwn is defineProperty getPrototypeOf groupBy'),
  Array: words('isArray from of'),
  Number: words('isInteger isNaN isFinite parseFloat parseInt isSafeInteger'),
  String: words('fromCharCode fromCodePoint raw'),
  Promise: words('all allSettled any race resolve reject'),
  Date: words('now parse UTC'),
  JSON: METHODS.json ?? [],
  Math: METHODS.math ?? [],
  console: METHODS.console ?? [],
};

/** Properties that are values, though they look like methods. */
export const VALUES = ['length', 'size', 'message', 'name', 'PI', 'E'];

export const GLOBALS = words(
  'console Math JSON Object Array String Number Boolean Date Map Set Promise RegExp Symbol BigInt Error TypeError RangeError SyntaxError ReferenceError parseInt parseFloat isNaN isFinite setTimeout setInterval clearTimeout clearInterval undefined NaN Infinity globalThis structuredClone prompt readline display require module exports fetch queueMicrotask Intl WeakMap WeakSet Proxy Reflect encodeURIComponent decodeURIComponent',
);

export const KEYWORDS = words(
  'await async break case catch class const continue debugger default delete do else export extends false finally for function if import in instanceof let new null of return static super switch this throw true try typeof var void while yield',
);

/** Words of the language that no variable may bear. */
export const RESERVED = words(
  'await break case catch class const continue debugger default delete do else enum export extends false finally for function if implements import in instanceof interface let new null package private protected public return static super switch this throw true try typeof var void while with yield',
);

/** What a call of a method or function of JavaScript's own gives. */
export const GIVES: Readonly<Record<string, Kind>> = {
  ...Object.fromEntries(words('split filter map slice_ concat_ keys values entries sort reverse flat flatMap from of toSorted toReversed splice matchAll fill').map((name) => [name, 'array'])),
  ...Object.fromEntries(
    words('join toUpperCase toLowerCase trim substring charAt repeat padStart padEnd replace replaceAll toFixed toString String stringify prompt readline toISOString toDateString trimStart trimEnd').map((name) => [name, 'text']),
  ),
  ...Object.fromEntries(words('Number parseInt parseFloat now getTime floor ceil round random abs sqrt pow min max push unshift indexOf findIndex').map((name) => [name, 'number'])),
  ...Object.fromEntries(words('includes some every has startsWith endsWith isArray isNaN Boolean').map((name) => [name, 'boolean'])),
  ...Object.fromEntries(words('fetch then all allSettled').map((name) => [name, 'promise'])),
};

/** The kinds that have a method of this name. */
export const kindsWith = (method: string): readonly Kind[] =>
  (Object.keys(METHODS) as Kind[]).filter((kind) => METHODS[kind]?.includes(method) === true && kind !== 'object' && kind !== 'function');
