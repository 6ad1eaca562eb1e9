import { createHash, randomUUID } from 'node:crypto';
import { accessSync, constants, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { engineAssets } from '../../build/engine-assets.ts';
import { policyPlugin } from '../../build/policy-plugin.ts';
import { FRAME_STARTER } from '../../runner/sandbox/frame.ts';

/** Hornbook's own folder, wherever it was started from. */
const ROOT = join(import.meta.dirname, '../../..');
/** All that the page is made of, and how. */
const SOURCES = ['src/cli/sandbox-page', 'src/runner', 'src/core', 'src/build', 'db/models', 'package-lock.json'];
const DAY_MS = 86_400_000;

/**
 * A page with nothing but the app's runner, under the app's own policy. It is built once for these very sources and
 * then found again. Gives the folder, to be served and left as it is.
 */
export async function buildSandboxPage(): Promise<string> {
  return buildPage(join(import.meta.dirname, 'page'), SOURCES);
}

/** The same for another page that adds to it. `sources` are files and folders from Hornbook's own folder. */
export async function buildPage(root: string, sources: readonly string[] = SOURCES): Promise<string> {
  const cache = cacheFolder();
  const folder = join(cache, `page-${hashOf([root, ...sources.map((path) => join(ROOT, path))])}`);
  if (existsSync(folder)) return folder;
  dropOld(cache);
  const making = join(cache, `making-${randomUUID()}`);
  await build({
    configFile: false,
    root,
    base: './',
    logLevel: 'warn',
    plugins: [engineAssets(), policyPlugin({ inlineScripts: [FRAME_STARTER] })],
    build: { outDir: making, emptyOutDir: true, target: 'es2023', modulePreload: { polyfill: false }, reportCompressedSize: false },
  });
  try {
    renameSync(making, folder);
  } catch (error) {
    // Another process was quicker, with the same page.
    rmSync(making, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
  return folder;
}

/** Beside the packages; where one may not write there (installed by someone else), in the system's own place. */
function cacheFolder(): string {
  const modules = join(ROOT, 'node_modules');
  const folder = isWritable(modules) ? join(modules, '.cache/hornbook') : join(tmpdir(), `hornbook-${String(process.getuid?.() ?? '')}`);
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

/** Pages of earlier sources. One younger than a day may still be served by another process. */
function dropOld(cache: string): void {
  for (const name of readdirSync(cache).filter((entry) => /^(page|making)-/.test(entry))) {
    const path = join(cache, name);
    if (Date.now() - statSync(path).mtimeMs > DAY_MS) rmSync(path, { recursive: true, force: true });
  }
}

function hashOf(paths: readonly string[]): string {
  const hash = createHash('sha256');
  for (const path of paths.flatMap(filesIn)) hash.update(`${path}\0`).update(readFileSync(path)).update('\0');
  return hash.digest('hex').slice(0, 16);
}

function filesIn(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path).sort().flatMap((name) => filesIn(join(path, name)));
}
