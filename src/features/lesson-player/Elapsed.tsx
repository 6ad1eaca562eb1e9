import { useEffect, useState } from 'react';
import { seconds } from './run-words.ts';
import type { ScratchRun } from './scratch-run.ts';

/** How long a run has been at it, from the first second on; it stands still while the program waits for a line. */
export function Elapsed({ run: { startedAt, waitedMs, waiting } }: { readonly run: ScratchRun }) {
  const [now, setNow] = useState(startedAt);
  const isStanding = waiting !== null;
  useEffect(() => {
    if (isStanding) return;
    const timer = setInterval(() => setNow(performance.now()), EVERY_MS);
    return () => clearInterval(timer);
  }, [isStanding]);
  const ms = now - startedAt - waitedMs;
  return ms < FROM_MS ? null : <span className="run-output__time" aria-hidden="true">{seconds(ms)}</span>;
}

const EVERY_MS = 200;
const FROM_MS = 900;
