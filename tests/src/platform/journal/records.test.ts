import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { crc32, encodeRecords, readRecords } from '../../../../src/platform/journal/records.ts';

const padded = (bytes: Uint8Array, zeros: number): Uint8Array => {
  const file = new Uint8Array(bytes.length + zeros);
  file.set(bytes);
  return file;
};

const lines = fc.array(fc.string({ unit: 'binary', maxLength: 200 }), { maxLength: 20 });

describe('records of a journal', () => {
  test('the checksum is the one of zip and PNG', () => {
    expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
  });

  test('come back as they were written, whatever room is left behind them', () => {
    fc.assert(
      fc.property(lines, fc.nat(300), (written, room) => {
        const bytes = encodeRecords(written);
        expect(readRecords(padded(bytes, room))).toEqual({ lines: written, end: bytes.length, damaged: 0 });
      }),
    );
  });

  test('a torn last record is left out, and the others stand', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 8 }), fc.nat(), fc.nat(100), (written, cut, room) => {
        const whole = encodeRecords(written);
        const last = encodeRecords(written.slice(-1)).length;
        const kept = whole.length - 1 - (cut % (last - 1));
        const file = padded(whole.slice(0, kept), room);
        expect(readRecords(file).lines).toEqual(written.slice(0, -1));
      }),
    );
  });

  test('one damaged byte costs at most the record it is in, and is noticed', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1 }), { minLength: 2, maxLength: 8 }), fc.nat(), fc.integer({ min: 1, max: 255 }), (written, where, flip) => {
        const file = padded(encodeRecords(written), 64);
        const at = where % (file.length - 64);
        file[at] = (file[at] ?? 0) ^ flip;
        const read = readRecords(file);
        expect(read.lines.length).toBeGreaterThanOrEqual(written.length - 1);
        expect(written).toEqual(expect.arrayContaining([...read.lines]));
        expect(read.damaged).toBeGreaterThanOrEqual(1);
      }),
    );
  });

  test('a file that is all zeros, or no journal at all, holds no lines', () => {
    expect(readRecords(new Uint8Array(1000))).toEqual({ lines: [], end: 0, damaged: 0 });
    expect(readRecords(new TextEncoder().encode('not a journal')).lines).toEqual([]);
  });
});
