import { describe, expect, it } from 'vitest';
import { headOf, packCopy, unpackCopy } from '../../../../src/services/copies/copy-file.ts';

const TEXT = JSON.stringify({ format: 'hornbook-backup', words: 'Tschüß, 世界 '.repeat(500) });
const text = new Blob([TEXT]);
const head = { madeAt: 1_790_000_000_000, userIds: ['ada'], rows: 12, bytes: text.size };
const bytesOf = async (file: Blob): Promise<Uint8Array<ArrayBuffer>> => new Uint8Array(await file.arrayBuffer());

describe('a copy as a file', () => {
  it('gives back head and text, in much less room', async () => {
    const file = await packCopy(head, text);
    expect(await headOf(file)).toEqual(head);
    expect(await unpackCopy(file)).toBe(TEXT);
    expect(file.size).toBeLessThan(text.size);
  });

  it('is noticed to be damaged wherever its text is: a byte turned, an end cut off', async () => {
    const whole = await bytesOf(await packCopy(head, text));
    // The ten bytes in front of gzip's data hold nothing of the text, such as a time.
    for (let at = 8_192 + 10; at < whole.length; at += 7) {
      const hurt = whole.slice();
      hurt[at] = (hurt[at] ?? 0) ^ 0x10;
      expect([null, TEXT]).toContain(await unpackCopy(new Blob([hurt])));
    }
    for (const end of [0, 100, 8_192, 8_300, whole.length - 1]) {
      expect(await unpackCopy(new Blob([whole.slice(0, end)]))).toBeNull();
    }
  });

  it('that never was one has no head', async () => {
    expect(await headOf(new Blob(['{"madeAt":1}']))).toBeNull();
    expect(await headOf(new Blob(['HBCOPY1 {"madeAt":"now"}']))).toBeNull();
    expect(await unpackCopy(new Blob([]))).toBeNull();
  });

  it('names nobody where there are too many to name, which stands for anybody', async () => {
    const userIds = Array.from({ length: 1_000 }, (_, i) => `0190-learner-${i}`);
    expect(await headOf(await packCopy({ ...head, userIds }, text))).toEqual({ ...head, userIds: [] });
  });
});
