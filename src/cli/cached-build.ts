import { createHash, randomUUID } from 'node:crypto';
import { accessSync, constants, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Hornbook's own folder, wherever it was started from. */
export const ROOT = join(import.meta.dirname, '../..');
const HOUR_MS = 3_600_000;

export interface CachedBuild {
  /** One word for the folder's name. */
  readonly name: string;
  /** Files and folders, from Hornbook's own folder, that the build is made of. */
  readonly sources: readonly string[];
  /** Builds into the empty folder that it is given. */
  readonly make: (folder: string) => Promise<void>;
}

/** Makes a build once for these very sources and finds it again. Gives its folder, to be left as it is. */
export async function cachedBuild({ name, sources, make }: CachedBuild): Promise<string> {
  const cache = cacheFolder();
  const folder = join(cache, `${name}-${hashOf(sources)}`);
  if (existsSync(folder)) {
    // In use from now on: another process leaves it alone.
    const now = new Date();
    utimesSync(folder, now, now);
    return folder;
  }
  dropOld(cache);
  const making = join(cache, `making-${randomUUID()}`);
  try {
    await make(making);
    renameSync(making, folder);
  } catch (error) {
    rmSync(making, { recursive: true, force: true });
    // Another process may have been quicker, with the same build.
    if (!existsSync(folder)) throw error;
  }
  return folder;
}

/** Beside the packages; where one may not write there (installed by someone else), in the system's own place. */
function cacheFolder(): string {
  const modules = join(ROOT, 'node_modules');
  const own = join(tmpdir(), `hornbook-${String(process.getuid?.() ?? '')}`);
  const folder = isWritable(modules) ? join(modules, '.cache/hornbook') : own;
  mkdirSync(folder, { recursive: true });
  return folder;
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** Builds of earlier sources. One younger than an hour may still be in use by another process. */
function dropOld(cache: string): void {
  for (const name of readdirSync(cache)) {
    const path = join(cache, name);
    if (Date.now() - statSync(path).mtimeMs > HOUR_MS) rmSync(path, { recursive: true, force: true });
  }
}

function hashOf(sources: readonly string[]): string {
  const hash = createHash('sha256');
  for (const path of sources.flatMap(filesIn)) hash.update(`${path}\0`).update(readFileSync(join(ROOT, path))).update('\0');
  return hash.digest('hex').slice(0, 16);
}

function filesIn(path: string): string[] {
  const full = join(ROOT, path);
  if (!statSync(full).isDirectory()) return [path];
  return readdirSync(full).sort().flatMap((name) => filesIn(`${path}/${name}`));
}
