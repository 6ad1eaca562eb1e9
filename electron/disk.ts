import type { Stats } from 'node:fs';
import { lstat, mkdir, open, readdir, readFile, rename, rm, type FileHandle } from 'node:fs/promises';

/** Node's own, or in a test a disk that fails. */
export interface Disk {
  readonly mkdir: typeof mkdir;
  readonly open: (path: string, flags: string | number) => Promise<FileHandle>;
  readonly readFile: (path: string) => Promise<Uint8Array>;
  readonly readdir: (path: string) => Promise<string[]>;
  /** Of a link: the link's own. */
  readonly lstat: (path: string) => Promise<Stats>;
  readonly rename: typeof rename;
  readonly rm: typeof rm;
}
export const NODE: Disk = { mkdir, open, readFile, readdir, lstat, rename, rm };

/** Opens, writes, syncs, closes. */
export async function written(
  disk: Disk,
  path: string,
  flags: string,
  write: (file: FileHandle) => Promise<unknown>,
): Promise<void> {
  const file = await disk.open(path, flags);
  try {
    await write(file);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Brings a name that was made, moved or removed onto the disk; not every system can. */
export const syncFolder = (disk: Disk, folder: string): Promise<void> =>
  written(disk, folder, 'r', () => Promise.resolve()).catch(() => undefined);

/** No room, or none left of this account's share. */
export const isFullDisk = (error: unknown): boolean => ['ENOSPC', 'EDQUOT'].includes(codeOf(error));

/** `ENOENT` and the like; empty for what no system call threw. */
export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
