import { describe, expect, it, vi } from 'vitest';
import { createBrowserLocks } from '../../../../src/platform/browser/locks.ts';
import { createFakeLocks } from './fake-locks.ts';

const soon = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
const plain = { steal: false, onLost: () => undefined };

describe('locks', () => {
  it('R17: are had by one tab at a time', async () => {
    const locks = createBrowserLocks(createFakeLocks());
    const first = await locks.take('draft:1', plain);
    expect(first).not.toBeNull();
    expect(await locks.take('draft:1', plain)).toBeNull();
    expect(await locks.take('draft:2', plain)).not.toBeNull();
    first?.release();
    await soon();
    expect(await locks.take('draft:1', plain)).not.toBeNull();
  });

  it('R17: can be stolen, and the tab that had one is told, once', async () => {
    const locks = createBrowserLocks(createFakeLocks());
    const onLost = vi.fn();
    await locks.take('draft:1', { steal: false, onLost });
    expect(await locks.take('draft:1', { ...plain, steal: true })).not.toBeNull();
    await soon();
    expect(onLost).toHaveBeenCalledTimes(1);
  });

  it('tell nobody of a lock that was given back', async () => {
    const locks = createBrowserLocks(createFakeLocks());
    const onLost = vi.fn();
    (await locks.take('draft:1', { steal: false, onLost }))?.release();
    await soon();
    await locks.take('draft:1', { ...plain, steal: true });
    await soon();
    expect(onLost).not.toHaveBeenCalled();
  });

  it('are always granted where the browser has none', async () => {
    const locks = createBrowserLocks(undefined);
    expect(await locks.take('draft:1', plain)).not.toBeNull();
    expect(await locks.take('draft:1', plain)).not.toBeNull();
  });

  it('reject when the browser refuses for another reason', async () => {
    const refusing = { request: () => Promise.reject(new DOMException('no', 'SecurityError')) } as unknown as LockManager;
    await expect(createBrowserLocks(refusing).take('draft:1', plain)).rejects.toThrow('no');
  });
});
