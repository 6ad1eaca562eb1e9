import type { JournalFile, JournalFolder } from './journal-files.ts';

/** What TypeScript's DOM library leaves out, since it is there in workers alone. */
interface WorkerFileHandle extends FileSystemFileHandle {
  createSyncAccessHandle(): Promise<JournalFile>;
}

/** A folder of the origin's private file system. */
export async function openOpfsFolder(storage: Pick<StorageManager, 'getDirectory'>, name: string): Promise<JournalFolder> {
  const root = await storage.getDirectory();
  const folder = await root.getDirectoryHandle(name, { create: true });
  return {
    async names() {
      const names: string[] = [];
      for await (const entry of folder.keys()) names.push(entry);
      return names;
    },
    async open(file) {
      const handle = (await folder.getFileHandle(file, { create: true })) as WorkerFileHandle;
      try {
        return await handle.createSyncAccessHandle();
      } catch (error) {
        if (error instanceof DOMException && error.name === 'NoModificationAllowedError') return null;
        throw error;
      }
    },
    async read(file) {
      const handle = await folder.getFileHandle(file);
      return new Uint8Array(await (await handle.getFile()).arrayBuffer());
    },
    remove: (file) => folder.removeEntry(file),
  };
}
