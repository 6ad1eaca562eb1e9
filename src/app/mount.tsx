import '../ui/tokens.css';
import '../ui/base.css';
import { StrictMode, type ReactNode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { PlatformProvider } from '../hooks/use-platform.ts';
import { ServicesProvider } from '../hooks/use-services.ts';
import { loadWords } from '../i18n/text.ts';
import type { Platform } from '../platform/platform.ts';
import type { Services } from '../services/services.ts';
import { App } from './App.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { BareFailure } from './failure.tsx';
import type { RefusalReason } from './Refusal.tsx';

/** What is up in an element, and how many times that has changed. */
interface Place {
  readonly root: Root;
  turn: number;
}
const places = new WeakMap<Element, Place>();

/** Puts the app up. Whatever was mounted in `root` before gives way. */
export function mountApp(root: Element, { services, platform }: { services: Services; platform: Platform }): void {
  render(
    placeOf(root),
    <PlatformProvider value={platform}>
      <ServicesProvider value={services}>
        <ErrorBoundary>
          <App />
        </ErrorBoundary>
      </ServicesProvider>
    </PlatformProvider>,
  );
}

/** Says why the app does not run here, or not now, and what to do about it; `exportAnyway` as below. */
export function mountRefusal(root: Element, reason: RefusalReason, exportAnyway: (() => Promise<void>) | null = null): void {
  renderLater(placeOf(root), async () => {
    const [{ Refusal }] = await Promise.all([import('./Refusal.tsx'), loadWords('problems')]);
    return <Refusal reason={reason} exportAnyway={exportAnyway} />;
  });
}

/**
 * For a bug before there is an app. `exportAnyway` saves whatever can still be read of the data; null when nothing can.
 */
export function mountBootError(root: Element, error: unknown, exportAnyway: (() => Promise<void>) | null): void {
  renderLater(placeOf(root), async () => {
    const [{ BootError }] = await Promise.all([import('./BootError.tsx'), loadWords('problems')]);
    return <BootError error={error} exportAnyway={exportAnyway} />;
  });
}

function placeOf(element: Element): Place {
  const place = places.get(element) ?? { root: createRoot(element), turn: 0 };
  places.set(element, place);
  place.turn += 1;
  return place;
}

/** A page that comes late must not cover what was put up meanwhile. */
function renderLater(place: Place, load: () => Promise<ReactNode>): void {
  const { turn } = place;
  const show = (screen: ReactNode): void => {
    if (place.turn === turn) render(place, screen);
  };
  load().then(show, () => show(<BareFailure />));
}

function render({ root }: Place, screen: ReactNode): void {
  root.render(<StrictMode>{screen}</StrictMode>);
}
