import { readFileSync, writeFileSync } from 'node:fs';

const MB = 1024 * 1024;

/** The peak of this process's resident memory, MB above what it is now; read when it is asked for. */
export function watchMemory(): () => number {
  globalThis.gc?.();
  const before = process.memoryUsage.rss();
  return forgetPeak() ? () => (Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]) * 1024 - before) / MB : () => (process.resourceUsage().maxRSS * 1024 - before) / MB;
}

/** Linux alone can begin anew; elsewhere a peak is that of all the process's life, never less than the truth. */
function forgetPeak(): boolean {
  try {
    writeFileSync('/proc/self/clear_refs', '5');
    return true;
  } catch {
    return false;
  }
}
