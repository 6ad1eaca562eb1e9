import { narrow } from '../../narrow.ts';
import { answerBootFetches, compileAhead } from './boot-files.ts';
import { capMemory } from './memory.ts';

/** What the one classic script hands over (see `src/build/engine-assets.ts`). */
interface Parts {
  readonly loadPyodide: (options: object) => Promise<Pyodide>;
  readonly createPyodideModule: unknown;
  /** Pyodide's own lock, without its packages. */
  readonly lock: object;
  /** The sources in `py/`, by name; `boot` loads the others. */
  readonly python: { readonly [name: string]: string };
}

interface Pyodide {
  makeMemorySnapshot(): Uint8Array<ArrayBuffer>;
  runPython(code: string, options?: { filename?: string }): unknown;
  globals: { get(name: string): unknown; delete(name: string): void };
  setStdin(options: object): void;
  setStdout(options: object): void;
  setStderr(options: object): void;
}

/** `py/session.py`: `begin` takes a job (JSON), each `step` runs a piece of it and gives a `Step` (JSON). */
interface Harness {
  readonly begin: (job: string, emit: Emit) => void;
  /** `callPromising` only works where the browser has JSPI: only then can a program wait. */
  readonly step: { (): string; callPromising(): Promise<string> };
  /** A check of the harness's own, for a worker that has nothing else to do yet. */
  readonly rehearse: () => void;
}

interface Step {
  readonly told: readonly (readonly [kind: string, text: string])[];
  /** The inside of a JSON object; the time is added here. */
  readonly end: string | null;
}

interface Booted {
  readonly harness: Harness;
  readonly snapshot: Blob | null;
}

type Emit = (kind: string, text: string) => unknown;
type Post = (message: { run: string | null; kind: string; text: string; blob?: Blob | null }) => void;
interface Boot {
  readonly wasm: Blob;
  readonly stdlib: Blob;
  /** Another worker's memory, just booted; null: there is none yet. The page has verified it. */
  readonly snapshot: Blob | null;
  /** True: this one hands its memory over, and runs nothing. */
  readonly isMaker: boolean;
}
interface Job {
  readonly memoryBytes: number;
  readonly isInteractive: boolean;
}
type Received =
  | { readonly type: 'boot'; readonly data: Boot }
  | { readonly type: 'job'; readonly run: string; readonly data: Job }
  | { readonly type: 'line'; readonly run: string; readonly line: string | null };

// Taken before any Python runs: from Python, too, one can patch prototypes.
const scope = globalThis as typeof globalThis & { postMessage: Post | undefined; close: unknown; importScripts: unknown };
const { performance, JSON: { stringify, parse }, TextDecoder: NativeDecoder, Promise: NativePromise, Reflect: { apply, deleteProperty } } = scope;
const clock = performance.now;
const now = (): number => apply(clock, performance, []);
const stopEvent = scope.Event.prototype.stopImmediatePropagation;
const dataOf = Object.getOwnPropertyDescriptor(MessageEvent.prototype, 'data')?.get as (() => Received);
const post = scope.postMessage as Post;
deleteProperty(scope, 'postMessage');
deleteProperty(scope, 'close');
// Pyodide refuses classic workers, which it knows by this one.
deleteProperty(scope, 'importScripts');
const startTimer = scope.setTimeout;
/** A job that is there as soon as the engine is comes first. */
const REHEARSE_AFTER_MS = 150;
const hasJspi = 'Suspending' in scope.WebAssembly;
/** What Python may say while a program runs; how its tests ended, a step alone tells. */
const EMITTED = { __proto__: null, stdout: true, stderr: true, picture: true } as unknown as Record<string, true | undefined>;

export default function startHarness(parts: Parts): void {
  narrow(scope);
  const memory = capMemory(scope.WebAssembly);
  let harness: Harness | null = null;
  let run: string | null = null;
  // The first to listen, so that no listener of a program hears of the run's id, nor can answer for the learner.
  scope.addEventListener('message', (event: Event) => {
    apply(stopEvent, event, []);
    if (!event.isTrusted) return;
    const received = apply(dataOf, event, []);
    if (received.type === 'boot') {
      void boot(parts, received.data).then(
        (booted) => {
          harness = booted.harness;
          post({ run: null, kind: 'ready', text: '', blob: booted.snapshot });
          // Not for who waits already, nor for who only makes a memory.
          if (booted.snapshot === null) startTimer(() => (run === null ? booted.harness.rehearse() : undefined), REHEARSE_AFTER_MS);
        },
        (error: unknown) => post({ run: null, kind: 'unbootable', text: String(error) }),
      );
    } else if (received.type === 'line') {
      if (received.run === run) answer(received.line);
    } else if (harness !== null && run === null) {
      run = received.run;
      memory.limit(received.data.memoryBytes);
      void work(harness, run, received.data);
    }
  });
}

