import { isOfDamage, QuotaExceeded } from '../../db/errors.ts';
import { createRepositories } from '../../db/repositories.ts';
import type { Platform } from '../platform/platform.ts';
import { createJournalKeeper } from '../services/journal/keeper.ts';
import { createServices, type Services } from '../services/services.ts';
import type { Environment } from '../services/environment.ts';
import { beginStart } from './deadly-starts.ts';
import { abandon, abandonInUse, openStores, type OpenInput, type Place } from './open-stores.ts';
import { tellOnce, type Trouble } from './tell-once.ts';
import { whenIdle } from './when-idle.ts';
import { withReserve } from './with-reserve.ts';

export interface BringUpInput
  extends Omit<Environment, 'strict' | 'unjournaled' | 'relaxed'>, Pick<OpenInput, 'onStale' | 'onBlocked' | 'openBucket'> {
  /** Hears when the page is left or hidden: what is typed is then in the journal. */
  readonly onLeaving: (listener: () => void) => void;
  /** The database opens and yet cannot be read: at the next start another one is filled from the journal. */
  readonly onBroken: () => void;
  /** Hears, once each, why work is not being kept as it should. */
  readonly onTrouble?: (trouble: Trouble) => void;
}

export type BroughtUp =
  /** R14: nothing was touched. */
  | { readonly state: 'newer' }
  | {
      readonly state: 'up';
      readonly services: Services;
      readonly place: Place;
      readonly isAnew: boolean;
      readonly isAsExpected: boolean;
      /** What may wait until the app is on the screen: new courses, and a look for what the first glance did not see. */
      readonly finish: () => Promise<void>;
    };

/** Everything beneath the screens, with whatever was missing from the database back in it. Rejects where none opens. */
export async function bringUp(input: BringUpInput): Promise<BroughtUp> {
  const { platform, onLeaving } = input;
  const { isDeadly, isOver } = await beginStart(platform);
  onLeaving(isOver);
  if (isDeadly && (await hasJournal(platform))) abandonInUse(platform.notes);
  try {
    const app = await openAndFill(input);
    if (app.state === 'up') return { ...app, finish: () => app.finish().finally(isOver) };
    isOver();
    return app;
  } catch (error) {
    isOver();
    throw error;
  }
}

/** Whether a new database could be filled: without, even one that is deadly is better than none. */
const hasJournal = ({ journal }: Pick<Platform, 'journal'>): Promise<boolean> =>
  journal.read().then(({ lines }) => lines.length > 0, () => false);

async function openAndFill(input: BringUpInput): Promise<BroughtUp> {
  const { platform, now } = input;
  const stores = await openStores({ ...input, notes: platform.notes });
  if (stores.state === 'newer') return { state: 'newer' };
  const unjournaled = createRepositories(stores.strict, { now });
  const keeper = createJournalKeeper({ ...platform, now, schema: unjournaled.schemaVersion });
  input.onLeaving(() => void keeper.flush());
  const { tell, isWell } = tellOnce(platform.notes, (trouble) => input.onTrouble?.(trouble));
  keeper.onOutcome((failure) => (failure === null ? isWell() : tell(failure)));
  const strict = withReserve(createRepositories(stores.strict, { now, onCommitted: (changes) => keeper.onCommitted(changes) }), {
    latestWrite: stores.latestWrite,
    release: () => platform.journal.release?.() ?? Promise.resolve(false),
    keep: (changes) => keeper.keepRefused(changes),
    tell,
  });
  const services = createServices({
    ...input,
    strict,
    unjournaled,
    relaxed: createRepositories(stores.relaxed, { now }),
  });
  // What does not fit waits in its pack or in the journal: it keeps nobody from working, and nobody's export from being made.
  const ifItFits = async (work: () => Promise<unknown>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof QuotaExceeded)) throw error;
      tell({ type: 'DiskFull', last: 'kept' });
    }
  };
  const { place, isAnew, isAsExpected } = stores;
  /** False: the database is unfit, and lies aside from the next start on. A new one that is unfit has nothing to follow it. */
  const unlessUnfit = async (...works: (() => Promise<unknown>)[]): Promise<boolean> => {
    try {
      for (const work of works) await ifItFits(work);
      return true;
    } catch (error) {
      if (isAnew || !isOfDamage(error)) throw error;
      abandon(place, platform.notes);
      return false;
    }
  };
  const install = (): Promise<unknown> => services.courses.installBundled();
  const isMissing = !isAsExpected || isAnew;
  // Work is missing: it comes back before anybody looks for it. What it hangs on comes first.
  if (isMissing && !(await unlessUnfit(install, () => services.recovery.look({ isAnew })))) {
    stores.close();
    return openAndFill(input);
  }
  const look = (): Promise<unknown> => (isMissing ? Promise.resolve() : whenIdle(() => services.recovery.look()));
  const finish = async (): Promise<void> => {
    if (await unlessUnfit(install, look)) await platform.journal.reserve?.();
    else input.onBroken();
  };
  return { state: 'up', services, place, isAnew, isAsExpected, finish };
}
