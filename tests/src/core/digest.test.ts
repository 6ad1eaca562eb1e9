import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { hexOf, sha256, sha256OfText } from '../../../src/core/digest.ts';

it.each(['', 'abc', 'größer 𝄞', 'x'.repeat(100_000)])('the digest of a text is that of its UTF-8, in hex: %.10s', async (text) => {
  expect(await sha256OfText(text)).toBe(createHash('sha256').update(text, 'utf8').digest('hex'));
});

it('the digest of bytes is 32 bytes, and leaves them as they were', async () => {
  const bytes = new Uint8Array([0, 1, 255]);
  expect(hexOf(await sha256(bytes.buffer))).toBe(createHash('sha256').update(bytes).digest('hex'));
  expect(bytes).toEqual(new Uint8Array([0, 1, 255]));
});

it('each byte is two hex digits, its zeros among them', () => {
  expect(hexOf(new Uint8Array([0, 10, 255]).buffer)).toBe('000aff');
  expect(hexOf(new ArrayBuffer(0))).toBe('');
});
