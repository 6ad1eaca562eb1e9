import { execFile } from 'node:child_process';
import { cpSync, existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { InlineConfig } from 'vite';

/** Where `npm run build` puts the app. */
export const DIST = 'dist';

const SOURCES = ['src', 'db', 'seeds', 'electron', 'public', 'index.html', 'vite.config.ts', 'package.json', 'package-lock.json'];

/** Builds the app unless what stands in `dist/` is newer than every source. */
export async function ensureBuilt(): Promise<void> {
  const page = join(DIST, 'index.html');
  if (existsSync(page) && statSync(page).mtimeMs > newest(SOURCES)) return;
  await buildApp(DIST);
}

/** The app, or the same app under another version number. */
export async function buildApp(folder: string, version?: string): Promise<void> {
  const define = version === undefined ? {} : { __APP_VERSION__: JSON.stringify(version) };
  const config: InlineConfig = { logLevel: 'warn', define, build: { outDir: folder, emptyOutDir: true } };
  const script = `import { build } from 'vite'; await build(${JSON.stringify(config)});`;
  // In a process of its own: under vitest's NODE_ENV Vite would bundle React's development build.
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(NODE_ENV|VITE.*)$/.test(name)));
  await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script], { env });
}

/** Puts one build in another's place, as a deployment does. */
export function replaceBuild(folder: string, by: string): void {
  rmSync(folder, { recursive: true, force: true });
  cpSync(by, folder, { recursive: true });
}

/** Epoch ms of the youngest file below. */
function newest(paths: readonly string[]): number {
  const times = paths.filter((path) => existsSync(path)).map((path) => {
    const stat = statSync(path);
    return stat.isDirectory() ? newest(readdirSync(path).map((name) => join(path, name))) : stat.mtimeMs;
  });
  return Math.max(0, ...times);
}
