import * as own from '../primordials.ts';
import { rowsOf, titleOf } from './each.ts';

type Body = (...args: readonly unknown[]) => unknown;
type Kind = 'run' | 'skip' | 'only' | 'todo';

export interface Hook {
  readonly run: Body;
  readonly timeout: number | null;
}
export interface Test {
  readonly type: 'test';
  readonly name: string;
  readonly parent: Block;
  readonly kind: Kind;
  readonly run: Body;
  /** The arguments of a row of `test.each`; null: it may take `done`. */
  readonly args: readonly unknown[] | null;
  /** ms; null: the default. */
  readonly timeout: number | null;
  readonly isFailing: boolean;
}
export interface Block {
  readonly type: 'block';
  readonly name: string;
  readonly parent: Block | null;
  readonly kind: Kind;
  readonly children: own.List<Test | Block>;
  readonly hooks: { readonly [when in When]: own.List<Hook> };
}
type When = 'beforeAll' | 'beforeEach' | 'afterEach' | 'afterAll';

/** What a file of tests registers, and what it registers with. */
export interface Registry {
  readonly root: Block;
  /** By the names in `TEST_GLOBALS`. */
  readonly api: { readonly [name: string]: unknown };
  hasOnly(): boolean;
  /** From now on nothing more can be registered. */
  close(): void;
}

const createBlock = (name: string, parent: Block | null, kind: Kind): Block => ({
  type: 'block', name, parent, kind, children: own.createList(),
  hooks: { beforeAll: own.createList(), beforeEach: own.createList(), afterEach: own.createList(), afterAll: own.createList() },
});

/** `onCall` is heard at each call. */
export function createRegistry(onCall: () => void): Registry {
  const root = createBlock('', null, 'run');
  let current = root;
  let hasOnly = false;
  let isClosed = false;
  const called = (what: string): void => {
    onCall();
    if (isClosed) throw new own.NativeTypeError(`${what}() must not be called inside a test`);
  };
  const addTest = (kind: Kind, title: unknown, run: unknown, timeout: unknown, args: readonly unknown[] | null, isFailing: boolean): void => {
    called('test');
    if (kind !== 'todo' && typeof run !== 'function') throw new own.NativeTypeError(`test(${own.quote(nameOf(title))}) needs a function`);
    hasOnly ||= kind === 'only';
    const ms = typeof timeout === 'number' ? timeout : null;
    own.push(current.children, { type: 'test', name: nameOf(title), parent: current, kind, run: run as Body, args, timeout: ms, isFailing });
  };
  const addBlock = (kind: Kind, title: unknown, run: unknown, args: readonly unknown[]): void => {
    called('describe');
    if (typeof run !== 'function') throw new own.NativeTypeError(`describe(${own.quote(nameOf(title))}) needs a function`);
    hasOnly ||= kind === 'only';
    const outer = current;
    const block = createBlock(nameOf(title), outer, kind);
    own.push(outer.children, block);
    current = block;
    try {
      own.apply(run as Body, undefined, args);
    } finally {
      current = outer;
    }
  };
  const each = (add: (title: string, run: unknown, timeout: unknown, args: readonly unknown[]) => void) =>
    (table: unknown, ...values: readonly unknown[]) =>
    (title: unknown, run: unknown, timeout: unknown): void => {
      const rows = rowsOf(table, values);
      for (let i = 0; i < rows.length; i++) {
        const row = rows[i] as { args: readonly unknown[]; named: object | null };
        add(titleOf(nameOf(title), row, i), run, timeout, row.args);
      }
    };
  const test = (kind: Kind, isFailing = false): Body => {
    const add: Body = (title, run, timeout) => {
      // Vitest has options between the title and the function.
      if (typeof run !== 'function' && typeof timeout === 'function') addTest(kind, title, timeout, run, null, isFailing);
      else addTest(kind, title, run, timeout, null, isFailing);
    };
    own.define(add, 'each', each((title, run, timeout, args) => addTest(kind, title, run, timeout, args, isFailing)));
    return add;
  };
  const describe = (kind: Kind): Body => {
    const add: Body = (title, run) => addBlock(kind, title, run, own.createList() as unknown as unknown[]);
    own.define(add, 'each', each((title, run, _, args) => addBlock(kind, title, run, args)));
    return add;
  };
  const hook = (when: When): Body => (run, timeout) => {
    called(when);
    if (typeof run !== 'function') throw new own.NativeTypeError(`${when}() needs a function`);
    own.push(current.hooks[when], { run: run as Body, timeout: typeof timeout === 'number' ? timeout : null });
  };

  const allTest = test('run');
  const skipped = test('skip');
  const alone = test('only');
  const conditional = (makeTrue: Body, makeFalse: Body) => (condition: unknown) => (condition ? makeTrue : makeFalse);
  addAll(allTest, {
    skip: skipped, only: alone, todo: test('todo'), concurrent: allTest, failing: test('run', true), fails: test('run', true),
    skipIf: conditional(skipped, allTest), runIf: conditional(allTest, skipped),
  });
  const allBlocks = describe('run');
  const skippedBlocks = describe('skip');
  const aloneBlocks = describe('only');
  addAll(allBlocks, {
    skip: skippedBlocks, only: aloneBlocks, sequential: allBlocks,
    skipIf: conditional(skippedBlocks, allBlocks), runIf: conditional(allBlocks, skippedBlocks),
  });
  addAll(skipped, { failing: test('skip', true) });
  return {
    root,
    hasOnly: () => hasOnly,
    close() {
      isClosed = true;
    },
    api: {
      test: allTest, it: allTest, xtest: skipped, xit: skipped, fit: alone,
      describe: allBlocks, suite: allBlocks, xdescribe: skippedBlocks, fdescribe: aloneBlocks,
      beforeAll: hook('beforeAll'), beforeEach: hook('beforeEach'), afterEach: hook('afterEach'), afterAll: hook('afterAll'),
    },
  };
}

function addAll(target: object, names: Record<string, unknown>): void {
  const keys = own.ownKeys(names) as readonly string[];
  for (let i = 0; i < keys.length; i++) own.define(target, keys[i] ?? '', names[keys[i] ?? '']);
}

/** A title may be a class or a function, too. */
function nameOf(title: unknown): string {
  if (typeof title === 'string') return title;
  const name: unknown = typeof title === 'function' ? title.name : title;
  return typeof name === 'symbol' || typeof name === 'object' ? '' : own.toText(name);
}
