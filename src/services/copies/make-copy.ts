import type { EpochMs } from '../../../db/models/ids.ts';
import type { Repositories } from '../../../db/repositories.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import type { CopyFailure } from '../../platform/copies.ts';
import type { DeviceStorage } from '../../platform/platform.ts';
import { backupText } from './backup-text.ts';
import { copiesIn, type Place } from './places.ts';
import { HALF_HOUR, thin } from './thin.ts';

/** All copies in the app's own place together, compressed. */
const MOST_BYTES = 200_000_000;
/** This much of the site's share stays free: the next answers come before any copy. */
const RESERVE_BYTES = 30_000_000;

export interface CopyInput {
  readonly strict: Repositories;
  readonly storage: Pick<DeviceStorage, 'estimate'>;
  readonly appVersion: string;
  readonly now: () => EpochMs;
}

export interface CopyMade {
  readonly at: EpochMs;
  readonly rows: number;
  /** Why the learner's folder has not got it; null: it has, or there is no such folder. */
  readonly folderFailure: CopyFailure | null;
}

/** A copy is due half an hour after the last. One from a time to come (the clock was put back) counts for nothing. */
export async function isDue(own: Place, now: EpochMs): Promise<boolean> {
  const last = (await copiesIn(own)).find(({ at }) => at <= now);
  return last === undefined || now - last.at >= HALF_HOUR;
}

/**
 * One copy to the app's own place, and then to the learner's folder; old ones are thinned out. For one tab at a time.
 * The one in the own place stays whatever becomes of the other.
 */
export async function makeCopy(
  { strict, storage, appVersion, now }: CopyInput,
  own: Place,
  chosen: Place | null,
): Promise<Result<CopyMade, CopyFailure>> {
  const at = now();
  const { text, head } = await backupText(strict, { app: appVersion, madeAt: at });
  const file = await own.toFile(head, text);
  const written = await writeWithin(own, at, file, storage);
  const inFolder = chosen === null ? ok(null) : await guarded(() => write(chosen, at, text, head));
  if (!written.ok) return written;
  await thinOut(own, at, MOST_BYTES);
  const thinned = chosen === null || !inFolder.ok ? inFolder : await guarded(async () => ok(await thinOut(chosen, at)));
  return ok({ at, rows: head.rows, folderFailure: thinned.ok ? null : thinned.error });
}

const write = async (place: Place, at: EpochMs, text: Blob, head: Parameters<Place['toFile']>[0]): Promise<Result<null, CopyFailure>> =>
  place.folder.write(place.nameOf(at), await place.toFile(head, text));

/** Makes room by letting older copies go, never the newest. Where that is not enough there is no copy this time. */
async function writeWithin(
  place: Place,
  at: EpochMs,
  file: Blob,
  storage: Pick<DeviceStorage, 'estimate'>,
): Promise<Result<null, CopyFailure>> {
  const older = (await copiesIn(place)).slice(1);
  for (;;) {
    const known = await storage.estimate();
    const hasRoom = known === null || known.quota - known.usage - file.size >= RESERVE_BYTES;
    const written: Result<null, CopyFailure> = hasRoom ? await place.folder.write(place.nameOf(at), file) : fail({ type: 'CopyFull' });
    const oldest = older.pop();
    if (written.ok || written.error.type !== 'CopyFull' || oldest === undefined) return written;
    await place.folder.remove(oldest.name);
  }
}

async function thinOut(place: Place, now: EpochMs, most?: number): Promise<null> {
  const copies = await copiesIn(place);
  const kept = new Set(thin(copies, now, most).map(({ name }) => name));
  for (const { name } of copies) if (!kept.has(name)) await place.folder.remove(name);
  return null;
}

/** The learner's folder may be gone, or be no longer ours to write. */
async function guarded(work: () => Promise<Result<null, CopyFailure>>): Promise<Result<null, CopyFailure>> {
  try {
    return await work();
  } catch (error) {
    return fail({ type: 'CopyUnavailable', reason: String(error) });
  }
}
