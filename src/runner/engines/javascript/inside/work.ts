import { check } from './check.ts';
import { createConsole } from './console.ts';
import { describeError } from './error.ts';
import type { Job } from './job.ts';
import { instantiate, type Builtins } from './modules.ts';
import { createOutput } from './output.ts';
import { createProcess } from './process.ts';
import { createDisplay } from './pictures.ts';
import { define, shield, toText } from './primordials.ts';
import { EXIT, type Parts, type Session, type World } from './session.ts';
import { createStdin } from './stdin.ts';

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
