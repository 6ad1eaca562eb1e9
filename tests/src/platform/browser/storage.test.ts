import { describe, expect, it } from 'vitest';
import { createBrowserStorage } from '../../../../src/platform/browser/storage.ts';

describe('storage', () => {
  it.each([
    ['kept', true],
    ['evictable', false],
  ])('passes on the answer: %s', async (answer, isKept) => {
    const storage = createBrowserStorage({ persist: () => Promise.resolve(isKept), persisted: () => Promise.resolve(isKept) });
    expect(await storage.askToPersist()).toBe(answer);
    expect(await storage.persistence()).toBe(answer);
  });

  it('is unknown where the browser cannot say, or will not', async () => {
    expect(await createBrowserStorage(undefined).askToPersist()).toBe('unknown');
    expect(await createBrowserStorage({ persist: () => Promise.reject(new Error('no')) }).askToPersist()).toBe('unknown');
  });

  it('estimates in bytes, or not at all', async () => {
    expect(await createBrowserStorage({ estimate: () => Promise.resolve({ usage: 1, quota: 2 }) }).estimate()).toEqual({ usage: 1, quota: 2 });
    expect(await createBrowserStorage({ estimate: () => Promise.resolve({}) }).estimate()).toBeNull();
    expect(await createBrowserStorage(undefined).estimate()).toBeNull();
  });
});
