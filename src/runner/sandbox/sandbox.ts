import type { Caps, FrameMessage, WorkerParts } from './messages.ts';

/** A place with at most one worker, for one job. */
export interface Sandbox {
  startWorker(parts: WorkerParts): void;
  /** From here on the worker is hostile: what it says is capped, and dropped unless it comes with `run`. */
  startJob(run: string, data: unknown, caps: Caps): void;
  /** The line that a worker asked for; null: the end of input. */
  answer(run: string, line: string | null): void;
  /** Whether it is still there, within a second: a neighbour's memory bomb can take a waiting sandbox along. */
  answers(): Promise<boolean>;
  /** One listener at a time. */
  listen(listener: (message: FrameMessage) => void): void;
  /** Ends whatever runs, at once: `terminate()` alone leaves a busy loop burning. */
  remove(): void;
}

/** Resolves once the sandbox listens. The app's is a hidden frame (`browser-sandbox.ts`). */
export type OpenSandbox = () => Promise<Sandbox>;
