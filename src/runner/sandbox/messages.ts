/** What goes to the frame's starter, and what comes back (see `frame.ts`). */

export interface WorkerParts {
  /** Put together to one classic script. */
  readonly scripts: readonly (string | Blob)[];
  /** Handed to the worker as soon as it listens; must survive structured cloning. */
  readonly data: unknown;
}

/** How much a job may say before its worker is ended. */
export interface Caps {
  readonly maxMessages: number;
  readonly maxChars: number;
}

export type FrameMessage =
  /** Said by the worker: hostile from its job on, so kind and text are anything. */
  | { readonly type: 'message'; readonly run: string | null; readonly kind: string; readonly text: string; readonly blob: Blob | null }
  | { readonly type: 'flooded' }
  /** The process that ran the worker is no more: from here on there is silence. */
  | { readonly type: 'gone' }
  | Crash;

/** An error that no one in the worker caught. Line and column count from 1; 0: not known. */
export interface Crash {
  readonly type: 'crashed';
  readonly message: string;
  readonly line: number;
  readonly column: number;
}
