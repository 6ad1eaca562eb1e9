import { useCallback, useSyncExternalStore } from 'react';

/** Room for text and work side by side; the style sheets ask the same. */
export const WIDE = '(min-width: 60rem) and (min-height: 30rem)';

export function useMedia(query: string): boolean {
  const subscribe = useCallback(
    (onChange: () => void) => {
      const list = window.matchMedia(query);
      list.addEventListener('change', onChange);
      return () => list.removeEventListener('change', onChange);
    },
    [query],
  );
  return useSyncExternalStore(subscribe, () => window.matchMedia(query).matches);
}
