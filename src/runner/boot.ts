import type { WorkerParts } from './sandbox/messages.ts';
import type { Sandbox } from './sandbox/sandbox.ts';

/** A slow phone boots Python in half of this. */
const BOOT_LIMIT_MS = 60_000;

/** What a worker says before any job: a word, and sometimes bytes. */
export interface Ready {
  readonly text: string;
  readonly blob: Blob | null;
}

/** Waits for the worker's `ready`, and what comes with it; nothing of a learner's runs yet. Rejects on anything else. */
export function boot(sandbox: Sandbox, parts: WorkerParts): Promise<Ready> {
  return new Promise((resolve, reject) => {
    const giveUp = (why: string): void => {
      clearTimeout(timer);
      reject(new Error(`The engine did not start: ${why}`));
    };
    const timer = setTimeout(() => giveUp('no answer'), BOOT_LIMIT_MS);
    sandbox.listen((message) => {
      if (message.type === 'message' && message.kind === 'ready') {
        clearTimeout(timer);
        resolve({ text: message.text, blob: message.blob });
      } else {
        giveUp(message.type === 'crashed' ? message.message : message.type === 'message' ? message.text : message.type);
      }
    });
    sandbox.startWorker(parts);
  });
}
