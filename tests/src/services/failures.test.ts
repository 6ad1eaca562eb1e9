import { describe, expect, it } from 'vitest';
import { DataNewerThanApp, NotFound, QuotaExceeded, StaleTab, StoreFailed } from '../../../db/errors.ts';
import { attemptWrite, KeptForLater, NoRoom } from '../../../src/services/failures.ts';
import { failureWords } from '../../../src/ui/failure-words.ts';

const EXPECTED = [new QuotaExceeded(), new KeptForLater(), new NoRoom(5), new StaleTab(), new StoreFailed('AbortError'), new DataNewerThanApp(9, 3)];

describe('a write that fails', () => {
  it.each(EXPECTED)('is a value with words of its own: %s', async (error) => {
    const tried = await attemptWrite(() => Promise.reject(error));
    if (tried.ok) throw new Error('it did not fail');
    expect(tried.error.type).toBe(error.type);
    const others = EXPECTED.filter((other) => other !== error);
    for (const other of others) {
      const failed = await attemptWrite(() => Promise.reject(other));
      expect(failed.ok ? '' : failureWords(failed.error)).not.toBe(failureWords(tried.error));
    }
  });

  it('for a reason nobody expects is a bug, and throws on', async () => {
    await expect(attemptWrite(() => Promise.reject(new NotFound('users', 'u')))).rejects.toThrow(NotFound);
    await expect(attemptWrite(() => Promise.reject(new TypeError('bug')))).rejects.toThrow(TypeError);
  });
});
