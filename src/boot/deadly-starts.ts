import type { Platform } from '../platform/platform.ts';

const NAME = 'starting';
/** One or two may be anything, such as a system in need of memory. */
const DEADLY_FROM = 3;

export interface Start {
  /** The starts before this one died, one after the other, and not one said a word. */
  readonly isDeadly: boolean;
  /** It went well, or failed with words, or was left: it did not die. Called again it does nothing. */
  readonly isOver: () => void;
}

/**
 * Chromium's process can die of a value on a damaged part of the disk, and would at each start. A count of starts that
 * came to no end outlives it. Tabs that start side by side are counted as one.
 */
export async function beginStart({ notes, locks }: Pick<Platform, 'notes' | 'locks'>): Promise<Start> {
  const lock = await locks.take(NAME, { steal: false, onLost: () => undefined });
  if (lock === null) return { isDeadly: false, isOver: () => undefined };
  let hasEnded = false;
  const died = Number(notes.get(NAME) ?? 0);
  notes.set(NAME, String(died + 1));
  return {
    isDeadly: died >= DEADLY_FROM,
    isOver() {
      // Heard each time the page is left, long after; another tab may be starting by then.
      if (hasEnded) return;
      hasEnded = true;
      notes.set(NAME, '0');
      lock.release();
    },
  };
}
