import { DatabaseError } from '../../db/errors.ts';
import type { DemoDatabase } from './demo-database.ts';

/** What a step says while it works: a fact, and what it came to. */
export type Say = (fact: string, outcome?: string) => void;

export interface DemoStep {
  readonly title: string;
  readonly show: (demo: DemoDatabase, say: Say) => Promise<void>;
}

/** Whom the demo is about, from its first step on. */
export const AMARA = { id: '01a1ff00-0000-7d3a-9c11-20b8f46a7e01', username: 'amara', email: 'Amara@Example.org' } as const;
export const COURSE = 'python-intro';

/** Does what must be refused, and says in what words it was. A demo in which it is not refused stops. */
export async function refused(say: Say, fact: string, work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error;
    say(fact, `refused, ${error.type}`);
    say(`  ${error.message}`);
    return;
  }
  throw new Error(`${fact}: this was not refused`);
}

/** A minute goes by: rows of one moment could not be told apart by their times. */
export const wait = (demo: DemoDatabase, minutes = 1): void => void (demo.clock.time += minutes * 60_000);
