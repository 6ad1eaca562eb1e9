import { useEffect, useMemo } from 'react';

export interface ActiveTime {
  /** ms since the last take; starts again from 0. */
  take(): number;
}

/** Counts the time during which the page was both visible and focused, since `key` last changed. */
export function useActiveTime(key: string): ActiveTime {
  const watch = useMemo(() => ({ key, ...createStopwatch(() => performance.now()) }), [key]);
  useEffect(() => {
    const onChange = (): void => watch.set(document.visibilityState === 'visible' && document.hasFocus());
    onChange();
    document.addEventListener('visibilitychange', onChange);
    window.addEventListener('focus', onChange);
    window.addEventListener('blur', onChange);
    return () => {
      document.removeEventListener('visibilitychange', onChange);
      window.removeEventListener('focus', onChange);
      window.removeEventListener('blur', onChange);
    };
  }, [watch]);
  return watch;
}

/** `now` in ms, never backwards. */
export function createStopwatch(now: () => number) {
  let sum = 0;
  let since: number | null = null;
  const settle = (): void => {
    if (since === null) return;
    const at = now();
    sum += at - since;
    since = at;
  };
  return {
    set(isRunning: boolean): void {
      settle();
      since = isRunning ? (since ?? now()) : null;
    },
    take(): number {
      settle();
      const taken = Math.round(sum);
      sum = 0;
      return taken;
    },
  };
}
