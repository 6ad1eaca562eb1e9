import { check } from './check.ts';
import { createConsole } from './console.ts';
import { describeError } from './error.ts';
import type { Job } from './job.ts';
import { instantiate, type Builtins, type ModuleFunctions } from './modules.ts';
import { createOutput, type Output } from './output.ts';
import { createProcess } from './process.ts';
import { createDisplay } from './pictures.ts';
import { define, shield, toText } from './primordials.ts';
import { createStdin, type Stdin } from './stdin.ts';
import type { CreateTesting, Testing } from './testing/testing.ts';
import type { Timers } from './timers.ts';

/** What the page put together: the learner's files, by name, and those of tests, by the test's id. */
export interface Parts {
  readonly files: ModuleFunctions;
  readonly testFiles: ModuleFunctions;
  readonly createTesting: CreateTesting | null;
}

/** The worker's own, taken before anything of a learner's ran. */
export interface World {
  readonly scope: typeof globalThis;
  readonly now: () => number;
  readonly setTimer: (handler: () => void, ms: number) => unknown;
  readonly timers: Timers;
  readonly seedRandom: (seed: number) => void;
  /** Hears errors that no one caught, as JSON; those of promises with `isRejection`. */
  onUncaught: (error: string, isRejection: boolean) => void;
}

/** Thrown by `process.exit()` in a check, where the worker has more to do. */
export const EXIT = new Error('process.exit() ended the program');

/** One job at work. */
export interface Session extends World {
  readonly parts: Parts;
  readonly job: Job;
  readonly output: Output;
  readonly stdin: Stdin;
  readonly testing: Testing | null;
  readonly builtins: Builtins;
  send(kind: string, text: string): void;
  /** The last word; whatever comes later is dropped. */
  end(outcome: string, error: string): void;
  hasEnded(): boolean;
}

export async function work(world: World, parts: Parts, job: Job, post: (kind: string, text: string) => void): Promise<void> {
  const { scope, now, timers } = world;
  const startedAt = now();
  let isOver = false;
  const send = (kind: string, text: string): void => {
    if (!isOver) post(kind, text);
  };
  const end = (outcome: string, error: string): void => {
    if (isOver) return;
    output.flush();
    isOver = true;
    post('done', `{"outcome":"${outcome}","error":${error},"activeMs":${now() - startedAt}}`);
  };
  const output = createOutput(send, now, job.outputBytes, () => end('too-much-output', 'null'));
  const stdin = createStdin();
  const read = (prompt: string): string | null => {
    if (stdin.isAtEnd() && job.isInteractive && !isOver) {
      output.flush();
      send('replay', prompt);
      // Nothing may go on; the page ends the worker and runs the program again with one more line.
      for (;;);
    }
    return stdin.readLine();
  };
  define(scope, 'console', createConsole(output.write));
  define(scope, 'prompt', (message: unknown = '') => {
    const text = toText(message);
    output.write('stdout', text);
    return read(text);
  });
  define(scope, 'readline', () => read(''));
  define(scope, 'global', scope);
  define(scope, 'process', createProcess(job.entry, output.write, () => {
    if (job.tests !== null) throw EXIT;
    end('finished', 'null');
    // The page ends the worker.
    for (;;);
  }));
  const display = createDisplay(scope, (text) => send('picture', text), timers.hold);
  define(scope, 'display', display);
  world.seedRandom(job.seed);
  // An error in a timer or a promise that no one waits for ends the program, as in Node.
  world.onUncaught = (error) => end('error', error);

  const testing = parts.createTesting?.({ scope, send, flush: output.flush, now, setTimer: world.setTimer, timers }) ?? null;
  const builtins: Builtins = (name) => testing?.builtin(name);
  const session: Session = { ...world, parts, job, output, stdin, testing, builtins, send, end, hasEnded: () => isOver };
  send('started', '');
  if (job.tests === null) await run(session);
  else await check(session, job.tests, world);
}

async function run({ parts, job, stdin, timers, builtins, end }: Session): Promise<void> {
  stdin.fill(job.stdin);
  try {
    await shield(instantiate(parts.files, job.entry, builtins).settled());
    await shield(timers.idle());
    end('finished', 'null');
  } catch (error) {
    end('error', describeError(error));
  }
}
