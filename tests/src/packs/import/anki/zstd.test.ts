import { expect, test } from 'vitest';
import { isZstd, unzstd } from '../../../../../src/packs/import/anki/zstd.ts';
import { joined, stored } from './make-package.ts';

const MOST = 1_000_000;
const MAGIC = Uint8Array.of(0x28, 0xb5, 0x2f, 0xfd);

/** Of the zstd command, which did not know the length beforehand. */
const PACKED = Buffer.from('KLUv/QRY9QAAsGEgcm93IG9mIGN1cHMsIHRoZSBlbmQBAIIh/awDvHfaJw==', 'base64');

test('a frame is unpacked, compressed or stored, whether or not it says its length', () => {
  expect(new TextDecoder().decode(unzstd(new Uint8Array(PACKED), MOST) ?? undefined)).toBe(`${'a row of cups, '.repeat(300)}the end`);
  const content = Uint8Array.from({ length: 200_000 }, (_, i) => i % 251);
  for (const isSized of [false, true]) expect(Buffer.from(unzstd(stored(content, isSized), MOST) ?? []).equals(content)).toBe(true);
  expect(unzstd(stored(new Uint8Array()), MOST)).toEqual(new Uint8Array());
});

test('what is none, or ends too soon, gives nothing', () => {
  const whole = stored(Uint8Array.of(1, 2, 3));
  for (let length = 0; length < whole.length; length++) expect(unzstd(whole.subarray(0, length), MOST)).toBeNull();
  expect(unzstd(new Uint8Array(1_000_000), MOST)).toBeNull();
  expect(isZstd(Uint8Array.of(0x28, 0xb5))).toBe(false);
});

test('one that would be longer than asked is not unpacked at all', () => {
  expect(unzstd(stored(new Uint8Array(1_000)), 999)).toBeNull();
  // 100,000 blocks of one byte that is repeated 131,072 times: 13 GB.
  const repeated = Uint8Array.of(2, 0, 16, 7);
  const bomb = joined([MAGIC, Uint8Array.of(0, 0x58), ...Array.from({ length: 100_000 }, () => repeated), Uint8Array.of(1, 0, 0)]);
  expect(unzstd(bomb, MOST)).toBeNull();
  // A window of a terabyte; a content said to be of 2^63 bytes.
  expect(unzstd(joined([MAGIC, Uint8Array.of(0, 0xf0, 1, 0, 0)]), MOST)).toBeNull();
  expect(unzstd(joined([MAGIC, Uint8Array.of(0xe0, 0, 0, 0, 0, 0, 0, 0, 0x80, 1, 0, 0)]), MOST)).toBeNull();
});
