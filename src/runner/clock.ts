/** Counts wall time towards a limit, and can stand still. */
export interface Clock {
  /** Begins to count `ms` anew; `onEnd` is called when they are over. */
  start(ms: number): void;
  pause(): void;
  goOn(): void;
  stop(): void;
  /** Counted since the last start, ms. */
  elapsed(): number;
}

export function createClock(onEnd: () => void): Clock {
  let limitMs = 0;
  let countedMs = 0;
  let since: number | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const elapsed = (): number => countedMs + (since === null ? 0 : performance.now() - since);
  const pause = (): void => {
    clearTimeout(timer);
    countedMs = elapsed();
    since = null;
  };
  const goOn = (): void => {
    if (since !== null) return;
    since = performance.now();
    timer = setTimeout(onEnd, limitMs - countedMs);
  };
  return {
    elapsed,
    pause,
    goOn,
    stop: pause,
    start(ms) {
      pause();
      limitMs = ms;
      countedMs = 0;
      goOn();
    },
  };
}
