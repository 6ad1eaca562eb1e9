import { fail, ok, type Result } from '../../core/result.ts';
import type { JournalContent, JournalFailure, JournalStore } from './journal-store.ts';
import { encodeRecords, readRecords } from './records.ts';

/** The part of OPFS that a journal uses, in a worker: only there are writes synchronous and flushed. */
export interface JournalFolder {
  names(): Promise<readonly string[]>;
  /** Null while another tab writes the file. */
  open(name: string): Promise<JournalFile | null>;
  /** What was flushed so far, also of a file that another tab writes. */
  read(name: string): Promise<Uint8Array>;
  remove(name: string): Promise<void>;
  /** Makes a file of so many zeros, truly written, where it is not that big; rejects where there is no room for it. */
  fill(name: string, bytes: number): Promise<void>;
  /** Removes a file that `fill` made, and gives its room back at once. */
  drop(name: string): Promise<void>;
}
export interface JournalFile {
  read(buffer: Uint8Array, options: { readonly at: number }): number;
  /** Throws QuotaExceededError where the disk is full, though not inside the file's present size. */
  write(bytes: Uint8Array, options: { readonly at: number }): number;
  flush(): void;
  getSize(): number;
  truncate(size: number): void;
  close(): void;
}

/** Room taken ahead, in bytes: an append then fits on a full disk. */
const ROOM = 256 * 1024;
/**
 * Given up once something does not fit, the database's writes among them: some ten answers, with all they change. One
 * for all tabs.
 */
const RESERVE = 1024 * 1024;
const RESERVE_NAME = 'reserve';
/** The last line of a compaction: without it the file was never finished. */
const WHOLE = '"whole"';

/** The journal in a folder; `tabId` names this tab's file. A folder serves one version of the app after another. */
export function createJournalFiles(folder: JournalFolder, tabId: string): JournalStore {
  let own: Promise<OwnFile> | null = null;
  /** Files that `read` took in and whose writers are gone. */
  let stale: readonly string[] = [];
  let base = 0;

  const ownFile = (): Promise<OwnFile> =>
    (own ??= openOwn(folder, `tab-${tabId}.log`).catch((error: unknown) => {
      // A full disk may have room another time.
      own = null;
      throw error;
    }));
  let isReserveSeen = false;
  /** Once a start, and not again after it was given up: a full disk would be full anew. */
  const keepReserve = async (): Promise<void> => {
    if (isReserveSeen) return;
    isReserveSeen = true;
    await folder.fill(RESERVE_NAME, RESERVE).catch(() => undefined);
  };
  const release = async (): Promise<boolean> => {
    isReserveSeen = true;
    const isReleased = await releaseReserve(folder).catch(() => false);
    // Before the database takes it all: what does not fit there is to be kept here.
    if (isReleased) await ownFile().then((file) => file.makeRoom(0)).catch(() => undefined);
    return isReleased;
  };

  return {
    async read(): Promise<JournalContent> {
      await ownFile().catch(() => null);
      const names = await folder.names();
      const bases = names.filter(isBase).sort((a, b) => numberOf(b) - numberOf(a));
      const lines: string[] = [];
      const gone: string[] = [];
      let [damaged, staleBytes, found] = [0, 0, false];
      for (const name of bases) {
        const bytes = await folder.read(name);
        const content = readRecords(bytes);
        const isWhole = content.lines.at(-1) === WHOLE;
        base = Math.max(base, numberOf(name));
        gone.push(name);
        if (found || (!isWhole && content.damaged === 0)) continue;
        // A damaged compaction is read as far as it is good: there is no older one any more.
        found = isWhole;
        damaged += content.damaged;
        lines.push(...content.lines.filter((line) => line !== WHOLE));
      }
      for (const name of names.filter(isTab)) {
        const bytes = await folder.read(name);
        const content = readRecords(bytes);
        damaged += content.damaged;
        lines.push(...content.lines);
        if (await isLive(folder, name, tabId)) continue;
        gone.push(name);
        staleBytes += bytes.length;
      }
      stale = gone;
      return { lines, damaged, staleBytes };
    },

    async append(lines) {
      const append = (): Promise<Result<null, JournalFailure>> => guarded(async () => (await ownFile()).append(lines));
      const first = await append();
      if (first.ok) await keepReserve();
      return isFull(first) && (await release()) ? append() : first;
    },
    release,
    async reserve() {
      await ownFile().catch(() => null);
      await keepReserve();
    },

    compact: (lines) =>
      guarded(async () => {
        const name = `base-${base + 1}.log`;
        const file = await folder.open(name);
        if (file === null) return;
        try {
          const bytes = encodeRecords([...lines, WHOLE]);
          file.truncate(0);
          file.write(bytes, { at: 0 });
          file.flush();
        } catch (error) {
          file.close();
          await folder.remove(name);
          throw error;
        }
        file.close();
        base += 1;
        for (const old of stale) await folder.remove(old);
        stale = [name];
      }),
  };
}

const isFull = (result: Result<null, JournalFailure>): boolean => !result.ok && result.error.type === 'JournalFull';

async function releaseReserve(folder: JournalFolder): Promise<boolean> {
  if (!(await folder.names()).includes(RESERVE_NAME)) return false;
  const { length } = await folder.read(RESERVE_NAME);
  await folder.drop(RESERVE_NAME);
  return length > 0;
}

interface OwnFile {
  /** Takes room for so many bytes and for some more, where there is any. */
  makeRoom(bytes: number): void;
  append(lines: readonly string[]): void;
}

async function openOwn(folder: JournalFolder, name: string): Promise<OwnFile> {
  const file = await folder.open(name);
  if (file === null) throw new Error(`${name} is written by another tab`);
  let end = endOf(file);
  const makeRoom = (bytes: number): void => {
    const size = file.getSize();
    if (end + bytes + ROOM / 2 <= size) return;
    try {
      // Zeros, truly written: a size that was only set takes no room on the disk.
      file.write(new Uint8Array(bytes + ROOM), { at: size });
      file.flush();
    } catch (error) {
      // What fits into the room there is still goes in.
      if (end + bytes > size) throw error;
    }
  };
  makeRoom(0);
  return {
    makeRoom,
    append(lines) {
      const bytes = encodeRecords(lines);
      makeRoom(bytes.length);
      file.write(bytes, { at: end });
      file.flush();
      end += bytes.length;
    },
  };
}

function endOf(file: JournalFile): number {
  try {
    const known = new Uint8Array(file.getSize());
    file.read(known, { at: 0 });
    return readRecords(known).end;
  } catch (error) {
    file.close();
    throw error;
  }
}

/** A tab's file is open as long as the tab lives, and opens for one at a time. */
async function isLive(folder: JournalFolder, name: string, tabId: string): Promise<boolean> {
  if (name === `tab-${tabId}.log`) return true;
  const file = await folder.open(name);
  file?.close();
  return file === null;
}

async function guarded(work: () => Promise<void>): Promise<Result<null, JournalFailure>> {
  try {
    await work();
    return ok(null);
  } catch (error) {
    const isNoRoom = error instanceof Error && error.name === 'QuotaExceededError';
    return fail(isNoRoom ? { type: 'JournalFull' } : { type: 'JournalUnavailable', reason: String(error) });
  }
}

const isBase = (name: string): boolean => /^base-\d+\.log$/.test(name);
const isTab = (name: string): boolean => /^tab-.+\.log$/.test(name);
const numberOf = (name: string): number => Number(/\d+/.exec(name)?.[0]);
