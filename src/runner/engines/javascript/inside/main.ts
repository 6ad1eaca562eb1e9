import { createConsole } from './console.ts';
import { encodeValue } from './encode.ts';
import { describeError } from './error.ts';
import { instantiate, type ModuleFunctions } from './modules.ts';
import { createOutput } from './output.ts';
import { quote } from './primordials.ts';
import { createStdin } from './stdin.ts';
import { createTimers } from './timers.ts';

/** What the page tells the worker (see `engine.ts` outside). */
interface Job {
  readonly entry: string;
  readonly stdin: string;
  /** null: run the program once. A test without `stdin` is a call, the entry's next function. */
  readonly tests: readonly { readonly id: string; readonly stdin: string | null }[] | null;
  readonly outputBytes: number;
}

type Post = (message: { run: string; kind: string; text: string }) => void;
type Calls = readonly (() => Promise<unknown>)[];

// This file runs before the learner's code. What it needs is taken here, out of reach of any patch; the job and the
// run's id come in the one event that no one else hears.
const scope = globalThis as typeof globalThis & { postMessage: Post | undefined; close: unknown };
const { performance, Reflect: { apply, ownKeys, deleteProperty } } = scope;
const clock = performance.now;
const now = (): number => apply(clock, performance, []);
const post = scope.postMessage as Post;
deleteProperty(scope, 'postMessage');
deleteProperty(scope, 'close');
const timers = createTimers(scope);
let modules: ModuleFunctions | null = null;

scope.addEventListener('message', function receive(event: Event) {
  const { data } = event as MessageEvent<{ type: string; run: string; data: Job }>;
  event.stopImmediatePropagation();
  if (data.type !== 'job') return;
  scope.removeEventListener('message', receive);
  if (modules !== null) void work(modules, data.run, data.data);
});

/** Called once, by the script's last line, with the learner's files. */
export default function startHarness(functions: ModuleFunctions): void {
  modules ??= functions;
}

async function work(functions: ModuleFunctions, run: string, job: Job): Promise<void> {
  const send = (kind: string, text: string): void => post({ run, kind, text });
  const startedAt = now();
  let isOver = false;
  const hasEnded = (): boolean => isOver;
  const end = (outcome: string, error: string): void => {
    if (isOver) return;
    output.flush();
    isOver = true;
    send('done', `{"outcome":"${outcome}","error":${error},"activeMs":${now() - startedAt}}`);
  };
  const write = (stream: string, text: string): void => {
    if (!isOver) send(stream, text);
  };
  const output = createOutput(write, now, job.outputBytes, () => end('too-much-output', 'null'));
  const stdin = createStdin();
  const readLine = (): string | null => stdin.readLine();
  Object.assign(scope, { console: createConsole(output.write), prompt: readLine, readline: readLine });
  // An error in a timer or a promise that no one waits for ends the program, as in Node.
  onUncaught((error) => end('error', error));

  send('started', '');
  if (job.tests === null) {
    stdin.fill(job.stdin);
    try {
      await instantiate(functions, job.entry);
      await timers.idle();
      end('finished', 'null');
    } catch (error) {
      end('error', describeError(error));
    }
    return;
  }
  const globals = ownKeys(scope);
  let callIndex = 0;
  for (let i = 0; i < job.tests.length; i++) {
    const test = job.tests[i];
    if (test === undefined || hasEnded()) continue;
    output.flush();
    send('test', test.id);
    stdin.fill(test.stdin ?? '');
    let result = '"outcome":"finished","value":null,"error":null';
    try {
      const calls: unknown = await instantiate(functions, job.entry);
      if (test.stdin === null) {
        const call = callAt(calls, callIndex++);
        try {
          result = `"outcome":"finished","value":${encodeValue(await call())},"error":null`;
        } catch (error) {
          result = `"outcome":"error","value":null,"error":${describeError(error)}`;
        }
      } else {
        await timers.idle();
      }
    } catch (error) {
      // What keeps one call from being made, the file itself, keeps them all.
      if (test.stdin === null) { end('error', describeError(error)); return; }
      result = `"outcome":"error","value":null,"error":${describeError(error)}`;
    }
    output.flush();
    if (hasEnded()) return;
    send('tested', `{"id":${quote(test.id)},${result}}`);
    timers.clear();
    forget(globals);
  }
  end('finished', 'null');
}

/** A `return` at the top of the learner's file comes before ours. */
function callAt(calls: unknown, index: number): Calls[number] {
  const call = typeof calls === 'object' && calls !== null ? (calls as Calls)[index] : undefined;
  if (typeof call !== 'function') throw new SyntaxError('Illegal return statement');
  return call;
}

/** Takes away the globals that a test left behind. */
function forget(known: readonly PropertyKey[]): void {
  const found = ownKeys(scope);
  for (let i = 0; i < found.length; i++) {
    const name = found[i];
    let isKnown = false;
    for (let k = 0; k < known.length; k++) isKnown ||= known[k] === name;
    if (name !== undefined && !isKnown) deleteProperty(scope, name);
  }
}

/** First in line, so that no listener of the learner's comes before. */
function onUncaught(tell: (error: string) => void): void {
  tellUncaught = tell;
}
let tellUncaught: (error: string) => void = () => undefined;

scope.addEventListener('error', (event) => {
  event.preventDefault();
  tellUncaught(describeError(event.error ?? event.message));
});
scope.addEventListener('unhandledrejection', (event) => {
  event.preventDefault();
  tellUncaught(describeError(event.reason));
});
