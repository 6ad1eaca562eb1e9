import { constants } from 'node:fs';
import { join } from 'node:path';
import type { CopyRead, StoredCopy } from './bridge.ts';
import { codeOf, type Disk } from './disk.ts';
import { writeWhole } from './write-whole.ts';

/** What one message between two processes carries well, in bytes. */
export const LARGEST_COPY = 512 * 1024 * 1024;

/** As `hornbook-copy-2026-11-22-1742-1a2b3c.json`: the minute, and the device it is from. */
const NAME = /^hornbook-copy-\d{4}-\d\d-\d\d-\d{4}-[0-9a-z]{6}\.json$/;
const PART = '.part';
const DEVICE_LENGTH = '-1a2b3c.json'.length;

/** The only names that are ever listed, read, written or removed: no separator, no way up, nobody else's file. */
export const isCopyName = (name: unknown): name is string => typeof name === 'string' && NAME.test(name);

/** In no order. A link or a folder of such a name is none. */
export async function listCopies(disk: Disk, folder: string): Promise<readonly StoredCopy[]> {
  const found: StoredCopy[] = [];
  for (const name of (await disk.readdir(folder)).filter(isCopyName)) {
    // It may go while we look.
    const stats = await disk.lstat(join(folder, name)).catch(() => null);
    if (stats?.isFile() === true) found.push({ name, bytes: stats.size });
  }
  return found;
}

/** Throws what the disk throws. */
export async function readCopy(disk: Disk, folder: string, name: string): Promise<CopyRead> {
  const path = pathOf(folder, name);
  if ((await kindOf(disk, path)) !== 'file') return { type: 'Missing' };
  const file = await disk.open(path, READ);
  try {
    const stats = await file.stat();
    if (!stats.isFile()) return { type: 'Missing' };
    if (stats.size > LARGEST_COPY) throw new Error(`${name} is larger than ${LARGEST_COPY} bytes`);
    const bytes = new Uint8Array(stats.size);
    let length = 0;
    // No more than it was when it was measured, though it grow.
    while (length < bytes.length) {
      const { bytesRead } = await file.read(bytes, length, bytes.length - length, length);
      if (bytesRead === 0) break;
      length += bytesRead;
    }
    return { type: 'Read', bytes: bytes.subarray(0, length) };
  } finally {
    await file.close();
  }
}

/** Whole or not at all. Throws what the disk throws; the folder itself is never made: it may be an unplugged disk's. */
export async function writeCopy(disk: Disk, folder: string, name: string, bytes: Uint8Array): Promise<void> {
  const path = pathOf(folder, name);
  await removeParts(disk, folder, name);
  if ((await kindOf(disk, path)) === 'other') throw new Error(`${name} is there, and is no file`);
  await writeWhole(path, bytes, { disk, beside: path + PART });
}

/** Does nothing where there is no such file. */
export async function removeCopy(disk: Disk, folder: string, name: string): Promise<void> {
  const path = pathOf(folder, name);
  if ((await kindOf(disk, path)) === 'file') await disk.rm(path, { force: true });
}

/** Makes a file there and takes it away again. Throws what the disk throws. */
export async function tryFolder(disk: Disk, folder: string): Promise<void> {
  const path = join(folder, `hornbook-copy${PART}`);
  await writeWhole(path, 'Hornbook may write here.', { disk });
  await disk.rm(path);
}

// Before opening, too, since opening a pipe waits for its other end. Windows knows neither flag.
const flags: { readonly O_NOFOLLOW?: number; readonly O_NONBLOCK?: number } = constants;
const READ = constants.O_RDONLY | (flags.O_NOFOLLOW ?? 0) | (flags.O_NONBLOCK ?? 0);

/** `other`: a link, which may lead out of the folder, a folder, a pipe. */
async function kindOf(disk: Disk, path: string): Promise<'file' | 'none' | 'other'> {
  try {
    return (await disk.lstat(path)).isFile() ? 'file' : 'other';
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return 'none';
    throw error;
  }
}

/** What this device left half written when it was killed; another's may be growing just now. */
async function removeParts(disk: Disk, folder: string, name: string): Promise<void> {
  const tail = name.slice(-DEVICE_LENGTH) + PART;
  const isOurs = (entry: string): boolean => entry.endsWith(tail) && isCopyName(entry.slice(0, -PART.length));
  const parts = (await disk.readdir(folder)).filter(isOurs);
  for (const part of parts) await disk.rm(join(folder, part), { force: true }).catch(() => undefined);
}

function pathOf(folder: string, name: string): string {
  if (!isCopyName(name)) throw new RangeError('not the name of a copy');
  return join(folder, name);
}
