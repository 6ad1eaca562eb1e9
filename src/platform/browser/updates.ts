import { fail, ok } from '../../core/result.ts';
import type { UpdateNews, Updates } from '../platform.ts';
import type { PageWord } from '../shell/messages.ts';
import type { Unsaved } from './unsaved.ts';

export interface UpdatesScope {
  /** Absent over plain HTTP and in some private windows: then there are no updates, and no offline either. */
  readonly serviceWorker: ServiceWorkerContainer | undefined;
  /** Our service worker's address, blessed for the Trusted Types sink. */
  readonly scriptUrl: string;
  readonly unsaved: Unsaved;
  readonly reload: () => void;
}

const TAKES_OVER_WITHIN_MS = 10_000;
const ASK_AGAIN_AFTER_MS = 60 * 60 * 1000;

/**
 * Registers the service worker and minds its updates: a new one waits (it never skips by itself), `apply` lets it in
 * once no tab holds anything unsaved, and every tab then reloads. Where the new one does not start, the service worker
 * goes back to the one before by itself (src/platform/shell), and says so.
 */
export function createBrowserUpdates({ serviceWorker, scriptUrl, unsaved, reload }: UpdatesScope): Updates {
  if (serviceWorker === undefined) return noUpdates;
  const listeners = new Set<(news: UpdateNews) => void>();
  let news: UpdateNews | null = null;
  let waiting: ServiceWorker | null = null;
  // The very first worker claims the page too; that is no update.
  let hadController = serviceWorker.controller !== null;
  let mustReload = false;

  serviceWorker.addEventListener('controllerchange', () => {
    if (!hadController) {
      hadController = true;
      return;
    }
    mustReload = true;
    reloadIfDue();
  });

  const reloadIfDue = (): void => {
    if (mustReload && !unsaved.isHere()) reload();
  };

  const isReady = (worker: ServiceWorker): void => {
    waiting = worker;
    worker.addEventListener('statechange', () => {
      // A later one has taken its place; or it could not be used after all.
      if (worker.state === 'redundant' && waiting === worker) waiting = news = null;
    });
    tell('ready');
  };

  const tell = (now: UpdateNews): void => {
    news = now;
    for (const listener of listeners) listener(now);
  };

  // The service worker says nothing else: an update was undone. A later one that waits is newer news.
  serviceWorker.addEventListener('message', () => {
    if (waiting === null) tell('undone');
  });

  void watch(serviceWorker, scriptUrl, isReady);

  return {
    onNews(listener) {
      listeners.add(listener);
      if (news !== null) listener(news);
      return () => void listeners.delete(listener);
    },

    understood() {
      news = null;
      serviceWorker.controller?.postMessage({ type: 'UNDONE_READ' } satisfies PageWord);
    },

    hold() {
      const release = unsaved.hold();
      return () => {
        release();
        reloadIfDue();
      };
    },

    async apply() {
      if (waiting === null) return ok(null);
      const worker = waiting;
      const applied = await unsaved.whileNone(async () => {
        const takenOver = controllerChange(serviceWorker);
        worker.postMessage({ type: 'SKIP_WAITING' } satisfies PageWord);
        return (await takenOver) ? ok(null) : fail({ type: 'NotTaken' } as const);
      });
      return applied ?? fail({ type: 'UnsavedElsewhere' });
    },
  };
}

/** Registers, then tells of each worker that waits beside one that runs. */
async function watch(container: ServiceWorkerContainer, url: string, isReady: (worker: ServiceWorker) => void): Promise<void> {
  // Where a tool blocks service workers, this resolves to nothing instead of rejecting.
  const registration = (await container.register(url, { updateViaCache: 'none' }).catch(() => null)) ?? null;
  if (registration === null) return;
  if (registration.waiting !== null && container.controller !== null) isReady(registration.waiting);
  registration.addEventListener('updatefound', () => {
    const worker = registration.installing;
    worker?.addEventListener('statechange', () => {
      if (worker.state === 'installed' && container.controller !== null) isReady(worker);
    });
  });
  askNowAndThen(registration);
}

/** A browser looks for updates only when it navigates; a tab may stay open for weeks. */
function askNowAndThen(registration: ServiceWorkerRegistration): void {
  let last = Date.now();
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'visible' || Date.now() - last < ASK_AGAIN_AFTER_MS) return;
    last = Date.now();
    // Offline this rejects, and nothing is lost.
    registration.update().catch(() => undefined);
  });
}

/** True at the next change of controller; false after a limit, so that the lock is not kept for ever. */
function controllerChange(container: ServiceWorkerContainer): Promise<boolean> {
  return new Promise((resolve) => {
    container.addEventListener('controllerchange', () => resolve(true), { once: true });
    setTimeout(() => resolve(false), TAKES_OVER_WITHIN_MS);
  });
}

export const noUpdates: Updates = {
  onNews: () => () => undefined,
  understood: () => undefined,
  hold: () => () => undefined,
  apply: () => Promise.resolve(ok(null)),
};
