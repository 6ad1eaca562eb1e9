import type { PageWord } from './messages.ts';

/** Longer than any upgrade of the database takes. ms */
const STARTS_WITHIN_MS = 60_000;
/** A screen that was drawn must stay for so long. ms */
const STAYS_MS = 500;

/** The script put before all others in a page of a version on trial: whatever fails there, this one runs. */
export const watchScript = (): string => `(${String(watchStart)})(${STARTS_WITHIN_MS}, ${STAYS_MS});`;

/**
 * Tells the service worker, once, whether the page comes up: every screen has an `h1`, and that of a bug lies in
 * `[data-failed]`. Runs as text: it sees nothing of this file.
 */
export function watchStart(withinMs: number, staysMs: number): void {
  let isTold = false;
  const tell = (type: 'STARTED' | 'FAILED'): void => {
    if (!isTold) navigator.serviceWorker.controller?.postMessage({ type } satisfies PageWord);
    isTold = true;
    observer.disconnect();
  };
  let staying: ReturnType<typeof setTimeout> | undefined;
  const isUp = (): boolean => document.querySelector('h1') !== null;
  const look = (): void => {
    if (document.querySelector('[data-failed]') !== null) tell('FAILED');
    else if (isUp()) staying ??= setTimeout(judge, staysMs);
  };
  const judge = (): void => {
    staying = undefined;
    if (isUp()) tell('STARTED');
  };
  const observer = new MutationObserver(look);
  observer.observe(document, { childList: true, subtree: true });
  // Caught on its way down: a script that cannot be had tells only itself. Once something is drawn, the app minds errors.
  const onError = ({ target, error }: ErrorEvent): void => {
    const isOfScript = target instanceof HTMLScriptElement || (error ?? null) !== null;
    if (isOfScript && document.getElementById('root')?.hasChildNodes() !== true) tell('FAILED');
  };
  addEventListener('error', onError, true);
  setTimeout(() => tell('FAILED'), withinMs);
}
