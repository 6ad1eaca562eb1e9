import type { EpochMs, Id } from '../../../db/models/ids.ts';
import { fail, type Result } from '../../core/result.ts';
import type { ChosenPlace, Copies, CopyFailure } from '../../platform/copies.ts';
import type { Environment } from '../environment.ts';
import { stampOf } from '../stamp.ts';
import { isDue, makeCopy, type CopyMade } from './make-copy.ts';
import { copiesIn, deviceTag, folderPlace, ownPlace, type AutoCopy, type Place } from './places.ts';
import { daysWithoutBackup, readReminderFacts } from './reminder.ts';
import { withChecks } from './with-checks.ts';

export type { AutoCopy } from './places.ts';
export type { CopyMade } from './make-copy.ts';

/** Copies of everything on this device that are made by themselves, and thinned out by themselves. */
export interface CopyService {
  /** Makes one where none was made for half an hour, at a moment when the page is idle. */
  keepUp(): Promise<Result<CopyMade, CopyFailure | NotMade>>;
  makeNow(): Promise<Result<CopyMade, CopyFailure | NotMade>>;
  /** Newest first; `folder` null: none is chosen, or it cannot be read just now. */
  list(): Promise<{ readonly own: readonly AutoCopy[]; readonly folder: readonly AutoCopy[] | null }>;
  /** The text of a backup; null where the copy is damaged or gone. */
  read(copy: AutoCopy): Promise<string | null>;
  /** A backup file of it, with all its checks, as an export makes one; null as above. */
  toFile(copy: AutoCopy): Promise<{ readonly name: string; readonly text: string } | null>;
  remove(copies: readonly AutoCopy[]): Promise<void>;
  /** Copies that hold something of these learners (R5). In a learner's folder: all made since the first of them began. */
  holding(users: readonly { readonly id: Id; readonly createdAt: EpochMs }[]): Promise<readonly AutoCopy[]>;
  /** Days since anything left this browser, where it is time to say so; null: it is not. */
  daysWithoutBackup(): Promise<number | null>;
  /** Null: this browser lets no folder be chosen. */
  readonly folder: FolderChoice | null;
  /** False: this browser has no place for copies at all. */
  readonly isSupported: boolean;
}
export type NotMade = { readonly type: 'CopyNotDue' } | { readonly type: 'CopiedElsewhere' };

/** The learner's own folder, as the screen shows it; the last three are to be called from a click. */
export interface FolderChoice {
  where(): Promise<FolderShown>;
  choose(): Promise<Result<FolderShown, { readonly type: 'Cancelled' } | CopyFailure>>;
  allow(): Promise<FolderShown>;
  forget(): Promise<void>;
}
export interface FolderShown {
  readonly state: ChosenPlace['state'];
  /** Null where none is chosen. */
  readonly name: string | null;
}

const NONE: CopyFailure = { type: 'CopyUnavailable', reason: 'there is no place for copies here' };

export async function createCopyService(environment: Environment): Promise<CopyService> {
  const { platform, strict, now, newId } = environment;
  const copies: Copies = await platform.copies();
  const own = copies.own === null ? null : ownPlace(copies.own);
  const chosen = async (): Promise<Place | null> => {
    const place = await copies.chosen?.where();
    return place?.state === 'open' ? folderPlace(place.folder, deviceTag(platform.notes, newId)) : null;
  };
  const listFolder = async (): Promise<AutoCopy[] | null> => {
    const place = await chosen();
    return place === null ? null : copiesIn(place).catch(() => null);
  };
  const list: CopyService['list'] = async () => ({ own: own === null ? [] : await copiesIn(own), folder: await listFolder() });
  const placeOf = ({ place }: AutoCopy): Promise<Place | null> => (place === 'own' ? Promise.resolve(own) : chosen());

  const read: CopyService['read'] = async (copy) => {
    const place = await placeOf(copy);
    const file = (await place?.folder.read(copy.name)) ?? null;
    return file === null || place === null ? null : place.toText(file);
  };

  /** The copy this tab is writing, or wrote last. */
  let making: Promise<unknown> = Promise.resolve();
  /** By one tab at a time. */
  const make = async (onlyIfDue: boolean): Promise<Result<CopyMade, CopyFailure | NotMade>> => {
    if (own === null) return fail(NONE);
    const lock = await platform.locks.take('copies', { steal: false, onLost: () => undefined });
    if (lock === null) return fail({ type: 'CopiedElsewhere' });
    try {
      if (onlyIfDue && !(await isDue(own, now()))) return fail({ type: 'CopyNotDue' });
      if (onlyIfDue) await idle();
      const made = makeCopy({ strict, now, storage: platform.storage, appVersion: platform.appVersion }, own, await chosen());
      making = made.catch(() => undefined);
      return await made;
    } finally {
      lock.release();
    }
  };

  return {
    keepUp: () => make(true),
    makeNow: () => make(false),
    list,
    read,
    async toFile(copy) {
      const text = await read(copy);
      if (text === null) return null;
      // One in the app’s own place is whole, or it would not have been unpacked.
      return { name: `hornbook-copy-${stampOf(copy.at)}.json`, text: copy.place === 'own' ? await withChecks(text) : text };
    },
    async remove(gone) {
      for (const copy of gone) await (await placeOf(copy))?.folder.remove(copy.name);
    },
    async holding(users) {
      // One that is just being written may hold them too.
      await making;
      const since = Math.min(...users.map(({ createdAt }) => createdAt));
      const { own: kept, folder } = await list();
      const held: AutoCopy[] = [];
      for (const copy of kept) {
        const file = (await own?.folder.read(copy.name)) ?? null;
        const head = file === null ? null : ((await own?.headOf(file)) ?? null);
        // One that does not say whom it holds may hold anybody.
        const ids = head?.userIds ?? [];
        if (ids.length === 0 || users.some(({ id }) => ids.includes(id))) held.push(copy);
      }
      return [...held, ...(folder ?? []).filter(({ at }) => at >= since - MINUTE)];
    },
    async daysWithoutBackup() {
      const hasFolder = (await copies.chosen?.where())?.state === 'open';
      return daysWithoutBackup({ ...(await readReminderFacts(strict)), hasFolder }, now());
    },
    folder: copies.chosen === null ? null : shown(copies.chosen),
    isSupported: own !== null,
  };
}

/** A name tells the minute, no more. */
const MINUTE = 60_000;

function shown(chosen: NonNullable<Copies['chosen']>): FolderChoice {
  const show = (place: ChosenPlace): FolderShown => ({ state: place.state, name: place.state === 'none' ? null : place.name });
  return {
    where: async () => show(await chosen.where()),
    async choose() {
      const picked = await chosen.choose();
      return picked.ok ? { ok: true, value: show(picked.value) } : picked;
    },
    allow: async () => show(await chosen.allow()),
    forget: () => chosen.forget(),
  };
}

/** Once the page has nothing better to do, and within a minute at the latest. */
function idle(): Promise<void> {
  const { requestIdleCallback: ask } = globalThis as Partial<typeof globalThis>;
  return new Promise((resolve) => {
    if (ask === undefined) setTimeout(resolve, 0);
    else ask(() => resolve(), { timeout: 60_000 });
  });
}
