import { openDatabase, type HornbookDatabase } from '../../db/database.ts';
import { AppIncomplete, DataNewerThanApp } from '../../db/errors.ts';
import { createRepositories } from '../../db/repositories.ts';
import type { Notes } from '../platform/platform.ts';
import { isAsExpected, readSentinel } from '../services/journal/sentinel.ts';
import { watchWrites, type Written } from './watch-writes.ts';

/** Where the database is: under another name, or in a storage bucket, once the one before could not be opened. */
export interface Place {
  readonly name: string;
  readonly bucket: string | null;
}

export interface Stores {
  readonly state: 'open';
  readonly strict: HornbookDatabase;
  readonly relaxed: HornbookDatabase;
  /** The strict instance's transaction begun last. */
  readonly latestWrite: () => Written;
  readonly place: Place;
  readonly close: () => void;
  /** What was there before could not be opened or read, and lies aside. */
  readonly isAnew: boolean;
  /** Nothing is missing of what must at least be there. */
  readonly isAsExpected: boolean;
}
export type Opened = Stores | { readonly state: 'newer'; readonly found: number; readonly known: number };

export interface OpenInput {
  readonly notes: Notes;
  readonly onStale: () => void;
  readonly onBlocked: () => void;
  /** The factory of a storage bucket; null where the browser has none. */
  readonly openBucket: ((name: string) => Promise<IDBFactory>) | null;
  /** How long a database may be silent, ms. While it upgrades, or waits for another tab, it may. */
  readonly limitMs?: number;
}

const NOTE = 'database';
const FIRST: Place = { name: 'hornbook', bucket: null };
const LIMIT_MS = 3_000;

/**
 * Opens the database that is in use; where it cannot be opened or read, the next one, which is then in use. A database
 * that only gave no answer is left for now and tried again at the next start: it may just be slow.
 */
export async function openStores(input: OpenInput): Promise<Opened> {
  const { notes } = input;
  const { isAnew, ...inUse } = readPlace(notes);
  let failure: unknown = null;
  for (const place of [inUse, ...placesAfter(inUse, input.openBucket !== null)]) {
    try {
      const stores = await openAt(place, input);
      if (stores.state === 'open' && (isAnew || (place !== inUse && !(failure instanceof NoAnswer)))) notes.set(NOTE, JSON.stringify(place));
      return stores.state === 'open' ? { ...stores, isAnew: isAnew || place !== inUse } : stores;
    } catch (error) {
      // The data are sound: another place would only hide them.
      if (error instanceof AppIncomplete) throw error;
      failure ??= error;
    }
  }
  throw failure;
}

/** The database at `place` can be opened and yet not be read: it lies aside from the next start on. */
export function abandon(place: Place, notes: Notes): void {
  const [next] = placesAfter(place, false);
  notes.set(NOTE, JSON.stringify({ ...next, isAnew: true } satisfies NotedPlace));
}

/** The same for the database that is in use. */
export const abandonInUse = (notes: Notes): void => abandon(readPlace(notes), notes);

/** `isAnew`: it was never opened yet, and is to be filled. */
type NotedPlace = Partial<Place> & { readonly isAnew?: boolean };

/** The database gave no answer in time. */
class NoAnswer extends Error {}

async function openAt(place: Place, input: OpenInput): Promise<Opened> {
  const bucket = place.bucket === null ? undefined : await input.openBucket?.(place.bucket);
  const factory = bucket === undefined ? {} : { indexedDB: bucket };
  const limit = createLimit(input.limitMs ?? LIMIT_MS);
  const common = { ...factory, name: place.name, onStale: input.onStale } as const;
  const onBlocked = (): void => {
    limit.lift();
    input.onBlocked();
  };
  const strict = openDatabase({ ...common, durability: 'strict', onBlocked, onUpgrading: limit.lift });
  const relaxed = openDatabase({ ...common, durability: 'relaxed' });
  const latestWrite = watchWrites(strict);
  const close = (): void => {
    for (const db of [strict, relaxed]) db.close({ disableAutoOpen: true });
  };
  try {
    const open = async (): Promise<Opened> => {
      await strict.open();
      limit.renew();
      await relaxed.open();
      const isWhole = await isAsExpected(readSentinel(input.notes), createRepositories(strict));
      return { state: 'open', strict, relaxed, latestWrite, place, close, isAnew: false, isAsExpected: isWhole };
    };
    return await Promise.race([open(), limit.passed]);
  } catch (error) {
    close();
    if (error instanceof DataNewerThanApp) return { state: 'newer', found: error.found, known: error.known };
    throw error;
  } finally {
    limit.lift();
  }
}

interface Limit {
  readonly passed: Promise<never>;
  readonly renew: () => void;
  readonly lift: () => void;
}

function createLimit(ms: number): Limit {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let reject: (error: NoAnswer) => void = () => undefined;
  const passed = new Promise<never>((_, fail) => (reject = fail));
  passed.catch(() => undefined);
  const renew = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => reject(new NoAnswer('The database gave no answer')), ms);
  };
  renew();
  return { passed, renew, lift: () => clearTimeout(timer) };
}

/** Where the rows of the database in use are read from, whatever state it is in. */
export async function placeInUse(
  notes: Notes,
  openBucket: OpenInput['openBucket'],
): Promise<{ readonly factory: IDBFactory; readonly name: string }> {
  const { name, bucket } = readPlace(notes);
  return { name, factory: bucket === null || openBucket === null ? indexedDB : await openBucket(bucket) };
}

/** Another database beside it, then a bucket, whose files lie in a folder of their own. */
function placesAfter({ name }: Place, hasBuckets: boolean): Place[] {
  const n = Number(/-(\d+)$/.exec(name)?.[1] ?? 1) + 1;
  const next = `hornbook-${n}`;
  return [{ name: next, bucket: null }, ...(hasBuckets ? [{ name: next, bucket: next }] : [])];
}

function readPlace(notes: Notes): Place & { readonly isAnew: boolean } {
  try {
    const stored = JSON.parse(notes.get(NOTE) ?? 'null') as NotedPlace | null;
    if (typeof stored?.name === 'string') return { name: stored.name, bucket: stored.bucket ?? null, isAnew: stored.isAnew === true };
  } catch {
    // The first one it is.
  }
  return { ...FIRST, isAnew: false };
}
