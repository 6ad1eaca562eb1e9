import type { JournalFile, JournalFolder } from './journal-files.ts';

/** What TypeScript's DOM library leaves out, since it is there in workers alone. */
interface WorkerFileHandle extends FileSystemFileHandle {
  createSyncAccessHandle(): Promise<JournalFile>;
}

/** A folder of the origin's private file system. */
export async function openOpfsFolder(storage: Pick<StorageManager, 'getDirectory'>, name: string): Promise<JournalFolder> {
  const root = await storage.getDirectory();
  const folder = await root.getDirectoryHandle(name, { create: true });
  const open = async (file: string): Promise<JournalFile | null> => {
    const handle = (await folder.getFileHandle(file, { create: true })) as WorkerFileHandle;
    try {
      return await handle.createSyncAccessHandle();
    } catch (error) {
      if (error instanceof DOMException && error.name === 'NoModificationAllowedError') return null;
      throw error;
    }
  };
  return {
    open,
    async names() {
      const names: string[] = [];
      for await (const entry of folder.keys()) names.push(entry);
      return names;
    },
    async read(file) {
      const handle = await folder.getFileHandle(file);
      return new Uint8Array(await (await handle.getFile()).arrayBuffer());
    },
    async remove(file) {
      // Chromium forgets at its end what files grew by through such handles. Removed at their full size they take the
      // site's usage below zero, which it reads as four gigabytes from then on.
      const handle = await open(file);
      handle?.truncate(0);
      handle?.close();
      await folder.removeEntry(file);
    },
    async fill(file, bytes) {
      const handle = await folder.getFileHandle(file, { create: true });
      if ((await handle.getFile()).size >= bytes) return;
      // Not through a handle as above: this room is counted for good, and given back it is there to be written.
      const stream = await handle.createWritable();
      try {
        await stream.write(new Uint8Array(bytes));
        await stream.close();
      } catch (error) {
        await stream.abort().catch(() => undefined);
        throw error;
      }
    },
    drop: (file) => folder.removeEntry(file),
  };
}
