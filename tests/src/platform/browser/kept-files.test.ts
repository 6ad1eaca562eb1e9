import { describe, expect, it } from 'vitest';
import { createKeptFiles } from '../../../../src/platform/browser/kept-files.ts';

/** As much of Cache Storage as is used. */
function fakeCaches(): CacheStorage {
  const kept = new Map<string, Response>();
  const cache = {
    match: (url: string) => Promise.resolve(kept.get(url)?.clone()),
    put: (url: string, response: Response) => Promise.resolve(void kept.set(url, response)),
    delete: (url: string) => Promise.resolve(kept.delete(url)),
    keys: () => Promise.resolve([...kept.keys()].map((url) => ({ url }))),
  };
  return { open: () => Promise.resolve(cache) } as unknown as CacheStorage;
}

const bytes = new Uint8Array([1, 2, 3]);
const room = (quota: number) => ({ estimate: () => Promise.resolve({ usage: 0, quota }) });
const BROKEN = { open: () => Promise.reject(new Error('blocked')) } as unknown as CacheStorage;

describe('kept files', () => {
  it('come back as they were, by their names', async () => {
    const files = createKeptFiles(fakeCaches(), room(1e9));
    expect(await files.write('python-1/a b', bytes)).toBe(true);
    expect(await files.read('python-1/a b')).toEqual(bytes);
    expect(await files.names()).toEqual(['python-1/a b']);
    await files.remove('python-1/a b');
    expect([await files.read('python-1/a b'), await files.names()]).toEqual([null, []]);
  });

  it('leave room for the learner’s own work', async () => {
    const files = createKeptFiles(fakeCaches(), room(100_000_002));
    expect(await files.write('a', bytes)).toBe(false);
    expect(await files.read('a')).toBeNull();
  });

  it('are simply not there where nothing can be kept', async () => {
    for (const caches of [undefined, BROKEN]) {
      const files = createKeptFiles(caches, room(1e9));
      expect([await files.write('a', bytes), await files.read('a'), await files.names()]).toEqual([false, null, []]);
      await files.remove('a');
    }
  });
});
