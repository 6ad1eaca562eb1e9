import { Worker } from 'node:worker_threads';
import type { Caps, Crash, FrameMessage, WorkerParts } from '../../runner/sandbox/messages.ts';
import type { OpenSandbox } from '../../runner/sandbox/sandbox.ts';
import { PRELUDE } from './prelude.ts';

/** Said by the thread: what the engine's script posted, or how it died. */
type FromThread = { readonly said: unknown; readonly crash?: undefined } | { readonly crash: Crash };

/** V8's own bound; a browser's workers have one of this order. */
const HEAP_MB = 1024;

/**
 * NO sandbox: a thread of Node that behaves as the frame's worker does, for code that one trusts. It keeps the frame's
 * customs (`runner/sandbox/frame.ts`): the run's id, the caps.
 */
export const nodeSandbox: OpenSandbox = () => {
  let thread: Promise<Worker> | null = null;
  let isRemoved = false;
  let hasExited = false;
  let listener: (message: FrameMessage) => void = () => undefined;
  let run: string | null = null;
  let left: Caps = { maxMessages: 100, maxChars: 10_000 };

  const heard = (message: FrameMessage): void => {
    if (!isRemoved) listener(message);
  };
  const onSaid = (data: unknown): void => {
    if (left.maxMessages < 0) return;
    const word = isWord(data) ? data : null;
    const chars = word === null ? 0 : word.kind.length + word.text.length;
    left = { maxMessages: left.maxMessages - 1, maxChars: left.maxChars - chars };
    if (left.maxMessages < 0 || left.maxChars < 0) {
      left = { maxMessages: -1, maxChars: 0 };
      post((worker) => void worker.terminate());
      heard({ type: 'flooded' });
    } else if (word?.run === run) {
      const blob = run === null && word.blob instanceof Blob ? word.blob : null;
      heard({ type: 'message', run, kind: word.kind, text: word.text, blob });
    }
  };
  const start = async ({ scripts, data }: WorkerParts): Promise<Worker> => {
    const texts = await Promise.all(scripts.map((script) => new Blob([script]).text()));
    const worker = new Worker(PRELUDE, {
      eval: true,
      workerData: texts.join(''),
      // Neither our loader nor our environment is its business; what it prints past the engine is dropped.
      ...{ execArgv: [], argv: [], env: {}, stdout: true, stderr: true },
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
    });
    worker.on('message', (message: FromThread) => (message.crash === undefined ? onSaid(message.said) : heard(message.crash)));
    worker.on('error', (error) => heard({ type: 'crashed', message: error.message, line: 0, column: 0 }));
    worker.on('exit', () => {
      hasExited = true;
      heard({ type: 'gone' });
    });
    worker.postMessage({ type: 'boot', data });
    return worker;
  };
  const post = (act: (worker: Worker) => void): void => {
    thread?.then(act, (error: unknown) => heard({ type: 'crashed', message: String(error), line: 0, column: 0 }));
  };

  return Promise.resolve({
    startWorker: (parts) => {
      thread = start(parts);
      post(() => undefined);
    },
    startJob: (id, data, caps) => {
      run = id;
      left = caps;
      post((worker) => worker.postMessage({ type: 'job', run: id, data }));
    },
    answer: (id, line) => post((worker) => worker.postMessage({ type: 'line', run: id, line })),
    answers: () => Promise.resolve(!hasExited),
    listen: (next) => {
      listener = next;
    },
    remove: () => {
      // Whoever still waits for it to boot need wait no longer: a timer of theirs would keep Node from ending.
      heard({ type: 'gone' });
      isRemoved = true;
      post((worker) => void worker.terminate());
    },
  });
};

interface Word {
  readonly run: unknown;
  readonly kind: string;
  readonly text: string;
  readonly blob?: unknown;
}
function isWord(data: unknown): data is Word {
  if (typeof data !== 'object' || data === null) return false;
  return 'kind' in data && typeof data.kind === 'string' && 'text' in data && typeof data.text === 'string';
}
