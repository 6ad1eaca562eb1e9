import fc from 'fast-check';
import { expect, test } from 'vitest';
import { messagesIn, numberIn, readMessage, textIn } from '../../../../../src/packs/import/anki/protobuf.ts';
import { message } from './make-package.ts';

test('fields are read by their numbers, the last of each counting', () => {
  const read = readMessage(message([1, 300], [2, 'tea'], [255, 7], [2, 'cups'])) ?? new Map<never, never>();
  expect([numberIn(read, 1), numberIn(read, 255), textIn(read, 2), numberIn(read, 9), textIn(read, 1)]).toEqual([300, 7, 'cups', 0, '']);
  expect(messagesIn(read, 2)).toHaveLength(2);
});

test('fixed-width fields are passed over', () => {
  const read = readMessage(Uint8Array.of(0x09, 1, 2, 3, 4, 5, 6, 7, 8, 0x15, 1, 2, 3, 4, 0x18, 5)) ?? new Map<never, never>();
  expect(numberIn(read, 3)).toBe(5);
});

test('what is written is read', () => {
  const fields = fc.array(fc.tuple(fc.integer({ min: 1, max: 500 }), fc.oneof(fc.nat(), fc.string())));
  fc.assert(
    fc.property(fields, (written) => {
      const read = readMessage(message(...written)) ?? new Map<never, never>();
      for (const [field, value] of new Map(written)) {
        expect(typeof value === 'number' ? numberIn(read, field) : textIn(read, field)).toBe(value);
      }
    }),
  );
});

test('any bytes give a message or null', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
    const read = readMessage(bytes);
    expect(read === null || read.size <= bytes.length).toBe(true);
  }));
  expect(readMessage(Uint8Array.of(0x12, 200, 1))).toBeNull();
  expect(readMessage(Uint8Array.of(0x08, 0x80))).toBeNull();
  expect(readMessage(Uint8Array.of(0x0b))).toBeNull();
});
