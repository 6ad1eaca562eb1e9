import { Suspense, useEffect, useState, type ReactNode } from 'react';
import { writeFailureOf } from '../services/failures.ts';
import { Failure } from './failure.tsx';

/** Notices of the browser that are no bug of ours and change nothing. */
const HARMLESS = 'ResizeObserver loop';

/**
 * A write that nobody waited for, such as that of a setting, came to nothing: no bug, and no reason to take the screen
 * away. True where it was one. What is kept for later was told already.
 */
function isToldAsFailedWrite(error: unknown): boolean {
  const failure = writeFailureOf(error);
  if (failure?.type !== 'StoreFailed' && failure?.type !== 'QuotaExceeded') return false;
  if (failure.type === 'QuotaExceeded' && failure.isKept === true) return true;
  const kind = failure.type === 'StoreFailed' ? failure.type : 'refused';
  void import('./mount-notice.tsx').then(({ mountNotice }) => mountNotice(kind));
  return true;
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
      if (isToldAsFailedWrite(event.reason)) event.preventDefault();
      else setStray({ error: event.reason });
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
