/**
 * What a browser does for a new page and a single page must do itself: the focus goes to the new heading, the title
 * says where one is, a new screen begins at its top and an old one where it was left.
 */

interface Spot {
  readonly spot: number;
}

/** Where each visited screen was scrolled to, by its place in the history. */
const left = new Map<number, number>();
let here = 0;
let last = 0;

/** The screen that is up; null before the first, which leaves the focus where the browser has it. */
let arrivedAt: string | null = null;

/** Call once, before the first navigation. Returns the way to stop. */
export function watchScroll(): () => void {
  history.scrollRestoration = 'manual';
  history.replaceState({ spot: here } satisfies Spot, '');
  const onScroll = (): void => void left.set(here, window.scrollY);
  window.addEventListener('scroll', onScroll, { passive: true });
  return () => window.removeEventListener('scroll', onScroll);
}

/**
 * Call when a screen was put up. Screens read their rows first, so the heading may come a moment later.
 * `titleOf` makes the window's title from the heading's words. Returns the way to stop waiting.
 */
export function arrive(frame: HTMLElement, key: string, titleOf: (heading: string) => string): () => void {
  const isMove = arrivedAt !== null && arrivedAt !== key;
  arrivedAt = key;
  const scrollTo = takeScroll();
  const settle = (): boolean => {
    const heading = frame.querySelector('h1');
    if (heading === null) return false;
    document.title = titleOf(heading.textContent);
    if (isMove) {
      if (!heading.hasAttribute('tabindex')) heading.tabIndex = -1;
      if (!isFocusWithin(heading.closest('main'))) heading.focus({ preventScroll: true });
      window.scrollTo(0, scrollTo);
    }
    return true;
  };
  if (settle()) return () => undefined;
  const observer = new MutationObserver(() => {
    if (settle()) observer.disconnect();
  });
  observer.observe(frame, { childList: true, subtree: true });
  return () => observer.disconnect();
}

/** A place in the history that was visited before carries its mark; a new one is marked, and begins at the top. */
function takeScroll(): number {
  const state = history.state as Spot | null;
  if (state === null) {
    last += 1;
    here = last;
    history.replaceState({ spot: here } satisfies Spot, '');
    return 0;
  }
  here = state.spot;
  return left.get(here) ?? 0;
}

/** A field that took the focus by itself keeps it. */
const isFocusWithin = (main: Element | null): boolean =>
  main !== null && main !== document.activeElement && main.contains(document.activeElement);
