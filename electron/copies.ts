import { basename, isAbsolute, join } from 'node:path';
import type { ChosenFolder, CopiesListed, CopyDone, CopyRead, CopyRefused, CopyWrite, FolderTaken } from './bridge.ts';
import { listCopies, readCopy, removeCopy, tryFolder, writeCopy } from './copy-files.ts';
import { isFullDisk, NODE, syncFolder, type Disk } from './disk.ts';
import { createTurns } from './turns.ts';
import { writeWhole } from './write-whole.ts';

/**
 * Copies in the one folder that the learner picked, remembered over starts. What the disk refuses is answered, not
 * thrown.
 */
export interface Copies {
  where(): Promise<ChosenFolder | null>;
  /** From now on it is this one, once it was seen that files can be made there; else the earlier one stays. */
  take(path: string): Promise<FolderTaken>;
  /** The files that lie there stay. */
  forget(): Promise<CopyDone>;
  list(): Promise<CopiesListed>;
  read(name: string): Promise<CopyRead>;
  write(request: CopyWrite): Promise<CopyDone>;
  remove(name: string): Promise<CopyDone>;
}

/** @param userData the profile's folder, which holds the note of the path */
export function createCopies(userData: string, disk: Disk = NODE): Copies {
  const note = join(userData, 'copies-folder.json');
  const inTurn = createTurns();

  const chosenPath = async (): Promise<string | null> => {
    try {
      return pathIn(new TextDecoder().decode(await disk.readFile(note)));
    } catch {
      // A note that cannot be read is none: the learner chooses anew.
      return null;
    }
  };
  const within = <T>(work: (folder: string) => Promise<T>): Promise<T | CopyRefused> =>
    inTurn(() =>
      answered(async () => {
        const folder = await chosenPath();
        if (folder === null) throw new Error('no folder is chosen');
        return work(folder);
      }),
    );

  return {
    where: () =>
      inTurn(async () => {
        const path = await chosenPath();
        return path === null ? null : { name: nameOf(path) };
      }),
    take: (path) =>
      inTurn(() =>
        answered(async () => {
          if (!isAbsolute(path)) throw new Error('not a folder of this computer');
          await tryFolder(disk, path);
          await writeWhole(note, JSON.stringify({ path }), { disk });
          return { type: 'Taken', name: nameOf(path) };
        }),
      ),
    forget: () =>
      inTurn(() =>
        answered(async () => {
          await disk.rm(note, { force: true });
          await syncFolder(disk, userData);
          return DONE;
        }),
      ),
    list: () => within(async (folder) => ({ type: 'Listed', copies: await listCopies(disk, folder) })),
    read: (name) => within((folder) => readCopy(disk, folder, name)),
    write: ({ name, bytes }) =>
      within(async (folder) => {
        await writeCopy(disk, folder, name, bytes);
        return DONE;
      }),
    remove: (name) =>
      within(async (folder) => {
        await removeCopy(disk, folder, name);
        return DONE;
      }),
  };
}

const DONE = { type: 'Done' } as const;

async function answered<T>(work: () => Promise<T>): Promise<T | CopyRefused> {
  try {
    return await work();
  } catch (error) {
    if (isFullDisk(error)) return { type: 'Full' };
    return { type: 'Unavailable', reason: error instanceof Error ? error.message : String(error) };
  }
}

/** The root of a disk has no name but its path. */
const nameOf = (path: string): string => basename(path) || path;

/** A path that the learner once picked, or null for what never stood in a note of ours. */
function pathIn(text: string): string | null {
  const note: unknown = JSON.parse(text);
  const path = typeof note === 'object' && note !== null && 'path' in note ? note.path : null;
  return typeof path === 'string' && isAbsolute(path) ? path : null;
}
