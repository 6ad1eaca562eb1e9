import type { Terminal } from './terminal.ts';

/** How long a silent terminal stays silent, ms. */
const QUIET_MS = 5_000;
const FRAME_MS = 100;
const BAR = 24;

export interface Progress {
  /** One more is done; `label` says which. */
  tick(label: string): void;
  /** Takes the bar away. */
  end(): void;
}

/** A bar that redraws itself where somebody looks, else a plain line every few seconds. `what` is in the plural. */
export function showProgress({ note, columns }: Pick<Terminal, 'note' | 'columns'>, total: number, what: string): Progress {
  const startedAt = performance.now();
  let done = 0;
  let shownAt = columns === null ? startedAt : -Infinity;
  const show = (label: string): void => {
    const seconds = Math.round((performance.now() - startedAt) / 1000);
    const count = `${done} of ${total} ${what}, ${seconds} s`;
    if (columns === null) {
      note(`${count}\n`);
      return;
    }
    const filled = Math.round((BAR * done) / Math.max(1, total));
    const line = `${'█'.repeat(filled)}${'░'.repeat(BAR - filled)}  ${count}  ${label}`;
    // Back to the line's start, and over what was there.
    note(`\r\u001b[K${line.slice(0, columns - 1)}`);
  };
  if (columns !== null) show('');
  return {
    tick(label) {
      done += 1;
      const now = performance.now();
      if (now - shownAt < (columns === null ? QUIET_MS : FRAME_MS) && done < total) return;
      shownAt = now;
      show(label);
    },
    end: () => note(columns === null ? '' : '\r\u001b[K'),
  };
}
