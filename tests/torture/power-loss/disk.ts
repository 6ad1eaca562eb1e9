import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where Chromium keeps what must survive: IndexedDB, OPFS, buckets and localStorage. */
const KEPT = ['Default/IndexedDB', 'Default/File System', 'Default/WebStorage', 'Default/Local Storage'];

/** A profile's folder, and beside it what of it had reached the disk. */
export interface Disk {
  readonly profile: string;
  /** For the browser's environment. */
  readonly env: NodeJS.ProcessEnv;
  /** Puts every file back to its last fsync; what was never synced is empty, or not there. `random`: 0–1. */
  losePower(random: () => number): void;
  remove(): void;
}

/** Compiles the shim; null where there is no compiler. */
export function buildShim(): string | null {
  const folder = mkdtempSync(join(tmpdir(), 'hornbook-shim-'));
  const out = join(folder, 'shim.so');
  for (const compiler of ['cc', 'gcc', 'clang']) {
    try {
      execFileSync(compiler, ['-shared', '-fPIC', '-O2', '-o', out, join(import.meta.dirname, 'shim.c'), '-ldl'], { stdio: 'pipe' });
      return out;
    } catch {
      // The next one.
    }
  }
  return null;
}

export function createDisk(shim: string): Disk {
  const folder = mkdtempSync(join(tmpdir(), 'hornbook-power-'));
  const profile = join(folder, 'profile');
  const shadow = join(folder, 'synced');
  mkdirSync(profile);
  mkdirSync(shadow);
  return {
    profile,
    env: { LD_PRELOAD: shim, HORNBOOK_ROOT: profile, HORNBOOK_SHADOW: shadow },
    losePower(random) {
      for (const kept of KEPT) {
        for (const file of filesIn(join(profile, kept))) {
          const synced = shadow + file.slice(profile.length);
          if (existsSync(synced)) copyFileSync(synced, file);
          else if (random() < 0.5) rmSync(file);
          else truncateSync(file, 0);
        }
      }
    },
    remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }),
  };
}

function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
