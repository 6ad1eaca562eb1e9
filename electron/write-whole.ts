import { dirname } from 'node:path';
import { NODE, syncFolder, written, type Disk } from './disk.ts';

export interface WriteOptions {
  /** Where it is written first; in the same folder. */
  readonly beside?: string;
  readonly disk?: Disk;
}

/** Writes beside, syncs, then renames: after a crash the file is the old one or the new one, never half of it. */
export async function writeWhole(path: string, content: string | Uint8Array, options: WriteOptions = {}): Promise<void> {
  const { beside = `${path}.${process.pid}.part`, disk = NODE } = options;
  try {
    // Anew, and never through a link that somebody laid there.
    await disk.rm(beside, { force: true });
    await written(disk, beside, 'wx', (file) => file.writeFile(content));
    await disk.rename(beside, path);
  } catch (error) {
    await disk.rm(beside, { force: true }).catch(() => undefined);
    throw error;
  }
  await syncFolder(disk, dirname(path));
}
