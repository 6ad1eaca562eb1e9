import { apply, define, toText } from './primordials.ts';
import type { Stream } from './console.ts';

/** What a program written for Node finds of `process`. `exit` must not return. */
export function createProcess(entry: string, write: (stream: Stream, text: string) => void, exit: () => never): object {
  const stream = (name: Stream): object => ({
    isTTY: false,
    write: (text: unknown) => {
      write(name, toText(text));
      return true;
    },
  });
  const { then } = Promise.prototype;
  const resolved = Promise.resolve();
  const process = { argv: ['node', entry], env: {}, exitCode: undefined, platform: 'browser', stdout: stream('stdout'), stderr: stream('stderr') };
  define(process, 'exit', exit);
  define(process, 'cwd', () => '/');
  define(process, 'on', () => process);
  define(process, 'nextTick', (run: (...args: readonly unknown[]) => void, ...args: readonly unknown[]) => {
    void apply(then, resolved, [() => apply(run, undefined, args as unknown[])]);
  });
  return process;
}
