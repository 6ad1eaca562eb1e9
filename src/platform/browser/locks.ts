import type { Lock, Locks } from '../platform.ts';

/** Web Locks as a handle: held until released, or until another tab steals it. */
export function createBrowserLocks(manager: LockManager | undefined): Locks {
  if (manager === undefined) return unguarded;
  return {
    take(name, { steal, onLost }) {
      return new Promise<Lock | null>((resolve, reject) => {
        let isReleased = false;
        const options: LockOptions = steal ? { steal: true } : { ifAvailable: true };
        const held = manager.request(name, options, (lock) => {
          if (lock === null) {
            resolve(null);
            return Promise.resolve();
          }
          return new Promise<void>((end) => {
            resolve({
              release() {
                isReleased = true;
                end();
              },
            });
          });
        });
        // A stolen lock's request rejects with AbortError, long after `take` has returned.
        held.catch((error: unknown) => {
          if (!isReleased && isAbort(error)) onLost();
          else reject(error instanceof Error ? error : new Error(String(error)));
        });
      });
    },
  };
}

const isAbort = (error: unknown): boolean => error instanceof DOMException && error.name === 'AbortError';

/** Without Web Locks every tab believes that it is alone; the stored writer id still guards each write. */
const unguarded: Locks = { take: () => Promise.resolve({ release: () => undefined }) };
