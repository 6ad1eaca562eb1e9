import type { Lock, Locks } from '../platform/platform.ts';

export interface DraftLocks {
  /** null when another tab holds it. Within one tab a lock is shared by all who opened the same draft. */
  take(name: string, steal: boolean, onLost: () => void): Promise<Lock | null>;
}

interface Held {
  readonly lock: Lock;
  readonly sharers: Set<() => void>;
}

/** A browser hands a lock on only a moment after its release: the same tab coming back at once must wait for it. */
const HANDOVER_MS = 50;

/**
 * One lock per draft and tab. A screen that closes a draft and opens it again, or mounts twice, never finds itself
 * locked out by itself.
 */
export function createDraftLocks(locks: Locks): DraftLocks {
  const held = new Map<string, Promise<Held | null>>();
  const justReleased = new Set<string>();

  const request = async (name: string, steal: boolean): Promise<Held | null> => {
    const sharers = new Set<() => void>();
    const onLost = (): void => {
      held.delete(name);
      for (const lost of [...sharers]) lost();
    };
    let lock = await locks.take(name, { steal, onLost });
    if (lock === null && justReleased.has(name)) {
      await new Promise((resolve) => setTimeout(resolve, HANDOVER_MS));
      lock = await locks.take(name, { steal, onLost });
    }
    justReleased.delete(name);
    if (lock === null) held.delete(name);
    return lock === null ? null : { lock, sharers };
  };

  return {
    async take(name, steal, onLost) {
      const pending = held.get(name) ?? request(name, steal);
      held.set(name, pending);
      const one = await pending;
      if (one === null) {
        held.delete(name);
        return null;
      }
      one.sharers.add(onLost);
      return {
        release() {
          if (!one.sharers.delete(onLost) || one.sharers.size > 0) return;
          one.lock.release();
          if (held.get(name) !== pending) return;
          held.delete(name);
          justReleased.add(name);
        },
      };
    },
  };
}
