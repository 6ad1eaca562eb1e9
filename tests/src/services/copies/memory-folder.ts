import { fail, ok } from '../../../../src/core/result.ts';
import type { CopyFailure, CopyFolder } from '../../../../src/platform/copies.ts';

/** A folder in memory. `refuses`: what the next writes are answered with. */
export interface MemoryFolder extends CopyFolder {
  readonly files: Map<string, Blob>;
  refuses: CopyFailure | null;
}

export function createMemoryFolder(): MemoryFolder {
  const files = new Map<string, Blob>();
  const folder: MemoryFolder = {
    files,
    refuses: null,
    list: () => Promise.resolve([...files].map(([name, { size: bytes }]) => ({ name, bytes }))),
    read: (name) => Promise.resolve(files.get(name) ?? null),
    write(name, content) {
      if (folder.refuses !== null) return Promise.resolve(fail(folder.refuses));
      files.set(name, content);
      return Promise.resolve(ok(null));
    },
    remove(name) {
      files.delete(name);
      return Promise.resolve();
    },
  };
  return folder;
}
