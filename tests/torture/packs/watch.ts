import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import type { Task } from './child.ts';
import type { WatchedOutcome } from './outcome.ts';

const CHILD = join(import.meta.dirname, 'child.ts');
/** Far beyond what is allowed; whoever needs more is ended. */
const LONGEST_MS = 60_000;

/**
 * Tries each in a process of its own kind, whose memory has a bound; one that dies or hangs is `partial`, and the next is
 * tried in another. `tell` hears each.
 */
export async function tryAll(tasks: readonly Task[], jobs: number, tell: (outcome: WatchedOutcome, done: number) => void): Promise<WatchedOutcome[]> {
  const outcomes: WatchedOutcome[] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    let child = start();
    for (let task = tasks[next++]; task !== undefined; task = tasks[next++]) {
      const outcome = await ask(child, task);
      if (!child.connected || child.killed) child = start();
      outcomes.push(outcome);
      tell(outcome, outcomes.length);
    }
    child.kill();
  };
  await Promise.all(Array.from({ length: jobs }, work));
  return outcomes;
}

const start = (): ChildProcess =>
  fork(CHILD, { execArgv: ['--import', 'tsx', '--expose-gc', '--max-old-space-size=512'], stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });

const ask = (child: ChildProcess, task: Task): Promise<WatchedOutcome> =>
  new Promise((resolve) => {
    const name = 'file' in task ? task.file : `${task.number} of seed ${task.seed}`;
    const ended = (outcome: WatchedOutcome): void => {
      clearTimeout(limit);
      child.removeAllListeners();
      resolve(outcome);
    };
    const dead = (why: string, ms: number): void => ended({ name, end: 'partial', why, ms, peakMb: 0, notes: [] });
    const limit = setTimeout(() => {
      child.kill('SIGKILL');
      dead(`no end within ${LONGEST_MS / 1000} s`, LONGEST_MS);
    }, LONGEST_MS);
    child.once('message', (outcome) => ended(outcome as WatchedOutcome));
    child.once('exit', (code, signal) => dead(`the process died (${String(code ?? signal)})`, 0));
    child.send(task);
  });
