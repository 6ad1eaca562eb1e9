import type { Runner } from './runner.ts';

/**
 * A runner whose code is fetched at its first use, since no screen before the lesson player needs it. Stopping while
 * it is still being fetched reaches the job as soon as it has begun.
 */
export function createLazyRunner(load: () => Promise<Runner>): Runner {
  let loading: Promise<Runner> | null = null;
  const runner = (): Promise<Runner> => (loading ??= load());
  const tell = (verb: (loaded: Runner) => void): void => void loading?.then(verb);

  return {
    run: async (job) => (await runner()).run(job),
    check: async (job) => (await runner()).check(job),
    stop: () => tell((loaded) => loaded.stop()),
    warmUp: (language) => void runner().then((loaded) => loaded.warmUp(language)),
    dispose: () => tell((loaded) => loaded.dispose()),
  };
}
