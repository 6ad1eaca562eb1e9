import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { build } from 'vite';
import { buildDesktop } from '../build/desktop-build.ts';
import { findElectron, WITHOUT_ELECTRON } from './find-electron.ts';

/**
 * `npm run desktop`: builds the page and the shell, then starts Electron on them. `npm run build:desktop` only builds,
 * which needs no Electron.
 */
const isBuildOnly = process.argv.includes('--build-only');
const folder = dirname(createRequire(import.meta.url).resolve('electron/package.json'));
const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
const electron = findElectron({ folder, override, platform: process.platform });
if (electron === null && !isBuildOnly) {
  console.error(WITHOUT_ELECTRON);
  process.exitCode = 1;
} else {
  await build({ logLevel: 'warn' });
  await buildDesktop('dist-electron');
  if (electron !== null && !isBuildOnly) {
    const child = spawn(electron, ['.', ...process.argv.slice(2)], { stdio: 'inherit' });
    child.on('exit', (code) => (process.exitCode = code ?? 1));
  }
}
