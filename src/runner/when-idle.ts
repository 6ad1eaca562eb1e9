/** Calls back when the page has nothing better to do, `delayMs` from now or a little later. Returns how to cancel. */
export function whenIdle(then: () => void, delayMs: number): () => void {
  let idle: number | null = null;
  const timer = setTimeout(() => {
    if (typeof requestIdleCallback === 'function') idle = requestIdleCallback(then, { timeout: 1_000 });
    else then();
  }, delayMs);
  return () => {
    clearTimeout(timer);
    if (idle !== null) cancelIdleCallback(idle);
  };
}
