import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { KeptFiles } from '../core/kept-files.ts';

/** Names that the runner gives; no other becomes a path. */
const NAME = /^[\w-]+$/;

/** What the runner keeps between runs of the tool (a booted engine's memory), in a folder that may go at any time. */
export function keptOnDisk(folder: string): KeptFiles {
  const pathOf = (name: string): string | null => (NAME.test(name) ? join(folder, name) : null);
  return {
    async read(name) {
      const path = pathOf(name);
      return path === null ? null : readFile(path).then((bytes) => new Uint8Array(bytes), () => null);
    },
    async write(name, bytes) {
      const path = pathOf(name);
      if (path === null) return false;
      const making = join(folder, `${randomUUID()}.part`);
      try {
        await mkdir(folder, { recursive: true });
        await writeFile(making, bytes);
        await rename(making, path);
        return true;
      } catch {
        await rm(making, { force: true }).catch(() => undefined);
        return false;
      }
    },
    async remove(name) {
      const path = pathOf(name);
      if (path !== null) await rm(path, { force: true }).catch(() => undefined);
    },
    names: () => readdir(folder).then((all) => all.filter((name) => NAME.test(name)), () => []),
  };
}
