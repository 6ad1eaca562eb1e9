import type { FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import type { JournalDone, JournalRead, JournalWrite } from './bridge.ts';
import { codeOf, isFullDisk, NODE, syncFolder, written, type Disk } from './disk.ts';
import { createTurns } from './turns.ts';
import { writeWhole } from './write-whole.ts';

/** The journal beside the profile's database: one file, one process, one thing at a time. */
export interface JournalFile {
  read(): Promise<JournalRead>;
  write(request: JournalWrite): Promise<JournalDone>;
  replace(bytes: Uint8Array): Promise<JournalDone>;
  release(): Promise<boolean>;
}

/** Room taken ahead, in bytes: writing over it needs no more of the disk. As much as the web's journal takes. */
const ROOM = 256 * 1024;
/** Given up once a write does not fit: several answers, or a settings row, in the database beside it. */
const RESERVE = 1024 * 1024;

/** @param folder the profile's; it need not be there yet */
export function createJournalFile(folder: string, disk: Disk = NODE): JournalFile {
  const path = join(folder, 'journal.log');
  const beside = `${path}.part`;
  const reserve = join(folder, 'journal.reserve');
  let isReserveSeen = false;
  const inTurn = createTurns();

  const release = async (): Promise<boolean> => {
    isReserveSeen = true;
    // A file of no bytes would free none.
    const held = await disk.readFile(reserve).catch(() => null);
    if (held === null || held.length === 0) return false;
    return disk.rm(reserve).then(() => true, () => false);
  };
  const keepReserve = async (): Promise<void> => {
    const isHeld = await disk.readFile(reserve).then(({ length }) => length === RESERVE, () => false);
    if (isHeld) return;
    try {
      await written(disk, reserve, 'w', (file) => file.writeFile(new Uint8Array(RESERVE)));
    } catch {
      // A disk as full as that has none to keep: half of one helps nobody.
      await disk.rm(reserve, { force: true }).catch(() => undefined);
    }
  };

  /** Opens the file, as long as it need be, and writes. */
  const writeAt = async ({ at, bytes }: JournalWrite): Promise<void> => {
    const file = await disk.open(path, 'r+').catch(() => disk.open(path, 'w+'));
    try {
      const { size } = await file.stat();
      if (at > size) throw new RangeError(`${at} lies beyond the journal's ${size} bytes`);
      if (at + bytes.length + ROOM / 2 > size) {
        // What fits into the room there is goes in though no more can be had.
        const room = writeAll(file, new Uint8Array(bytes.length + ROOM), size);
        await room.catch((error: unknown) => at + bytes.length > size ? Promise.reject(toError(error)) : undefined);
      }
      await writeAll(file, bytes, at);
      await file.sync();
    } finally {
      await file.close();
    }
  };
  const replaceBy = (bytes: Uint8Array): Promise<void> => {
    const room = new Uint8Array(bytes.length + ROOM);
    room.set(bytes);
    return writeWhole(path, room, { beside, disk });
  };
  /** Once more with the reserve's room, where the disk was full. */
  const done = async (work: () => Promise<void>): Promise<JournalDone> => {
    const first = await outcome(work);
    return first.type === 'Full' && (await release()) ? outcome(work) : first;
  };

  return {
    read: () =>
      inTurn(async () => {
        // Whatever was cut short before its rename never was.
        await disk.rm(beside, { force: true }).catch(() => undefined);
        return disk.readFile(path).then(
          (bytes): JournalRead => ({ type: 'Read', bytes }),
          (error: unknown): JournalRead =>
            codeOf(error) === 'ENOENT' ? { type: 'Read', bytes: new Uint8Array() } : { type: 'Failed', reason: String(error) },
        );
      }),
    write: (request) =>
      inTurn(async () => {
        await disk.mkdir(folder, { recursive: true }).catch(() => undefined);
        const result = await done(() => writeAt(request));
        if (result.type === 'Done' && !isReserveSeen) {
          // Once a start, and not again after it was given up: a full disk would be full anew.
          isReserveSeen = true;
          await syncFolder(disk, folder);
          await keepReserve();
        }
        return result;
      }),
    // The old file serves as well: a compaction is not what the reserve is for.
    replace: (bytes) => inTurn(() => outcome(() => replaceBy(bytes))),
    release: () => inTurn(release),
  };
}

/** A single write may take less than all of it. */
async function writeAll(file: FileHandle, bytes: Uint8Array, at: number): Promise<void> {
  for (let done = 0; done < bytes.length;) {
    const { bytesWritten } = await file.write(bytes, done, bytes.length - done, at + done);
    done += bytesWritten;
  }
}

async function outcome(work: () => Promise<void>): Promise<JournalDone> {
  try {
    await work();
    return { type: 'Done' };
  } catch (error) {
    return isFullDisk(error) ? { type: 'Full' } : { type: 'Failed', reason: String(error) };
  }
}

const toError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));
