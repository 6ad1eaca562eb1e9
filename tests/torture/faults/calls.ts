import { REPOSITORY_CALLS } from './repository-calls.ts';
import { SERVICE_CALLS } from './service-calls.ts';
import type { Kept, Stage, World } from './world.ts';

/** How a method is called with arguments that make it do its work. */
export interface Call {
  readonly run: (world: World) => Promise<unknown>;
  /** On a device without a learner; `world` is then of another device. */
  readonly runEmpty?: (stage: Stage, world: World) => Promise<unknown>;
  /** What was lost before the call. */
  readonly harm?: (kept: Kept, world: World) => Kept;
  /**
   * More than one transaction, each whole by itself: it may end between two of them, and called again it must finish.
   * Whatever else ends half way is torn.
   */
  readonly steps?: true;
  /** A fault here is no failure of the call: what it gives back is true all the same. The reason why. */
  readonly survives?: string;
}

export const CALLS: Readonly<Record<string, Call>> = { ...REPOSITORY_CALLS, ...SERVICE_CALLS };

/** The names of all methods there are, as `users.getById` and `attempts.submit`, repositories' and services'. */
export async function methodsOf({ strict, services }: Stage): Promise<string[]> {
  // Parts that come when they are asked for.
  const db = {
    ...{ ...strict, dumps: await strict.dumps(), erasures: await strict.erasures(), inspection: await strict.inspection(), packs: await strict.packs() },
    ...{ reviews: await strict.reviews(), notes: await strict.notes(), bookmarks: await strict.bookmarks() },
    ...{ activity: await strict.activity(), searchParts: await strict.searchParts() },
  };
  const rest = {
    ...{ ...services, copies: { ...services.copies, ...(await services.copies.open()) }, soundness: await services.soundness() },
    ...{ packs: await services.packs(), records: await services.records(), reviews: await services.reviews() },
  };
  return [...methodsIn('db', db), ...methodsIn('services', rest)].sort();
}

function methodsIn(prefix: string, holder: object): string[] {
  return Object.entries(holder).flatMap(([name, value]: [string, unknown]) => {
    if (typeof value === 'function') return [`${prefix}.${name}`];
    return typeof value === 'object' && value !== null ? methodsIn(`${prefix}.${name}`, value) : [];
  });
}
