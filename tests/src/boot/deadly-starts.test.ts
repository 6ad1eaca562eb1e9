import { describe, expect, it } from 'vitest';
import { beginStart } from '../../../src/boot/deadly-starts.ts';
import { createFakeLocks } from '../services/fake-locks.ts';
import { fakePlatform } from '../services/fake-platform.ts';

/** Starts on one device, each in a tab of its own; a tab that has died holds no lock any more. */
function device() {
  const { notes } = fakePlatform(createFakeLocks().forTab());
  const locks = createFakeLocks();
  return {
    begin: () => beginStart({ notes, locks: createFakeLocks().forTab() }),
    beside: () => beginStart({ notes, locks: locks.forTab() }),
  };
}

describe('starts that die', () => {
  it('are deadly after three in a row, until one goes through', async () => {
    const { begin } = device();
    for (let n = 0; n < 3; n++) expect((await begin()).isDeadly).toBe(false);
    const fourth = await begin();
    expect(fourth.isDeadly).toBe(true);
    fourth.isOver();
    expect((await begin()).isDeadly).toBe(false);
  });

  it('are not those that were left, or that said what was wrong', async () => {
    const { begin } = device();
    for (let n = 0; n < 5; n++) {
      const start = await begin();
      expect(start.isDeadly).toBe(false);
      start.isOver();
    }
  });

  it('are counted on where a tab that came up long ago is left', async () => {
    const { begin } = device();
    const first = await begin();
    first.isOver();
    for (let n = 0; n < 3; n++) {
      await begin();
      first.isOver();
    }
    expect((await begin()).isDeadly).toBe(true);
  });

  it('are counted once where several tabs start side by side', async () => {
    const { beside } = device();
    const starts = await Promise.all([beside(), beside(), beside(), beside()]);
    expect(starts.map(({ isDeadly }) => isDeadly)).toEqual([false, false, false, false]);
    for (const { isOver } of starts.slice(1)) isOver();
    expect((await beside()).isDeadly).toBe(false);
  });
});
