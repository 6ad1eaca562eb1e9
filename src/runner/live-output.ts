import type { OutputChunk } from '../core/run-result.ts';

/** A flood of output must not keep the page from painting. */
const TURN_MS = 50;

export interface LiveOutput {
  tell(chunk: OutputChunk): void;
  /** Tells what is still waiting, now. */
  flush(): void;
}

/** Hands output on in at most 20 turns a second; pieces of one stream that come together are told as one. */
export function createLiveOutput(listener: (chunk: OutputChunk) => void): LiveOutput {
  let pending: { stream: OutputChunk['stream']; text: string }[] = [];
  let timer: ReturnType<typeof setTimeout> | null = null;
  let lastTurn = -TURN_MS;
  const flush = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    lastTurn = performance.now();
    const told = pending;
    pending = [];
    for (const chunk of told) listener(chunk);
  };
  return {
    flush,
    tell({ stream, text }) {
      const last = pending.at(-1);
      if (last?.stream === stream) last.text += text;
      else pending.push({ stream, text });
      timer ??= setTimeout(flush, Math.max(0, lastTurn + TURN_MS - performance.now()));
    },
  };
}
