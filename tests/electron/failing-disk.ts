import { mkdir, type FileHandle } from 'node:fs/promises';
import { NODE, type Disk } from '../../electron/disk.ts';

export type Operation = 'open' | 'write' | 'sync' | 'rename' | 'rm' | 'readFile' | 'readdir' | 'lstat';

/** A real disk that can be told to fail. */
export interface FailingDisk extends Disk {
  /** Every operation so far, in order. */
  readonly done: Operation[];
  /** Asked before each operation with how many there were; a string is the code it fails with. */
  fails: (operation: Operation, nth: number) => string | null;
  /** From here on nothing happens any more, as after a kill. */
  isDead: boolean;
}

export function createFailingDisk(): FailingDisk {
  const doOrFail = async <T>(operation: Operation, work: () => T | Promise<T>): Promise<T> => {
    const code = disk.isDead ? 'EIO' : disk.fails(operation, disk.done.length);
    disk.done.push(operation);
    if (code !== null) throw Object.assign(new Error(`${code}: ${operation}`), { code });
    return work();
  };
  const watched = (file: FileHandle): FileHandle =>
    new Proxy(file, {
      get(target, name) {
        const value = Reflect.get(target, name, target) as unknown;
        if (typeof value !== 'function') return value;
        const call = (...args: unknown[]): unknown => Reflect.apply(value, target, args);
        if (name === 'write' || name === 'writeFile') return (...args: unknown[]) => doOrFail('write', () => call(...args));
        return name === 'sync' ? () => doOrFail('sync', () => call()) : call;
      },
    });
  const disk: FailingDisk = {
    done: [],
    fails: () => null,
    isDead: false,
    mkdir,
    open: (path, flags) => doOrFail('open', async () => watched(await NODE.open(path, flags))),
    readFile: (path) => doOrFail('readFile', () => NODE.readFile(path)),
    readdir: (path) => doOrFail('readdir', () => NODE.readdir(path)),
    lstat: (path) => doOrFail('lstat', () => NODE.lstat(path)),
    rename: (from, to) => doOrFail('rename', () => NODE.rename(from, to)),
    rm: (path, options) => doOrFail('rm', () => NODE.rm(path, options)),
  };
  return disk;
}

/** Operation number `k` of `disk` fails, and every later one where it was a kill; `seen` gathers which it was. */
export function failAt(disk: FailingDisk, k: number, isKilled: boolean, seen: Set<string>): void {
  disk.fails = (operation, nth) => {
    if (nth !== k) return null;
    seen.add(operation);
    if (isKilled) disk.isDead = true;
    return 'EIO';
  };
}
