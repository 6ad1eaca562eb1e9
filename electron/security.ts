import type { WebPreferences } from 'electron';

export const APP_SCHEME = 'app';
export const APP_HOST = 'hornbook';
export const HOME = `${APP_SCHEME}://${APP_HOST}/`;

/** Schemes that never leave the machine: our files, and what the page itself made (the sandbox's worker, pictures). */
const LOCAL_SCHEMES = ['blob:', 'data:', 'devtools:'];

/** Ours is the one origin that may be navigated to and that may speak over the bridge. */
export function isOwnUrl(address: string): boolean {
  const url = parse(address);
  return url !== null && url.protocol === `${APP_SCHEME}:` && url.host === APP_HOST;
}

/** Whether a request may go out at all: the promise that none leaves the machine, kept by the shell as well. */
export function isAllowedRequest(address: string): boolean {
  const url = parse(address);
  return isOwnUrl(address) || (url !== null && LOCAL_SCHEMES.includes(url.protocol));
}

const parse = (address: string): URL | null => (URL.canParse(address) ? new URL(address) : null);

/** A frame as Electron tells of it. */
export interface Frame {
  readonly url: string;
  readonly parent: unknown;
}

/** The bridge's gate: only the top frame of our own page. The sandbox frame is neither. */
export function isTrustedSender(frame: Frame | null): boolean {
  return frame !== null && frame.parent === null && isOwnUrl(frame.url);
}

/** Spelled out even where it is the default, so that a changed default changes nothing here. */
export function webPreferences(preload: string, { isPackaged }: { readonly isPackaged: boolean }): WebPreferences {
  return {
    preload,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    // Electron fetches dictionaries from a server for it.
    spellcheck: false,
    devTools: !isPackaged,
  };
}
