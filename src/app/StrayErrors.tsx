import { Suspense, useEffect, useState, type ReactNode } from 'react';
import { writeFailureOf } from '../services/failures.ts';
import { Failure } from './failure.tsx';

/** Notices of the browser that are no bug of ours and change nothing. */
const HARMLESS = 'ResizeObserver loop';

/**
 * What to tell of a write that nobody waited for, such as that of a setting, and that came to nothing: no bug, and no
 * reason to take the screen away. `kept` was told already. Null: it is something else.
 */
function failedWrite(error: unknown): 'StoreFailed' | 'refused' | 'kept' | null {
  const failure = writeFailureOf(error);
  if (failure?.type === 'StoreFailed') return failure.type;
  if (failure?.type !== 'QuotaExceeded') return null;
  return failure.isKept === true ? 'kept' : 'refused';
}

/** Bugs outside of React: thrown by a listener, a timer, or a promise nobody waited for. */
export function StrayErrors({ children }: { children: ReactNode }) {
  const [stray, setStray] = useState<{ readonly error: unknown } | null>(null);
  useEffect(() => {
    const onError = (event: ErrorEvent): void => {
      // Without an error object it is no error of this page's scripts (an extension's, or the browser's own notice).
      if (event.error instanceof Error && !event.message.includes(HARMLESS)) setStray({ error: event.error });
    };
    const onRejection = (event: PromiseRejectionEvent): void => {
      const kind = failedWrite(event.reason);
      if (kind === null) {
        setStray({ error: event.reason });
        return;
      }
      event.preventDefault();
      if (kind !== 'kept') void import('./mount-notice.tsx').then(({ mountNotice }) => mountNotice(kind));
    };
    window.addEventListener('error', onError);
    window.addEventListener('unhandledrejection', onRejection);
    return () => {
      window.removeEventListener('error', onError);
      window.removeEventListener('unhandledrejection', onRejection);
    };
  }, []);
  return stray === null ? children : <Suspense><Failure error={stray.error} /></Suspense>;
}
