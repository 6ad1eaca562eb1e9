import { createContext, useContext } from 'react';
import type { Platform } from '../platform/platform.ts';

const PlatformContext = createContext<Platform | null>(null);

/** `<PlatformProvider value={platform}>`, once, around the app. */
export const PlatformProvider = PlatformContext.Provider;

/** Files, storage, the clipboard: what the browser and the desktop do differently. */
export function usePlatform(): Platform {
  const platform = useContext(PlatformContext);
  if (platform === null) throw new Error('usePlatform needs a <PlatformProvider> above it');
  return platform;
}
