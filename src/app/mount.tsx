import '../ui/tokens.css';
import '../ui/base.css';
import { StrictMode, type ReactNode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { PlatformProvider } from '../hooks/use-platform.ts';
import { ServicesProvider } from '../hooks/use-services.ts';
import type { Platform } from '../platform/platform.ts';
import type { Services } from '../services/services.ts';
import { App } from './App.tsx';
import { BootError } from './BootError.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { Refusal, type RefusalReason } from './Refusal.tsx';

const roots = new WeakMap<Element, Root>();

/** Puts the app up. Whatever was mounted in `root` before gives way. */
export function mountApp(root: Element, { services, platform }: { services: Services; platform: Platform }): void {
  render(
    root,
    <PlatformProvider value={platform}>
      <ServicesProvider value={services}>
        <ErrorBoundary>
          <App />
        </ErrorBoundary>
      </ServicesProvider>
    </PlatformProvider>,
  );
}

/** Says why the app does not run here, or not now, and what to do about it. */
export function mountRefusal(root: Element, reason: RefusalReason): void {
  render(root, <Refusal reason={reason} />);
}

/**
 * For a bug before there is an app. `exportAnyway` saves whatever can still be read of the data; null when nothing can.
 */
export function mountBootError(root: Element, error: unknown, exportAnyway: (() => Promise<void>) | null): void {
  render(root, <BootError error={error} exportAnyway={exportAnyway} />);
}

function render(element: Element, screen: ReactNode): void {
  const root = roots.get(element) ?? createRoot(element);
  roots.set(element, root);
  root.render(<StrictMode>{screen}</StrictMode>);
}
