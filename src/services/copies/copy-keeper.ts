import { fetchOnce } from '../../core/fetch-once.ts';
import type { Environment } from '../environment.ts';
import type { CopyService } from './copy-service.ts';

/** What of the automatic copies is there from the start: it looks at the clock, and fetches the rest when it is time. */
export interface CopyKeeper {
  open(): Promise<CopyService>;
  /** From now on copies are made as the learner works; returns the way to stop. */
  keep(): () => void;
}

const EVERY_MS = 60_000;

export function createCopyKeeper(environment: Environment): CopyKeeper {
  const { strict } = environment;
  const open = fetchOnce(async () => (await import('./copy-service.ts')).createCopyService(environment));
  let copied = strict.writes();
  const look = async (): Promise<void> => {
    const writes = strict.writes();
    if (writes === copied) return;
    const made = await (await open()).keepUp();
    if (made.ok) copied = writes;
  };
  return {
    open,
    keep() {
      // What hinders a copy is told on My data; the next minute is another chance.
      const timer = setInterval(() => void look().catch(() => undefined), EVERY_MS);
      return () => clearInterval(timer);
    },
  };
}
