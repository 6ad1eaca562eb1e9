import { useEffect, type RefObject } from 'react';
import { t } from '../i18n/text.ts';
import { arrive, watchScroll } from './arrival.ts';

/**
 * Minds focus, window title and scroll whenever the screen changes. `key` tells one screen from another; `title` is
 * for a screen whose heading is not its name.
 */
export function useArrival(frame: RefObject<HTMLElement | null>, key: string, title: string | null): void {
  useEffect(watchScroll, []);
  useEffect(() => {
    if (frame.current === null) return undefined;
    return arrive(frame.current, key, (heading) => t('common.titleOf', { screen: title ?? heading }));
  }, [frame, key, title]);
}
