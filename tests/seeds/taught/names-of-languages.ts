import type { CodeLanguage } from '../../../db/models/enums.ts';

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/** What Python has under these names before any import. */
const PYTHON = new Set(
  words(`
    abs aiter all anext any ascii bin bool breakpoint bytearray bytes callable chr classmethod compile complex delattr dict dir
    divmod enumerate eval exec filter float format frozenset getattr globals hasattr hash help hex id input int isinstance
    issubclass iter len list locals map max memoryview min next object oct open ord pow print property range repr reversed
    round set setattr slice sorted staticmethod str sum super tuple type vars zip __import__
    BaseException Exception ArithmeticError AssertionError AttributeError EOFError FileExistsError FileNotFoundError
    ImportError IndexError KeyError KeyboardInterrupt LookupError NameError NotImplementedError OSError OverflowError
    PermissionError RecursionError RuntimeError StopIteration SyntaxError TypeError UnicodeError ValueError ZeroDivisionError
  `),
);

/** What JavaScript has, in a realm without a page and without Node. */
const JAVASCRIPT = new Set(
  words(`
    Array ArrayBuffer BigInt Boolean DataView Date Error AggregateError EvalError RangeError ReferenceError SyntaxError
    TypeError FinalizationRegistry Function Intl Iterator JSON Map Math Number Object Promise Proxy Reflect RegExp Set String
    Symbol WeakMap WeakRef WeakSet Atomics console crypto performance globalThis eval isFinite isNaN parseFloat parseInt
    decodeURI decodeURIComponent encodeURI encodeURIComponent setTimeout clearTimeout setInterval clearInterval
    queueMicrotask structuredClone Uint8Array Int8Array Uint16Array Int16Array Uint32Array Int32Array Float32Array Float64Array
    TextEncoder TextDecoder URL URLSearchParams AbortController AbortSignal
  `),
);

export const isOfTheLanguage = (language: CodeLanguage, name: string): boolean =>
  (language === 'python' ? PYTHON : JAVASCRIPT).has(name);
