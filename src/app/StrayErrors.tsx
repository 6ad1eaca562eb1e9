import { Suspense, useEffect, useState, type ReactNode } from 'react';
import { Failure } from './failure.tsx';

/** Notices of the browser that are no bug of ours and change nothing. */
const HARMLESS = 'ResizeObserver loop';

/** Bugs outside of React: thrown by a listener, a timer, or a promise nobody waited for. */
export function StrayErrors({ children }: { children: ReactNode }) {
  const [stray, setStray] = useState<{ readonly error: unknown } | null>(null);
  useEffect(() => {
    const onError = (event: ErrorEvent): void => {
      // Without an error object it is no error of this page's scripts (an extension's, or the browser's own notice).
      if (event.error instanceof Error && !event.message.includes(HARMLESS)) setStray({ error: event.error });
    };
    const onRejection = (event: PromiseRejectionEvent): void => setStray({ error: event.reason });
    window.addEventListener('error', onError);
    window.addEventListener('unhandledrejection', onRejection);
    return () => {
      window.removeEventListener('error', onError);
      window.removeEventListener('unhandledrejection', onRejection);
    };
  }, []);
  return stray === null ? children : <Suspense><Failure error={stray.error} /></Suspense>;
}
