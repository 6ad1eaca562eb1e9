import { useRef, type ReactNode } from 'react';
import { MAIN_ID, SkipLink } from '../ui/skip-link.tsx';
import type { Route } from './routes.ts';
import { useArrival } from './use-arrival.ts';

interface FrameProps {
  route: Route;
  /** Names what is up, where the route alone does not. */
  shown: string;
  bar?: ReactNode;
  /** The lesson player brings its own bar and its own `<main>`. */
  hasOwnMain?: boolean;
  children: ReactNode;
}

/** The skip link, the bar, and the one `<main>`. */
export function Frame({ route, shown, bar, hasOwnMain = false, children }: FrameProps) {
  const frame = useRef<HTMLDivElement>(null);
  useArrival(frame, route, shown);
  return (
    <div ref={frame}>
      <SkipLink />
      {bar}
      {hasOwnMain ? children : <main id={MAIN_ID} tabIndex={-1}>{children}</main>}
    </div>
  );
}
