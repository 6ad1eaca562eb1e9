import type { Bridge } from '../../electron/bridge.ts';
import { createBrowserPlatform } from './browser/browser-platform.ts';
import { createDesktopPlatform } from './desktop/desktop-platform.ts';
import type { Platform } from './platform.ts';
import type { AppPolicy } from './trusted-types.ts';

/** The only place that asks where it runs: the desktop's preload puts `hornbook` on the window. */
export function createPlatform(policy: AppPolicy, { isBuilt }: { readonly isBuilt: boolean }): Platform {
  const { hornbook }: { hornbook?: Bridge } = globalThis as { hornbook?: Bridge };
  if (hornbook !== undefined) return createDesktopPlatform(hornbook);
  return createBrowserPlatform({ serviceWorkerUrl: isBuilt ? policy.scriptUrl('sw.js') : null });
}
