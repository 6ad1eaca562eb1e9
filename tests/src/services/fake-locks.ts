import type { Lock, Locks } from '../../../src/platform/platform.ts';

/** Locks of one device: what Web Locks do between tabs. */
export interface FakeLocks {
  forTab(): Locks;
  isHeld(name: string): boolean;
}

export function createFakeLocks(): FakeLocks {
  const holders = new Map<string, { onLost: () => void }>();
  return {
    isHeld: (name) => holders.has(name),
    forTab: () => ({
      take(name, { steal, onLost }) {
        const holder = holders.get(name);
        if (holder !== undefined && !steal) return Promise.resolve(null);
        const mine = { onLost };
        holders.set(name, mine);
        holder?.onLost();
        const lock: Lock = {
          release: () => {
            // As in a browser: free a moment later.
            setTimeout(() => {
              if (holders.get(name) === mine) holders.delete(name);
            }, 5);
          },
        };
        return Promise.resolve(lock);
      },
    }),
  };
}
