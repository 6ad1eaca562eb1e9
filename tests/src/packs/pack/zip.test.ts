import { throws } from 'node:assert/strict';
import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { PackRefused } from '../../../../src/packs/pack/bad-pack.ts';
import { openZip } from '../../../../src/packs/pack/zip.ts';
import type { ZipLimits } from '../../../../src/packs/pack/zip-directory.ts';
import { overwritten, zipOf } from './pack-files.ts';

const LIMITS: ZipLimits = { entries: 10, entryBytes: 1_000_000, totalBytes: 2_000_000 };
const TEXT = new TextEncoder().encode('tea '.repeat(100));

const told = (bytes: Uint8Array, path?: string, limits = LIMITS): string => {
  let words = '';
  throws(
    () => {
      const zip = openZip(bytes, limits);
      if (path !== undefined) zip.read(path);
    },
    (error) => {
      if (error instanceof PackRefused) words = `${error.bad.reason}: ${error.bad.message}`;
      return error instanceof PackRefused;
    },
  );
  return words;
};
const withUint32 = (bytes: Uint8Array, signature: number, offset: number, value: number): Uint8Array => {
  const out = bytes.slice();
  const view = new DataView(out.buffer);
  for (let at = 0; at + 4 <= out.length; at++) if (view.getUint32(at, true) === signature) view.setUint32(at + offset, value, true);
  return out;
};
const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;

test('reads what is packed and what is stored, folders left out', () => {
  const zip = openZip(zipSync({ 'a/b.txt': [TEXT, { level: 9 }], 'c.txt': [TEXT, { level: 0 }], 'd/': new Uint8Array() }), LIMITS);
  expect(zip.paths).toEqual(['a/b.txt', 'c.txt']);
  expect(zip.totalBytes).toBe(800);
  for (const path of zip.paths) expect(zip.read(path)).toEqual(TEXT);
});

test.each([
  ['../a', 'Unsafe'],
  ['/a/b', 'Unsafe'],
  ['a/../b', 'Unsafe'],
  ['a//b', 'Unsafe'],
  ['a\\b', 'Unsafe'],
  ['C:a', 'Unsafe'],
  ['a/nul.txt', 'Unsafe'],
  ['a./b', 'Unsafe'],
  ['a\u0000b', 'Unsafe'],
])('refuses the path %j', (path, reason) => {
  expect(told(zipOf({ [path]: 'x' }))).toContain(`${reason}: `);
});

test('refuses a name twice, letter case aside', () => {
  expect(told(zipOf({ 'A.txt': '1', 'a.txt': '2' }))).toBe('Unsafe: It holds `a.txt` twice.');
  expect(told(overwritten(zipOf({ 'a.txt': '1', 'b.txt': '2' }), 'b.txt', 'a.txt'))).toBe('Unsafe: It holds `a.txt` twice.');
});

test('refuses more files, a larger file, and a larger whole than the limits', () => {
  const files = zipOf({ a: 'xxxx', b: 'xxxx' });
  expect(told(files, undefined, { ...LIMITS, entries: 1 })).toBe('TooLarge: It holds 2 files; 1 is the most.');
  expect(told(files, undefined, { ...LIMITS, entryBytes: 3 })).toBe('TooLarge: `a` has 4 bytes; 3 is the most.');
  expect(told(files, undefined, { ...LIMITS, totalBytes: 7 })).toBe('TooLarge: It unpacks to 8 bytes or more; 7 is the most.');
});

test('refuses a file that unpacks to more than it says, before it is unpacked', () => {
  const bomb = zipSync({ bomb: new Uint8Array(1_000_000) }, { level: 9 });
  const lying = withUint32(withUint32(bomb, LOCAL, 22, 10), CENTRAL, 24, 10);
  expect(told(lying, 'bomb')).toBe('Damaged: bomb unpacks to more than the 10 bytes that the file says.');
});

test('refuses a file that unpacks to less than it says', () => {
  const short = zipSync({ a: TEXT }, { level: 9 });
  expect(told(withUint32(withUint32(short, LOCAL, 22, 500), CENTRAL, 24, 500), 'a')).toBe('Damaged: a unpacks to 400 bytes, not the 500 that the file says.');
});

test('refuses headers that contradict the directory', () => {
  const zip = zipSync({ a: TEXT }, { level: 9 });
  expect(told(withUint32(zip, LOCAL, 22, 500))).toBe('Damaged: `a` contradicts the list of files.');
  expect(told(withUint32(zip, CENTRAL, 42, 7))).toBe('Damaged: `a` is not where the list of files has it.');
});

test('refuses files that share bytes', () => {
  const zip = zipOf({ a: 'x', b: 'y' });
  const view = new DataView(zip.buffer);
  const central = view.getUint32(zip.length - 6, true);
  // The first's name becomes the second's place: both now begin where the first does.
  const second = central + 46 + 1;
  view.setUint32(second + 42, 0, true);
  expect(told(overwritten(zip, 'b', 'a'))).toMatch(/^(?:Unsafe|Damaged): /);
});

test('refuses a zip that is cut short anywhere', () => {
  const zip = zipSync({ a: TEXT, b: TEXT }, { level: 9 });
  for (let length = 0; length < zip.length; length++) expect(told(zip.subarray(0, length))).toMatch(/^(?:NotAPack|Damaged): /);
});

test('refuses what is encrypted, split, or packed in another way', () => {
  const zip = zipOf({ a: 'x' });
  expect(told(withUint32(zip, CENTRAL, 8, 1))).toBe('Damaged: `a` is encrypted.');
  expect(told(withUint32(zip, CENTRAL, 8, 12 << 16))).toBe('Damaged: `a` is packed in a way that is not read here (12).');
});

test('refuses what unpacks to very much more than it is', () => {
  const bomb = zipSync({ 'a.txt': TEXT, bomb: new Uint8Array(1_100_000) }, { level: 9 });
  expect(told(bomb, undefined, { ...LIMITS, entryBytes: 2_000_000 })).toMatch(/^Unsafe: `bomb` unpacks to 1100000 bytes out of \d+\.$/);
  expect(openZip(zipSync({ bomb: new Uint8Array(1_000_000) }, { level: 9 }), LIMITS).read('bomb')).toHaveLength(1_000_000);
});

test('refuses a checksum that is another', () => {
  expect(told(withUint32(zipOf({ a: 'x' }), CENTRAL, 16, 5), 'a')).toBe('Damaged: a is damaged: its checksum is another.');
});
