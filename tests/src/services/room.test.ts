import { describe, expect, it } from 'vitest';
import { missingRoom, missingRoomFor } from '../../../src/services/room.ts';
import { failureWords } from '../../../src/ui/failure-words.ts';

const MB = 1_000_000;

describe('the room that something takes', () => {
  it('is three times its JSON, with four MB left free', () => {
    expect(missingRoom(10 * MB, { usage: 0, quota: 34 * MB })).toBe(0);
    expect(missingRoom(10 * MB, { usage: 1, quota: 34 * MB })).toBe(1);
    expect(missingRoom(10 * MB, { usage: 34 * MB, quota: 34 * MB })).toBe(34 * MB);
  });

  it('is never wanting where the browser does not say what it has', () => {
    expect(missingRoom(1e12, null)).toBe(0);
  });

  it('is counted in bytes, not in letters', async () => {
    const estimate = () => Promise.resolve({ usage: 0, quota: 4 * MB });
    expect(await missingRoomFor('zwölf', { estimate })).toBe(18);
  });

  it('is named in words', () => {
    expect(failureWords({ type: 'QuotaExceeded', missing: 34 * MB })).toContain('34 MB more');
    expect(failureWords({ type: 'QuotaExceeded', isKept: true })).toContain('Kept');
  });
});
