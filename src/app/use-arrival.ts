import { useEffect, useRef, type RefObject } from 'react';
import { t } from '../i18n/text.ts';
import { arrive, watchScroll } from './arrival.ts';
import { screenKey, type Route } from './routes.ts';

/** Minds focus, title and scroll whenever the screen changes. `shown` names what is up, the route aside. */
export function useArrival(frame: RefObject<HTMLElement | null>, route: Route, shown: string): void {
  const key = `${shown} ${screenKey(route)}`;
  const isFirst = useRef(true);
  const { screen } = route;
  useEffect(watchScroll, []);
  useEffect(() => {
    if (frame.current === null) return undefined;
    const takesFocus = !isFirst.current;
    isFirst.current = false;
    const stop = arrive(frame.current, (heading) => t('common.titleOf', { screen: titleOf(screen) ?? heading }), takesFocus);
    return stop;
  }, [frame, key, screen]);
}

/** A screen whose heading is not its name. */
const titleOf = (screen: Route['screen']): string | null => (screen === 'home' ? t('common.home') : null);
