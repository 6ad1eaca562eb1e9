import { crc32 as zlibs } from 'node:zlib';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { crc32 } from '../../../../src/packs/pack/crc32.ts';

it('is the checksum that zlib computes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      expect(crc32(bytes)).toBe(zlibs(bytes));
    }),
  );
});
