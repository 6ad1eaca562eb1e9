import type { CheckResult, RunResult } from '../core/run-result.ts';
import type { CheckJob, RunJob } from '../runner/runner.ts';

/** A place where one job at a time runs: a page in a browser of its own, or (trusted) a runner in Node. */
export interface Slot {
  /** This and `run` reject with `SlotLost` when the place itself is gone or hangs; nothing else rejects. */
  check(job: CheckJob): Promise<CheckResult>;
  run(job: RunJob): Promise<RunResult>;
  /** Makes the place anew. */
  replace(): Promise<void>;
}

export interface Slots {
  readonly slots: readonly Slot[];
  close(): Promise<void>;
}

/** The page or its browser went away, or it does not answer any more. */
export class SlotLost extends Error {
  readonly type = 'SlotLost';
}

/** No Chromium starts here; the message says why, and what to do. */
export class NoBrowser extends Error {
  readonly type = 'NoBrowser';

  constructor(reason: string) {
    super(`no browser to run it in: ${reason}. Install Chrome, Chromium or Edge, or name one by CHROME_PATH.`);
  }
}

/** A browser may crash for reasons of its own: a lost place is made anew and its job tried once more, then told. */
export async function workOn<T>(
  slot: Slot,
  signal: AbortSignal,
  work: (place: Pick<Slot, 'check' | 'run'>) => Promise<T>,
  lost: (why: string) => T,
): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await work(slot);
    } catch (error) {
      if (!(error instanceof SlotLost)) throw error;
      if (signal.aborted) return lost('interrupted');
      const again = await slot.replace().then(() => null, (reason: unknown) => String(reason));
      if (again !== null) return lost(`its page was lost, and another does not open: ${again}`);
      if (tries === 2) return lost(`its page was lost twice: ${error.message}`);
    }
  }
}
