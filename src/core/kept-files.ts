/**
 * What this device made and could make again (an engine's warm memory, how fast the machine is): kept between visits
 * where there is room, and never relied on. Nothing here rejects: trouble is a file that is not there.
 */
export interface KeptFiles {
  /** Null when it is not there. What was written may come back damaged: check it. */
  read(name: string): Promise<Uint8Array<ArrayBuffer> | null>;
  /** False when there was no room, or no way. */
  write(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<boolean>;
  remove(name: string): Promise<void>;
  names(): Promise<readonly string[]>;
}

/** Kept as long as the page: for tests, and where nothing lasts. */
export function createMemoryFiles(): KeptFiles {
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  return {
    read: (name) => Promise.resolve(files.get(name) ?? null),
    write: (name, bytes) => Promise.resolve((files.set(name, bytes), true)),
    remove: (name) => Promise.resolve(void files.delete(name)),
    names: () => Promise.resolve([...files.keys()]),
  };
}
