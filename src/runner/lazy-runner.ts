import type { Runner } from './runner.ts';

/**
 * A runner whose code is fetched at its first use, since no screen before the lesson player needs it. Stopping while
 * it is still being fetched reaches the job as soon as it has begun.
 */
export function createLazyRunner(load: () => Promise<Runner>): Runner {
  let loading: Promise<Runner> | null = null;
  const waiting: ((loaded: Runner) => void)[] = [];
  const begin = (): Promise<Runner> => {
    const begun = load();
    for (const verb of waiting.splice(0)) void begun.then(verb);
    return begun;
  };
  const runner = (): Promise<Runner> => (loading ??= begin());
  const tell = (verb: (loaded: Runner) => void): void => void loading?.then(verb);
  /** Without being what it is loaded for. */
  const waitFor = (verb: (loaded: Runner) => void): void => {
    if (loading === null) waiting.push(verb);
    else tell(verb);
  };

  return {
    run: async (job, events) => (await runner()).run(job, events),
    check: async (job) => (await runner()).check(job),
    stop: () => tell((loaded) => loaded.stop()),
    warmUp: (language) => void runner().then((loaded) => loaded.warmUp(language)),
    watch(language, listener) {
      let unwatch = (): void => undefined;
      let isWatched = true;
      if (loading === null) listener(null);
      waitFor((loaded) => {
        if (isWatched) unwatch = loaded.watch(language, listener);
      });
      return () => {
        isWatched = false;
        unwatch();
      };
    },
    dispose: () => tell((loaded) => loaded.dispose()),
  };
}
