import { BrowserWindow } from 'electron';
import { HOME, webPreferences } from './security.ts';

export interface WindowOptions {
  /** Path of the built preload script. */
  readonly preload: string;
  readonly version: string;
  readonly isPackaged: boolean;
}

/** The app's one window. Shown once it has something to show, so that it never flashes white. */
export function openWindow({ preload, version, isPackaged }: WindowOptions): BrowserWindow {
  const window = new BrowserWindow({
    width: 1280,
    height: 860,
    minWidth: 360,
    minHeight: 480,
    show: false,
    webPreferences: { ...webPreferences(preload, { isPackaged }), additionalArguments: [`--hornbook-version=${version}`] },
  });
  window.once('ready-to-show', () => window.show());
  void window.loadURL(HOME);
  return window;
}
