import { fail, ok } from '../../core/result.ts';
import type { CopyFolder, StoredCopy } from '../copies.ts';

/** A folder by its handle: of the origin's private file system, or the learner's own. */
export function createCopyFolder(folder: () => Promise<FileSystemDirectoryHandle>): CopyFolder {
  return {
    async list() {
      const found: StoredCopy[] = [];
      for await (const entry of (await folder()).values()) {
        if (entry.kind !== 'file') continue;
        // A file of the learner's own folder may vanish under us.
        const file = await entry.getFile().catch(() => null);
        if (file !== null) found.push({ name: entry.name, bytes: file.size });
      }
      return found;
    },
    async read(name) {
      try {
        return await (await (await folder()).getFileHandle(name)).getFile();
      } catch (error) {
        if (isNotFound(error)) return null;
        throw error;
      }
    },
    async write(name, content) {
      try {
        const handle = await (await folder()).getFileHandle(name, { create: true });
        // Written beside the file, and moved over it by `close`.
        const stream = await handle.createWritable();
        try {
          await stream.write(content);
          await stream.close();
        } catch (error) {
          await stream.abort().catch(() => undefined);
          throw error;
        }
        return ok(null);
      } catch (error) {
        await removeIfEmpty(folder, name);
        const isFull = error instanceof Error && error.name === 'QuotaExceededError';
        return fail(isFull ? { type: 'CopyFull' } : { type: 'CopyUnavailable', reason: String(error) });
      }
    },
    async remove(name) {
      try {
        await (await folder()).removeEntry(name);
      } catch (error) {
        if (!isNotFound(error)) throw error;
      }
    },
  };
}

/** Opening a file for writing makes it; where nothing came of it, nothing is left behind. */
async function removeIfEmpty(folder: () => Promise<FileSystemDirectoryHandle>, name: string): Promise<void> {
  try {
    const directory = await folder();
    const handle = await directory.getFileHandle(name);
    if ((await handle.getFile()).size === 0) await directory.removeEntry(name);
  } catch {
    // It was never made, or the folder itself is gone.
  }
}

const isNotFound = (error: unknown): boolean => error instanceof Error && error.name === 'NotFoundError';
