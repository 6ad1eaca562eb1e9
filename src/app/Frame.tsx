import { useRef, type ReactNode } from 'react';
import { MAIN_ID, SkipLink } from '../ui/skip-link.tsx';
import { useArrival } from './use-arrival.ts';

interface FrameProps {
  /** Tells one screen from another. */
  screen: string;
  /** The window's title, for a screen whose heading is not its name. */
  title?: string | null;
  bar?: ReactNode;
  /** The lesson player brings its own bar and its own `<main>`. */
  hasOwnMain?: boolean;
  children: ReactNode;
}

/** The skip link, the bar, and the one `<main>`. */
export function Frame({ screen, title = null, bar, hasOwnMain = false, children }: FrameProps) {
  const frame = useRef<HTMLDivElement>(null);
  useArrival(frame, screen, title);
  return (
    <div ref={frame}>
      <SkipLink />
      {bar}
      {hasOwnMain ? children : <main id={MAIN_ID} tabIndex={-1}>{children}</main>}
    </div>
  );
}
