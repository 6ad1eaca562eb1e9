import { define, floor, getOwnPropertyDescriptor, getPrototypeOf } from './primordials.ts';

const TWO_TO_26 = 2 ** 26;
const TWO_TO_32 = 2 ** 32;
const TWO_TO_53 = 2 ** 53;

/**
 * Makes chance repeatable: `Math.random` and `crypto`'s numbers come from one generator (sfc32: public domain, passes
 * PractRand). Returns how to begin again from a seed.
 */
export function installRandom(scope: typeof globalThis): (seed: number) => void {
  let [a, b, c, d] = [0, 0, 0, 0];
  const next = (): number => {
    const sum = (a + b + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum | 0;
    return sum >>> 0;
  };
  define(scope.Math, 'random', function random() {
    const high = next() >>> 5;
    return (high * TWO_TO_26 + (next() >>> 6)) / TWO_TO_53;
  });
  installCrypto(scope, next);
  return (seed) => {
    a = seed | 0;
    b = floor(seed / TWO_TO_32) | 0;
    c = 0x9e3779b9 | 0;
    d = 1;
    for (let i = 0; i < 16; i++) next();
  };
}

const HEX = '0123456789abcdef';

/** `crypto` is there in secure pages only. */
function installCrypto(scope: typeof globalThis, next: () => number): void {
  const { Uint8Array: Bytes, TypeError: NativeTypeError } = scope;
  const crypto = (scope as { crypto?: Crypto }).crypto;
  if (crypto === undefined) return;
  const buffers = getPrototypeOf(Bytes.prototype) ?? Bytes.prototype;
  const bufferOf = getOwnPropertyDescriptor(buffers, 'buffer')?.get;
  const offsetOf = getOwnPropertyDescriptor(buffers, 'byteOffset')?.get;
  const lengthOf = getOwnPropertyDescriptor(buffers, 'byteLength')?.get;
  const { apply } = Reflect;
  define(crypto, 'getRandomValues', function getRandomValues<T extends ArrayBufferView>(array: T): T {
    if (bufferOf === undefined || offsetOf === undefined || lengthOf === undefined) throw new NativeTypeError('No typed array');
    const length = apply(lengthOf, array, []) as number;
    const bytes = new Bytes(apply(bufferOf, array, []) as ArrayBuffer, apply(offsetOf, array, []) as number, length);
    for (let i = 0; i < length; i++) bytes[i] = next();
    return array;
  });
  define(crypto, 'randomUUID', function randomUUID() {
    let text = '';
    for (let i = 0; i < 32; i++) {
      if (i === 8 || i === 12 || i === 16 || i === 20) text += '-';
      const digit = next() >>> 28;
      text += i === 12 ? '4' : (HEX[i === 16 ? (digit & 3) | 8 : digit] ?? '0');
    }
    return text;
  });
}
