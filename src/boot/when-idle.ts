/** Runs `work` once the page has nothing better to do, and within a few seconds at the latest. */
export function whenIdle<T>(work: () => Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const begin = (): void => void work().then(resolve, reject);
    // Safari has no such callback.
    const { requestIdleCallback } = globalThis as Partial<typeof globalThis>;
    if (requestIdleCallback === undefined) setTimeout(begin, 1_000);
    else requestIdleCallback(begin, { timeout: 5_000 });
  });
}
