/** A folder of the File System API in memory, as far as copies ask it. `stop`: what the next write stream throws at its end. */
export interface FakeDirectory {
  readonly handle: FileSystemDirectoryHandle;
  readonly files: Map<string, Blob>;
  stop: Error | null;
  permission: PermissionState;
}

const named = (name: string): Error => Object.assign(new Error(name), { name });

export function createFakeDirectory(name = 'Safe'): FakeDirectory {
  const files = new Map<string, Blob>();
  const fileHandle = (file: string) => ({
    kind: 'file',
    name: file,
    getFile: () => (files.has(file) ? Promise.resolve(files.get(file)) : Promise.reject(named('NotFoundError'))),
    createWritable: () => {
      let pending = new Blob();
      return Promise.resolve({
        write: (content: Blob) => Promise.resolve(void (pending = content)),
        close: () => {
          if (fake.stop !== null) return Promise.reject(fake.stop);
          files.set(file, pending);
          return Promise.resolve();
        },
        abort: () => Promise.resolve(),
      });
    },
  });
  const directory = {
    kind: 'directory',
    name,
    async *values() {
      await Promise.resolve();
      yield { kind: 'directory', name: 'inner' };
      for (const file of files.keys()) yield fileHandle(file);
    },
    getFileHandle: (file: string, { create = false } = {}) => {
      if (!files.has(file) && !create) return Promise.reject(named('NotFoundError'));
      if (!files.has(file)) files.set(file, new Blob());
      return Promise.resolve(fileHandle(file));
    },
    removeEntry: (file: string) => (files.delete(file) ? Promise.resolve() : Promise.reject(named('NotFoundError'))),
    queryPermission: () => Promise.resolve(fake.permission),
    requestPermission: () => Promise.resolve((fake.permission = 'granted')),
  };
  const fake: FakeDirectory = { handle: directory as unknown as FileSystemDirectoryHandle, files, stop: null, permission: 'granted' };
  return fake;
}
