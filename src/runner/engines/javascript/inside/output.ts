import { slice } from './primordials.ts';
import type { Stream } from './console.ts';

/** Written through at once so often, since a program may hang right after; then in pieces, by size and time. */
const EAGER_WRITES = 200;
const PIECE_CHARS = 8_192;
const PIECE_MS = 50;

export interface Output {
  write(stream: Stream, text: string): void;
  flush(): void;
}

/**
 * Sends what a program writes, in order and in few messages. `tooMuch` is called once, when `maxChars` are passed;
 * what comes later is dropped.
 */
export function createOutput(send: (stream: Stream, text: string) => void, now: () => number, maxChars: number, tooMuch: () => void): Output {
  let pending = '';
  let pendingStream: Stream = 'stdout';
  let written = 0;
  let writes = 0;
  let lastSent = 0;
  const flush = (): void => {
    if (pending !== '') send(pendingStream, pending);
    pending = '';
    lastSent = now();
  };
  return {
    flush,
    write(stream, text) {
      if (written > maxChars) return;
      written += text.length;
      writes += 1;
      if (stream !== pendingStream) flush();
      pendingStream = stream;
      pending += written > maxChars ? slice(text, 0, text.length - (written - maxChars)) : text;
      if (writes <= EAGER_WRITES || pending.length >= PIECE_CHARS || now() - lastSent >= PIECE_MS) flush();
      if (written > maxChars) tooMuch();
    },
  };
}
