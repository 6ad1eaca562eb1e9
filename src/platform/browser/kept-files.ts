import type { KeptFiles } from '../../core/kept-files.ts';
import type { DeviceStorage } from '../platform.ts';

const CACHE = 'hornbook-kept';
/** Cache Storage takes no other scheme than http(s), and the desktop's page has one of its own. Nothing is fetched. */
const BASE = 'https://kept.invalid/';
/** The learner's own work comes first: this much stays free for it. */
const RESERVE_BYTES = 100_000_000;

/** Files beside the offline cache, in Cache Storage; of no use where the browser has none. */
export function createKeptFiles(caches: CacheStorage | undefined, storage: Pick<DeviceStorage, 'estimate'>): KeptFiles {
  const within = async <T>(otherwise: T, use: (cache: Cache) => Promise<T>): Promise<T> => {
    try {
      return caches === undefined ? otherwise : await use(await caches.open(CACHE));
    } catch {
      // No room, site data blocked, a damaged profile: all the same.
      return otherwise;
    }
  };
  const hasRoom = async (bytes: number): Promise<boolean> => {
    const known = await storage.estimate();
    return known === null || known.quota - known.usage - bytes > RESERVE_BYTES;
  };
  return {
    read: (name) =>
      within(null, async (cache) => {
        const found = await cache.match(urlOf(name));
        return found === undefined ? null : new Uint8Array(await found.arrayBuffer());
      }),
    write: (name, bytes) =>
      within(false, async (cache) => {
        if (!(await hasRoom(bytes.length))) return false;
        await cache.put(urlOf(name), new Response(bytes));
        return true;
      }),
    async remove(name) {
      await within(false, (cache) => cache.delete(urlOf(name)));
    },
    names: () => within([], async (cache) => (await cache.keys()).map(({ url }) => decodeURIComponent(url.slice(BASE.length)))),
  };
}

const urlOf = (name: string): string => BASE + encodeURIComponent(name);
