import type { KeptFiles } from '../core/kept-files.ts';
import { boot } from './boot.ts';
import type { OpenSandbox } from './sandbox/sandbox.ts';

const NAME = 'calibration';
/** What the loop takes on an ordinary laptop of 2020, with room to spare. ms */
const REFERENCE_MS = 12;
const LARGEST_FACTOR = 6;

/**
 * A fixed piece of work, off the page's thread: objects, strings and arithmetic, as learners' programs have them. The
 * quickest of its rounds counts, so that other work on the machine hardly does.
 */
const LOOP = `addEventListener('message', () => {
  const round = () => {
    const from = performance.now();
    const seen = new Map();
    let sum = 0;
    for (let i = 0; i < 60000; i++) {
      const key = 'k' + (i % 997);
      seen.set(key, (seen.get(key) ?? 0) + i);
      sum = (sum * 31 + i) | 0;
    }
    return performance.now() - from + (sum === 0.5 ? 1 : 0);
  };
  let best = Infinity;
  for (let i = 0; i < 6; i++) best = Math.min(best, round());
  postMessage({ run: null, kind: 'ready', text: String(best) });
});`;

/** How much longer than an ordinary machine this one takes: 1–6, in halves, so that a limit is the same tomorrow. */
export interface Calibration {
  /** The factor, once it is known; measured now unless an earlier visit did. Never rejects. */
  factor(): Promise<number>;
  /** Measures once more, to be called when nothing else runs: it counts if it was faster. */
  improve(): Promise<void>;
}

export function createCalibration(openSandbox: OpenSandbox, files: KeptFiles): Calibration {
  let known: Promise<number | null> | null = null;
  let hasImproved = false;
  const measure = async (): Promise<number | null> => {
    try {
      const sandbox = await openSandbox();
      try {
        return readMs((await boot(sandbox, { scripts: [LOOP], data: null })).text);
      } finally {
        sandbox.remove();
      }
    } catch {
      return null;
    }
  };
  const keep = async (ms: number | null): Promise<number | null> => {
    if (ms !== null) await files.write(NAME, new TextEncoder().encode(String(ms)));
    return ms;
  };
  const recallOrMeasure = async (): Promise<number | null> => {
    const kept = await files.read(NAME);
    return (kept === null ? null : readMs(new TextDecoder().decode(kept))) ?? keep(await measure());
  };
  const ms = (): Promise<number | null> => (known ??= recallOrMeasure());
  return {
    factor: async () => factorOf(await ms()),
    async improve() {
      const before = await ms();
      if (hasImproved) return;
      hasImproved = true;
      const now = await measure();
      if (now !== null && (before === null || now < before)) known = keep(now);
    },
  };
}

/** In halves, rounded up. Not known: as an ordinary machine. */
export const factorOf = (ms: number | null): number =>
  ms === null ? 1 : Math.min(LARGEST_FACTOR, Math.max(1, Math.ceil((ms / REFERENCE_MS) * 2 - 1e-9) / 2));

function readMs(text: string): number | null {
  const ms = Number(text);
  return text !== '' && Number.isFinite(ms) && ms > 0 && ms < 10_000 ? ms : null;
}
