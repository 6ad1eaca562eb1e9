import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The launcher's own names, for when it has not yet noted one in `path.txt`. */
const BINARY: { readonly [platform: string]: string } = {
  darwin: 'Electron.app/Contents/MacOS/Electron',
  linux: 'electron',
  win32: 'electron.exe',
};

export interface ElectronPlace {
  /** The npm package's folder. */
  readonly folder: string;
  /** An Electron of one's own (ELECTRON_OVERRIDE_DIST_PATH). */
  readonly override: string | undefined;
  readonly platform: NodeJS.Platform;
}

/** Path of Electron's binary, or null. Never asks the launcher, which would start a download of 110 MB. */
export function findElectron({ folder, override, platform }: ElectronPlace): string | null {
  const noted = join(folder, 'path.txt');
  const name = existsSync(noted) ? readFileSync(noted, 'utf8').trim() : (BINARY[platform] ?? 'electron');
  const binary = join(override ?? join(folder, 'dist'), name);
  return existsSync(binary) ? binary : null;
}

export const WITHOUT_ELECTRON = `The desktop app needs Electron's binary, which is not installed here.
npm installs only its launcher; the binary (about 110 MB) comes from GitHub. With a network, run once:

  node node_modules/electron/install.js

or set ELECTRON_OVERRIDE_DIST_PATH to the folder of an Electron that you have.
Until then \`npm start\` serves the same app to your browser; it works offline there too.`;
