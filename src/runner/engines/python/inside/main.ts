import { answerBootFetches } from './boot-fetch.ts';
import { capMemory } from './memory.ts';

/** What the one classic script hands over (see `src/build/engine-assets.ts`). */
interface Parts {
  readonly loadPyodide: (options: object) => Promise<Pyodide>;
  readonly createPyodideModule: unknown;
  /** Pyodide's own lock, without its packages. */
  readonly lock: object;
  /** Source of `harness.py`. */
  readonly python: string;
}

interface Booted {
  readonly runJob: RunJob;
  readonly snapshot: Blob | null;
}

interface Pyodide {
  makeMemorySnapshot(): Uint8Array<ArrayBuffer>;
  runPython(code: string, options?: { globals?: unknown; filename?: string }): unknown;
  globals: { get(name: string): unknown };
  setStdin(options: object): void;
  setStdout(options: object): void;
  setStderr(options: object): void;
}

/** `harness.py`'s function: `(job: JSON text, emit) -> JSON text` of the job's end. */
interface RunJob {
  (job: string, emit: Emit): string;
  callPromising?(job: string, emit: Emit): Promise<string>;
}

type Emit = (kind: string, text: string) => void;
type Post = (message: { run: string | null; kind: string; text: string; blob?: Blob | null }) => void;
interface Boot {
  readonly wasm: Blob;
  readonly stdlib: Blob;
  /** Another worker's memory, just booted; null: there is none yet. */
  readonly snapshot: Blob | null;
  /** True: this one hands its memory over, and runs nothing. */
  readonly isMaker: boolean;
}
interface Job {
  readonly memoryBytes: number;
}

// Taken before any Python runs: from Python, too, one can patch prototypes.
const scope = globalThis as typeof globalThis & { postMessage: Post | undefined; close: unknown; importScripts: unknown };
const { performance, JSON: { stringify }, TextDecoder: NativeDecoder, Reflect: { apply, deleteProperty } } = scope;
const clock = performance.now;
const now = (): number => apply(clock, performance, []);
const post = scope.postMessage as Post;
deleteProperty(scope, 'postMessage');
deleteProperty(scope, 'close');
// Pyodide refuses classic workers, which it knows by this one.
deleteProperty(scope, 'importScripts');
/** What Python may say; how a job ended is said here. */
const EMITTED = { __proto__: null, stdout: true, stderr: true, test: true, tested: true } as unknown as Record<string, true | undefined>;

export default function startHarness(parts: Parts): void {
  const memory = capMemory(scope.WebAssembly);
  let runJob: RunJob | null = null;
  scope.addEventListener('message', function receive(event: Event) {
    event.stopImmediatePropagation();
    const { data } = event as MessageEvent<{ type: 'boot'; data: Boot } | { type: 'job'; run: string; data: Job }>;
    if (data.type === 'boot') {
      void boot(parts, data.data).then(
        (booted) => {
          runJob = booted.runJob;
          post({ run: null, kind: 'ready', text: '', blob: booted.snapshot });
        },
        (error: unknown) => post({ run: null, kind: 'unbootable', text: String(error) }),
      );
    } else if (runJob !== null) {
      scope.removeEventListener('message', receive);
      memory.limit(data.data.memoryBytes);
      void work(runJob, data.run, stringify(data.data));
    }
  });
}

async function boot({ loadPyodide, createPyodideModule, lock, python }: Parts, { wasm, stdlib, snapshot, isMaker }: Boot): Promise<Booted> {
  answerBootFetches(scope, { 'pyodide.asm.wasm': wasm, 'python_stdlib.zip': stdlib });
  const pyodide = await loadPyodide({
    createPyodideModule,
    indexURL: 'https://engine.invalid/',
    packageBaseUrl: 'https://engine.invalid/',
    lockFileContents: lock,
    // Baked into every dict: the same program gives the same verdict.
    env: { PYTHONHASHSEED: '0', HOME: '/home/learner' },
    ...(isMaker ? { _makeSnapshot: true } : {}),
    ...(snapshot === null ? {} : { _loadSnapshot: new Uint8Array(await snapshot.arrayBuffer()) }),
  });
  if (snapshot === null) pyodide.runPython(python, { filename: '<harness>' });
  const made = isMaker ? new Blob([pyodide.makeMemorySnapshot()]) : null;
  pyodide.setStdin({ stdin: () => null });
  pyodide.setStdout(rawStream('stdout'));
  pyodide.setStderr(rawStream('stderr'));
  return { runJob: pyodide.globals.get('take_run_job') as RunJob, snapshot: made };
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

async function work(runJob: RunJob, run: string, job: string): Promise<void> {
  const startedAt = now();
  const finish = (end: string): void => post({ run, kind: 'done', text: `{"activeMs":${now() - startedAt},${end}}` });
  const emit: Emit = (kind, text) => {
    if (kind === 'too-much') finish('"outcome":"too-much-output","error":null');
    else if (EMITTED[kind] === true && typeof text === 'string') post({ run, kind, text });
  };
  rawEmit = emit;
  post({ run, kind: 'started', text: '' });
  let end: string;
  try {
    // With JSPI a program may block (asyncio.run); without it, it cannot.
    const { callPromising } = runJob;
    end = callPromising === undefined ? runJob(job, emit) : await apply(callPromising, runJob, [job, emit]);
  } catch (error) {
    end = endOf(error);
  }
  finish(end);
}

/** The interpreter itself has gone: `os._exit`, a trap in WebAssembly, no memory left even to say so. */
function endOf(error: unknown): string {
  try {
    const { type } = error as { type?: unknown };
    return `"outcome":"${type === 'MemoryError' ? 'out-of-memory' : 'died'}","error":null`;
  } catch {
    return '"outcome":"died","error":null';
  }
}
