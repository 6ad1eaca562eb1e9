import type { DeviceStorage, Persistence } from '../platform.ts';

/** A browser may have none of it (over plain HTTP), or only some. */
type PartialStorageManager = Partial<Pick<StorageManager, 'persist' | 'persisted' | 'estimate'>>;

export function createBrowserStorage(storage: PartialStorageManager | undefined): DeviceStorage {
  return {
    askToPersist: () => answer(storage?.persist?.()),
    persistence: () => answer(storage?.persisted?.()),
    async estimate() {
      const { usage, quota } = (await storage?.estimate?.().catch(() => null)) ?? {};
      return usage === undefined || quota === undefined ? null : { usage, quota };
    },
  };
}

async function answer(asked: Promise<boolean> | undefined): Promise<Persistence> {
  if (asked === undefined) return 'unknown';
  return asked.then(
    (isKept) => (isKept ? 'kept' : 'evictable'),
    () => 'unknown',
  );
}
