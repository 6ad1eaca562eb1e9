import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Between two looks, ms; a look that takes long comes less often. */
const EVERY_MS = 150;
const PAUSE = 10;

/**
 * Calls `onSaved` when a file at `path` (a pack, or a folder with all in it) was saved, once nothing changes any more:
 * editors write a file in steps. By looking, not by the system's own watching, which differs from one to the next and
 * knows no network drives. Returns how to stop.
 */
export function watchCourse(path: string, onSaved: () => Promise<void>): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isStopped = false;
  let seen = stampOf(path);
  let before = seen;
  const look = async (): Promise<void> => {
    const startedAt = performance.now();
    const now = stampOf(path);
    const tookMs = performance.now() - startedAt;
    if (now !== seen && now === before) {
      seen = now;
      await onSaved();
    }
    before = now;
    if (!isStopped) timer = setTimeout(() => void look(), Math.max(EVERY_MS, tookMs * PAUSE));
  };
  timer = setTimeout(() => void look(), EVERY_MS);
  return () => {
    isStopped = true;
    clearTimeout(timer);
  };
}

/** Changes whenever a file is written, comes or goes. */
function stampOf(path: string): string {
  try {
    const stat = statSync(path);
    if (!stat.isDirectory()) return `${stat.mtimeMs} ${stat.size}`;
    return readdirSync(path).filter((name) => !name.startsWith('.') && name !== 'node_modules').sort()
      .map((name) => `${name}: ${stampOf(join(path, name))}`).join('\n');
  } catch {
    return 'gone';
  }
}
