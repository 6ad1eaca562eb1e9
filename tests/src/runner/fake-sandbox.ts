import type { Engine } from '../../../src/runner/engines/engine.ts';
import type { FrameMessage, WorkerParts } from '../../../src/runner/sandbox/messages.ts';
import type { OpenSandbox, Sandbox } from '../../../src/runner/sandbox/sandbox.ts';

/** A sandbox that the test speaks for. */
export interface FakeSandbox extends Sandbox {
  readonly parts: WorkerParts[];
  /** What its job was handed, with the run's id. */
  readonly jobs: { readonly run: string; readonly data: unknown }[];
  readonly answered: (string | null)[];
  isAlive: boolean;
  isRemoved: boolean;
  onJob: (data: unknown) => void;
  hear(message: FrameMessage): void;
  /** As the worker of its last job, or before any. */
  say(kind: string, text?: string, blob?: Blob | null): void;
}

/** Sandboxes in the order they were opened. `onWorker` answers for a worker that was started; by default it is ready at once. */
export function fakeSandboxes(onWorker: (sandbox: FakeSandbox, parts: WorkerParts) => void = ready): { readonly opened: FakeSandbox[]; readonly open: OpenSandbox } {
  const opened: FakeSandbox[] = [];
  const open: OpenSandbox = () => {
    let listener: (message: FrameMessage) => void = () => undefined;
    const sandbox: FakeSandbox = {
      parts: [],
      jobs: [],
      answered: [],
      isAlive: true,
      isRemoved: false,
      onJob: () => undefined,
      startWorker(parts) {
        sandbox.parts.push(parts);
        queueMicrotask(() => onWorker(sandbox, parts));
      },
      startJob(run, data) {
        sandbox.jobs.push({ run, data });
        sandbox.onJob(data);
      },
      answer: (_, line) => void sandbox.answered.push(line),
      answers: () => Promise.resolve(sandbox.isAlive),
      listen(given) {
        listener = given;
      },
      remove() {
        sandbox.isRemoved = true;
      },
      hear: (message) => listener(message),
      say: (kind, text = '', blob = null) => listener({ type: 'message', run: sandbox.jobs.at(-1)?.run ?? null, kind, text, blob }),
    };
    opened.push(sandbox);
    return Promise.resolve(sandbox);
  };
  return { opened, open };
}

export const ready = (sandbox: FakeSandbox): void => sandbox.say('ready', '7');

/** An engine whose warm workers carry their kind as their one script. */
export function fakeEngine(more: Partial<Engine> = {}): Engine {
  return {
    spare: () => ({ scripts: ['spare'], data: null }),
    maker: () => null,
    onMade: () => undefined,
    onUnbootable: () => false,
    prepare: (program) => ({ ok: true, value: { worker: null, data: program.task, readError: () => null, readCrash: () => null } }),
    ...more,
  };
}
