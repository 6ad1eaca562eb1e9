import { afterEach, describe, expect, it, vi } from 'vitest';
import { createCopyKeeper } from '../../../../src/services/copies/copy-keeper.ts';
import type { Environment } from '../../../../src/services/environment.ts';
import { freshDatabase } from '../../../db/open.ts';
import { makeUser } from '../../../factories/user.ts';
import { createFakeLocks } from '../fake-locks.ts';
import { fakePlatform } from '../fake-platform.ts';
import { createMemoryFolder } from './memory-folder.ts';

afterEach(() => void vi.useRealTimers());

async function kept() {
  const { repositories: strict, clock } = await freshDatabase();
  const own = createMemoryFolder();
  const base = fakePlatform(createFakeLocks().forTab());
  const copies = vi.fn(() => Promise.resolve({ own, chosen: null }));
  const platform = { ...base, copies, storage: { ...base.storage, estimate: () => Promise.resolve(null) } };
  const keeper = createCopyKeeper({ strict, platform, now: () => clock.read(), newId: () => 'id' } as unknown as Environment);
  // fake-indexeddb needs its own timers.
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  return { keeper, own, strict, copies };
}

describe('the keeper of copies', () => {
  it('fetches nothing and copies nothing while nothing changes', async () => {
    const { keeper, own, copies } = await kept();
    keeper.keep();
    await vi.advanceTimersByTimeAsync(3 * 60 * 60_000);
    expect(copies).not.toHaveBeenCalled();
    expect(own.files.size).toBe(0);
  });

  it('makes a copy within a minute of a change, once for that change', async () => {
    const { keeper, own, strict } = await kept();
    const stop = keeper.keep();
    await strict.users.create(makeUser());
    await vi.advanceTimersByTimeAsync(60_000);
    await vi.waitFor(() => expect(own.files.size).toBe(1));
    await vi.advanceTimersByTimeAsync(60 * 60_000);
    expect(own.files.size).toBe(1);
    stop();
  });
});