async function boot({ loadPyodide, createPyodideModule, lock, python }: Parts, { wasm, stdlib, snapshot, isMaker }: Boot): Promise<Booted> {
  answerBootFetches(scope, { 'pyodide.asm.wasm': wasm, 'python_stdlib.zip': stdlib });
  compileAhead(scope.WebAssembly, wasm);
  const pyodide = await loadPyodide({
    createPyodideModule,
    indexURL: 'https://engine.invalid/',
    packageBaseUrl: 'https://engine.invalid/',
    lockFileContents: lock,
    // Baked into every dict: the same program gives the same verdict.
    env: { PYTHONHASHSEED: '0', HOME: '/home/learner' },
    ...(isMaker ? { _makeSnapshot: true } : {}),
    ...(snapshot === null ? {} : { _loadSnapshot: await snapshot.arrayBuffer() }),
  });
  if (snapshot === null) {
    // JSON is a Python literal here: it holds nothing but text.
    const code = `${python.boot ?? ''}\nbegin, step, warm, rehearse = take(${stringify(python)})\n`;
    pyodide.runPython(code + (isMaker ? 'warm()\n' : ''), { filename: '<harness>' });
  }
  const made = isMaker ? new Blob([pyodide.makeMemorySnapshot()]) : null;
  pyodide.setStdin({ stdin: () => null });
  pyodide.setStdout(rawStream('stdout'));
  pyodide.setStderr(rawStream('stderr'));
  const { globals } = pyodide;
  const step = globals.get('step') as Harness['step'];
  const harness: Harness = { begin: globals.get('begin') as Harness['begin'], step, rehearse: globals.get('rehearse') as Harness['rehearse'] };
  for (const name of ['boot', 'take', 'warm', 'begin', 'step', 'rehearse']) globals.delete(name);
  return { harness, snapshot: made };
}

let rawEmit: Emit = () => undefined;
/** Pyodide complains there when it dies, and then writes a traceback of the harness to stdout. */
scope.console.error = (): void => {
  rawEmit = () => undefined;
};

/** What goes past `sys.stdout`, as `os.write` does. */
function rawStream(kind: string): object {
  const decoder = new NativeDecoder();
  const decode = decoder.decode;
  return {
    write: (bytes: Uint8Array): number => {
      rawEmit(kind, apply(decode, decoder, [bytes]));
      return bytes.length;
    },
  };
}

/** The line a program waits for. */
let answer: (line: string | null) => void = () => undefined;

async function work({ begin, step }: Harness, run: string, job: Job): Promise<void> {
  let startedAt = now();
  const finish = (end: string): void => post({ run, kind: 'done', text: `{"activeMs":${now() - startedAt},${end}}` });
  const emit: Emit = (kind, text) => {
    if (typeof text !== 'string') return undefined;
    if (EMITTED[kind] === true) post({ run, kind, text });
    else if (kind === 'too-much') finish('"outcome":"too-much-output","error":null');
    else if (job.isInteractive && (kind === 'ask' || kind === 'replay')) return ask(run, kind, text);
    return undefined;
  };
  rawEmit = emit;
  let end: string | null = null;
  try {
    // May load a part of the harness: not the learner's time.
    begin(stringify(job), emit);
    startedAt = now();
    post({ run, kind: 'started', text: '' });
    const { callPromising } = step;
    while (end === null) {
      const said = parse(hasJspi ? await apply(callPromising, step, []) : step()) as Step;
      for (let index = 0; index < said.told.length; index += 1) tell(run, said.told[index]);
      end = said.end;
    }
  } catch (error) {
    end = endOf(error);
  }
  finish(end);
}

function tell(run: string, told: Step['told'][number] | undefined): void {
  if (told !== undefined) post({ run, kind: told[0], text: told[1] });
}

/** For `ask` a promise of the line, which the program waits for; undefined is the end of its input. */
function ask(run: string, kind: string, prompt: string): Promise<string | undefined> | undefined {
  post({ run, kind, text: prompt });
  if (kind === 'replay') return undefined;
  return new NativePromise((resolve) => {
    answer = (line) => resolve(line ?? undefined);
  });
}

/** What V8 says when calls nest too deep; through C, as by `__str__`, Python does not notice in time. */
const TOO_DEEP = 'Maximum call stack size exceeded';
const RECURSION = '{"type":"RecursionError","message":"maximum recursion depth exceeded","line":null,"frames":[]}';

/** The interpreter itself has gone: `os._exit`, a trap in WebAssembly, no memory left even to say so. */
function endOf(error: unknown): string {
  try {
    const { type, message } = error as { type?: unknown; message?: unknown };
    if (message === TOO_DEEP) return `"outcome":"error","error":${RECURSION}`;
    return `"outcome":"${type === 'MemoryError' ? 'out-of-memory' : 'died'}","error":null`;
  } catch {
    return '"outcome":"died","error":null';
  }
}
