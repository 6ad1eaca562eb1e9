import * as own from '../primordials.ts';
import { failure } from './failure.ts';
import type { Block, Hook, Registry, Test } from './registry.ts';

/** How the tests of a file are run: what it does between them, and where their ends are told. */
export interface Runner {
  readonly runSkipped: boolean;
  readonly setTimer: (handler: () => void, ms: number) => unknown;
  /** Whether something may still happen that a waiting test waits for. */
  readonly isAnythingPending: () => boolean;
  readonly defaultTimeout: () => number;
  onStart(name: string): void;
  /** `thrown` null: passed. */
  onEnd(name: string, status: 'passed' | 'failed' | 'skipped', thrown: { readonly value: unknown } | null): void;
  /** After the test's own code, before its hooks: throws what its expectations still miss. */
  verify(): void;
  /** Nothing more is to be run. */
  isOver(): boolean;
}

/** Waits are looked after this often, ms; when nothing is pending, they are given up after so many looks. */
const LOOK_MS = 50;
const IDLE_LOOKS = 20;

/** Without a prototype: a promise asks what it resolves to for its `then`. */
type Thrown = { readonly value: unknown } | null;
const missed = (words: string): Thrown => thrownOf(failure(words, { called: null, expected: null, got: null }));
const thrownOf = (value: unknown): Thrown => ({ __proto__: null, value }) as unknown as Thrown;

/** All tests in their order, one after the other, with their hooks. */
export async function runTests({ root, hasOnly }: Registry, runner: Runner): Promise<void> {
  const only = hasOnly();
  const willRun = (test: Test): boolean => {
    if (test.kind === 'todo') return false;
    let isChosen = test.kind === 'only';
    let isSkipped = test.kind === 'skip';
    for (let block: Block | null = test.parent; block !== null; block = block.parent) {
      isChosen ||= block.kind === 'only';
      isSkipped ||= block.kind === 'skip';
    }
    return (runner.runSkipped || !isSkipped) && (!only || isChosen);
  };
  await own.shield(runBlock(root, runner, willRun, null));
}

async function runBlock(block: Block, runner: Runner, willRun: (test: Test) => boolean, broken: Thrown): Promise<void> {
  const hasWork = anyTest(block, willRun);
  const thrown = hasWork && broken === null ? await own.shield(runHooks(block.hooks.beforeAll, runner)) : broken;
  for (let i = 0; i < block.children.length && !runner.isOver(); i++) {
    const child = own.at(block.children, i);
    if (child.type === 'block') await own.shield(runBlock(child, runner, willRun, thrown));
    else if (!willRun(child)) runner.onEnd(nameOf(child), 'skipped', null);
    else await own.shield(runTest(child, runner, thrown));
  }
  if (!hasWork || runner.isOver()) return;
  const late = await own.shield(runHooks(block.hooks.afterAll, runner));
  if (late === null) return;
  const name = `${block.parent === null ? '' : `${nameOf(block)} › `}afterAll`;
  runner.onStart(name);
  runner.onEnd(name, 'failed', late);
}

async function runTest(test: Test, runner: Runner, broken: Thrown): Promise<void> {
  const name = nameOf(test);
  runner.onStart(name);
  let thrown = broken;
  if (thrown === null) {
    thrown = await own.shield(runEach('beforeEach', test.parent, runner));
    if (thrown === null) {
      const result = await own.shield(attempt(test.run, test.args, test.timeout, runner));
      thrown = result ?? verified(runner);
      if (test.isFailing) thrown = thrown === null ? missed('The test was to fail, and it did not') : null;
    }
    const late = await own.shield(runEach('afterEach', test.parent, runner));
    thrown ??= late;
  }
  runner.onEnd(name, thrown === null ? 'passed' : 'failed', thrown);
}

function verified(runner: Runner): Thrown {
  try {
    runner.verify();
    return null;
  } catch (error) {
    return thrownOf(error);
  }
}

/** `beforeEach` from the outside in, `afterEach` from the inside out. */
async function runEach(when: 'beforeEach' | 'afterEach', block: Block, runner: Runner): Promise<Thrown> {
  const isFromOutside = when === 'beforeEach';
  let thrown: Thrown = null;
  if (!isFromOutside) thrown = await own.shield(runHooks(block.hooks[when], runner));
  if (block.parent !== null) {
    const outer = await own.shield(runEach(when, block.parent, runner));
    thrown ??= outer;
  }
  return isFromOutside && thrown === null ? own.shield(runHooks(block.hooks[when], runner)) : thrown;
}

async function runHooks(hooks: own.List<Hook>, runner: Runner): Promise<Thrown> {
  for (let i = 0; i < hooks.length; i++) {
    const { run, timeout } = own.at(hooks, i);
    const thrown = await own.shield(attempt(run, null, timeout, runner));
    if (thrown !== null) return thrown;
  }
  return null;
}

/** Runs a test's or a hook's code to its end: a promise it gave back, or `done` where it takes that. Never rejects. */
function attempt(run: (...args: readonly unknown[]) => unknown, args: readonly unknown[] | null, timeout: number | null, runner: Runner): Promise<Thrown> {
  return new own.NativePromise((resolve) => {
    const limit = timeout ?? runner.defaultTimeout();
    let isSettled = false;
    const settle = (thrown: Thrown): void => {
      isSettled = true;
      resolve(thrown);
    };
    const failed = (message: string): void => settle(missed(message));
    const takesDone = run.length > (args?.length ?? 0);
    const given: unknown[] = [];
    for (let i = 0; args !== null && i < args.length; i++) own.define(given, i, args[i]);
    if (takesDone) {
      const done = (error?: unknown): void => settle(error === undefined || error === null ? null : thrownOf(error));
      own.define(done, 'fail', (error: unknown) => settle(thrownOf(error)));
      own.define(given, given.length, done);
    }
    let result: unknown;
    try {
      result = own.apply(run, undefined, given);
    } catch (error) {
      settle(thrownOf(error));
      return;
    }
    const isPromise = typeof result === 'object' && result !== null && typeof (result as { then?: unknown }).then === 'function';
    if (!isPromise && !takesDone) {
      settle(null);
      return;
    }
    if (isPromise) void own.shield(wait(result, (thrown) => (takesDone && thrown === null ? undefined : settle(thrown))));
    let waited = 0;
    let idle = 0;
    // As a method of anything but the global object a browser refuses it.
    const { setTimer } = runner;
    const look = (): void => {
      if (isSettled) return;
      waited += LOOK_MS;
      idle = runner.isAnythingPending() ? 0 : idle + 1;
      if (waited > limit) failed(`Not done after ${limit} ms`);
      else if (idle > IDLE_LOOKS) failed(takesDone ? 'done() was never called' : 'The promise was never settled');
      else setTimer(look, LOOK_MS);
    };
    setTimer(look, LOOK_MS);
  });
}

async function wait(promise: unknown, settle: (thrown: Thrown) => void): Promise<void> {
  try {
    await own.settled(promise);
    settle(null);
  } catch (error) {
    settle(thrownOf(error));
  }
}

function anyTest(block: Block, willRun: (test: Test) => boolean): boolean {
  for (let i = 0; i < block.children.length; i++) {
    const child = own.at(block.children, i);
    if (child.type === 'block' ? anyTest(child, willRun) : willRun(child)) return true;
  }
  return false;
}

/** The titles from the outermost on, joined with ` › `. */
function nameOf(item: Test | Block): string {
  const { parent } = item;
  return (parent?.parent ?? null) === null || parent === null ? item.name : `${nameOf(parent)} › ${item.name}`;
}
