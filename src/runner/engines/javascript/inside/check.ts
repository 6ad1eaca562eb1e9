import { describeError } from './error.ts';
import type { AssertJob, FileJob, TestJob } from './job.ts';
import { encodeValue } from './encode.ts';
import { instantiate } from './modules.ts';
import { ownKeys, quote, shield } from './primordials.ts';
import { EXIT, type Session, type World } from './session.ts';

/** The rest of a `tested` message: `,"outcome":…`. Null: the job has ended with it. */
type Told = string | null;

/** Runs the tests one by one, each in a fresh instance of the program. */
export async function check(session: Session, tests: readonly TestJob[], world: World): Promise<void> {
  const { scope, send, output, stdin, timers, end, hasEnded, job } = session;
  const globals = ownKeys(scope);
  const ends = { value: 0 };
  for (let i = 0; i < tests.length; i++) {
    const test = tests[i];
    if (test === undefined || hasEnded()) continue;
    output.flush();
    send('test', test.id);
    stdin.fill(test.kind === 'output' ? test.stdin : '');
    session.seedRandom(job.seed);
    if (test.kind === 'file') {
      await shield(runFile(session, test, world));
    } else {
      const told = test.kind === 'output' ? await shield(runProgram(session)) : await shield(runBlock(session, test, ends.value++));
      output.flush();
      if (told !== null) send('tested', `{"id":${quote(test.id)}${told}}`);
    }
    if (hasEnded()) return;
    timers.clear();
    forget(scope, globals);
  }
  end('finished', 'null');
}

async function runProgram({ parts, job, timers, builtins }: Session): Promise<Told> {
  try {
    await shield(instantiate(parts.files, job.entry, builtins).settled());
    await shield(timers.idle());
    return ',"outcome":"finished","value":null,"error":null';
  } catch (error) {
    if (error === EXIT) return ',"outcome":"finished","value":null,"error":null';
    return `,"outcome":"error","value":null,"error":${describeError(error)}`;
  }
}

/** A call or an assert block: the entry's function with this index. */
async function runBlock({ parts, job, testing, builtins, end }: Session, test: AssertJob | { readonly kind: 'call' }, index: number): Promise<Told> {
  let block: Block;
  try {
    const instance = instantiate(parts.files, job.entry, builtins);
    await shield(instance.settled());
    block = blockAt(await shield(instance.result), job.token, index);
  } catch (error) {
    // What keeps one call from being made, the file itself, keeps them all.
    end('error', describeError(error));
    return null;
  }
  if (test.kind === 'assert') return testing === null ? null : await shield(testing.runAssert(test, block));
  try {
    return `,"outcome":"finished","value":${encodeValue(await shield(block()))},"error":null`;
  } catch (error) {
    return `,"outcome":"error","value":null,"error":${describeError(error)}`;
  }
}

/** It tells each of its tests itself. */
async function runFile({ parts, builtins, testing, end }: Session, test: FileJob, world: World): Promise<void> {
  const run = parts.testFiles[test.id];
  if (run === undefined || testing === null) return;
  const before = world.onUncaught;
  world.onUncaught = testing.onUncaught;
  try {
    await shield(testing.runFile(test, (given, own, onRequired) => {
      const guest = { file: test.file, run, given, onRequired, builtins: (name: string) => own(name) ?? builtins(name) };
      return instantiate(parts.files, guest, builtins).settled();
    }));
  } catch (error) {
    // Thrown while the tests were being told: at the top of a file.
    end('error', describeError(error));
  } finally {
    world.onUncaught = before;
  }
}

type Block = (...given: readonly unknown[]) => Promise<unknown>;

/** A `return` at the top of the learner's file comes before ours. */
function blockAt(result: unknown, token: string, index: number): Block {
  const own = typeof result === 'object' && result !== null ? (result as { readonly token?: unknown; readonly blocks: readonly Block[] }) : null;
  const block = own?.token === token ? own.blocks[index] : undefined;
  if (typeof block !== 'function') throw new SyntaxError('Illegal return statement');
  return block;
}

/** Takes away the globals that a test left behind. */
function forget(scope: typeof globalThis, known: readonly PropertyKey[]): void {
  const found = ownKeys(scope);
  // Nearly all stand where they stood, and there are a thousand: only one that does not is looked for.
  let next = 0;
  for (let i = 0; i < found.length; i++) {
    const name = found[i];
    const at = known[next] === name ? next : indexIn(known, name);
    if (at !== -1) next = at + 1;
    else if (name !== undefined) deleteProperty(scope, name);
  }
}
const { deleteProperty } = Reflect;

function indexIn(list: readonly PropertyKey[], name: PropertyKey | undefined): number {
  for (let i = 0; i < list.length; i++) if (list[i] === name) return i;
  return -1;
}
