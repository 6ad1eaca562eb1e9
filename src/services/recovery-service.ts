import type { EpochMs } from '../../db/models/ids.ts';
import type { Repositories } from '../../db/repositories.ts';
import type { Platform } from '../platform/platform.ts';
import type { Recovery } from './journal/recover.ts';

/** What the learner is told of once: rows were gone from the database, and these came back. */
export interface Recovered {
  readonly attempts: number;
  readonly profiles: number;
  /** Everything else that came back: drafts, facts, settings, messages. */
  readonly others: number;
  /** The database could not be opened any more, and a new one took its place. */
  readonly isAnew: boolean;
  /** Lines of the journal could not be read. */
  readonly isPartial: boolean;
}

export interface RecoveryService {
  /** Compares the database with the journal and puts back what is missing. Null: the journal holds nothing, or there is none here. */
  look(options?: { readonly isAnew?: boolean }): Promise<Recovery | null>;
  /** What came back since the start; null: nothing, or the learner has read it. */
  readonly news: {
    readonly get: () => Recovered | null;
    readonly subscribe: (listener: () => void) => () => void;
    readonly dismiss: () => void;
  };
}

export interface RecoveryInput {
  /** Repositories that do not write to the journal. */
  readonly unjournaled: Repositories;
  readonly platform: Pick<Platform, 'journal' | 'notes'>;
  readonly now: () => EpochMs;
}

export function createRecoveryService({ unjournaled, platform, now }: RecoveryInput): RecoveryService {
  const listeners = new Set<() => void>();
  let news: Recovered | null = null;
  const tell = (next: Recovered | null): void => {
    news = next;
    for (const listener of listeners) listener();
  };

  return {
    async look({ isAnew = false } = {}) {
      const { journal, notes } = platform;
      const content = await journal.read().catch(() => null);
      if (content === null || content.lines.length + content.damaged === 0) return null;
      const { recover } = await import('./journal/recover.ts');
      const recovery = await recover({ strict: unjournaled, journal, content, notes, now });
      const found = newsOf(recovery, isAnew);
      if (found !== null) tell(found);
      return recovery;
    },
    news: {
      get: () => news,
      subscribe(listener) {
        listeners.add(listener);
        return () => void listeners.delete(listener);
      },
      dismiss: () => tell(null),
    },
  };
}

function newsOf({ written, repaired, damaged }: Recovery, isAnew: boolean): Recovered | null {
  const { exerciseAttempts = 0, users = 0, ...rest } = written;
  const others = Object.values(rest).reduce((sum, count) => sum + count, 0);
  const attempts = exerciseAttempts + repaired;
  return attempts + users + others === 0 ? null : { attempts, profiles: users, others, isAnew, isPartial: damaged > 0 };
}
