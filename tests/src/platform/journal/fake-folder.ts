import type { JournalFile, JournalFolder } from '../../../../src/platform/journal/journal-files.ts';

/** OPFS in memory: files are exclusive while open, and `room` bytes are left on the disk. */
export interface FakeFolder extends JournalFolder {
  readonly files: Map<string, Uint8Array>;
  /** Bytes that the disk still takes. */
  room: number;
  /** The tab that has it open goes away. */
  release(name: string): void;
}

export function createFakeFolder(): FakeFolder {
  const files = new Map<string, Uint8Array>();
  const open = new Set<string>();
  const folder: FakeFolder = {
    files,
    room: Infinity,
    release: (name) => void open.delete(name),
    names: () => Promise.resolve([...files.keys()]),
    read: (name) => Promise.resolve(files.get(name) ?? new Uint8Array()),
    remove(name) {
      folder.room += files.get(name)?.length ?? 0;
      files.delete(name);
      return Promise.resolve();
    },
    fill(name, bytes) {
      if (!files.has(name)) files.set(name, new Uint8Array());
      return Promise.resolve().then(() => void resize(name, bytes));
    },
    drop: (name) => folder.remove(name),
    open(name) {
      if (open.has(name)) return Promise.resolve(null);
      open.add(name);
      if (!files.has(name)) files.set(name, new Uint8Array());
      return Promise.resolve(fileOf(name));
    },
  };
  const resize = (name: string, size: number): Uint8Array => {
    const before = files.get(name) ?? new Uint8Array();
    folder.room -= Math.max(0, size - before.length);
    if (folder.room < 0) {
      folder.room += size - before.length;
      throw new DOMException('no room', 'QuotaExceededError');
    }
    const after = new Uint8Array(size);
    after.set(before.subarray(0, size));
    files.set(name, after);
    return after;
  };
  const fileOf = (name: string): JournalFile => ({
    read(buffer, { at }) {
      buffer.set((files.get(name) ?? new Uint8Array()).subarray(at, at + buffer.length));
      return buffer.length;
    },
    write(bytes, { at }) {
      const size = files.get(name)?.length ?? 0;
      const file = at + bytes.length > size ? resize(name, at + bytes.length) : files.get(name);
      file?.set(bytes, at);
      return bytes.length;
    },
    flush: () => undefined,
    getSize: () => files.get(name)?.length ?? 0,
    truncate: (size) => void resize(name, size),
    close: () => void open.delete(name),
  });
  return folder;
}
