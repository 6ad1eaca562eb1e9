import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CheckResult } from '../../../src/core/run-result.ts';
import type { TestInput } from '../../../src/runner/runner.ts';
import { inBrowser } from '../browser.ts';
import { javascript, openRunnerPage, type RunnerPage } from './page.ts';

const HONEST = 'export const add = (a, b) => a + b;\nexport const list = () => [1, { a: "x" }];';
const SPEC = `import { add, list } from './main';
test('adds', () => {
  expect(add(1, 2)).toBe(3);
});
test('lists', () => {
  expect(list()).toEqual([1, { a: 'y' }]);
});`;
const file = (source: string, runSkipped = false): TestInput => ({ id: 'spec', kind: 'file', file: 'main.spec.js', source, runSkipped });

/** What the learner's code does to look better than it is; none of it may pass `lists`, all of it is noticed or of no use. */
const TAMPERING: readonly (readonly [name: string, code: string, isNoticed: boolean])[] = [
  ['patches Object.is', 'Object.is = () => true;', true],
  ['patches Array.isArray and keys', 'Array.isArray = () => true; Object.keys = () => [];', true],
  ['patches Array.prototype', 'Array.prototype.map = function () { return this; };', true],
  ['patches iterators', 'Array.prototype[Symbol.iterator] = function* () {};', true],
  ['patches promises', 'Promise.prototype.then = function (ok) { return ok(); };', true],
  ['patches Function.prototype.call', 'Function.prototype.call = () => ({ toBe() {}, toEqual() {} });', true],
  ['patches JSON', 'JSON.stringify = () => "{}";', true],
  ['replaces expect', 'globalThis.expect = () => ({ toBe() {}, toEqual() {} });', true],
  ['replaces test', 'globalThis.test = () => {};', true],
  ['reads stacks', 'Error.prepareStackTrace = () => "";', true],
  ['replaces timers', 'globalThis.setTimeout = () => {};', true],
  ['sets a getter on every object', 'Object.defineProperty(Object.prototype, "value", { get: () => 1, configurable: true });', true],
  ['makes every object a promise', 'Object.prototype.then = (ok) => ok();', true],
  ['posts results', 'try { postMessage({ kind: "tested", text: "{}" }); } catch {}', false],
  ['claims to equal everything', 'export const list2 = 1;', false],
];

inBrowser('JavaScript’s asserts and files of tests, beside the learner’s code', () => {
  let runner: RunnerPage;
  beforeAll(async () => {
    runner = await openRunnerPage();
  });
  afterAll(() => runner.close());
  const check = (code: string, ...tests: readonly TestInput[]): Promise<CheckResult> => runner.check({ ...javascript(code), tests });

  it('tells each test of a file', async () => {
    const result = await check(HONEST, file(SPEC));
    expect(result).toMatchObject({ outcome: 'finished', tampering: null, error: null });
    expect(result.runs.map(({ id, said }) => [id, said])).toEqual([
      ['spec', { name: 'adds', status: 'passed', message: '', called: 'add(1, 2)', expected: '3', got: '3' }],
      ['spec', { name: 'lists', status: 'failed', message: "toEqual: expected [1, { a: 'y' }], got [1, { a: 'x' }]", called: 'list()', expected: "[1, { a: 'y' }]", got: "[1, { a: 'x' }]" }],
    ]);
  });

  it('tells an error in the learner’s own lines, and what each test wrote', async () => {
    const spec = 'import { half } from "./main";\ntest("a", () => { half(1); });\ntest("b", () => { expect(half(null)).toBe(1); });';
    const { runs } = await check('export function half(n) {\n  console.log("half", n);\n  return n.valueOf() / 2;\n}', file(spec));
    expect(runs.map(({ stdout, said }) => [stdout, said?.status])).toEqual([['half 1\n', 'passed'], ['half null\n', 'failed']]);
    expect(runs[1]).toMatchObject({ outcome: 'error', error: { type: 'TypeError', line: 3 }, said: { called: 'half(null)' } });
  });

  it('runs what is marked to be skipped where it is told to', async () => {
    const spec = 'xtest("a", () => { expect(1).toBe(2); });';
    expect((await check('', file(spec))).runs.map(({ said }) => said?.status)).toEqual(['skipped']);
    expect((await check('', file(spec, true))).runs.map(({ said }) => said?.status)).toEqual(['failed']);
  });

  it('runs asserts among the names of the program, fresh for each', async () => {
    const assert = (id: string, code: string): TestInput => ({ id, kind: 'assert', code });
    const { runs, tampering } = await check('let count = 0;\nconst next = () => (count += 1);', assert('a', 'assert.equal(next(), 1);'), assert('b', 'assert(next() === 1, "not fresh");'), assert('c', 'assert.equal(next(), 2)'), assert('d', 'await Promise.reject(new RangeError("r"))'));
    expect(tampering).toBeNull();
    expect(runs.map(({ id, said }) => [id, said?.status, said?.message, said?.called])).toEqual([
      ['a', 'passed', '', 'next()'],
      ['b', 'passed', '', 'next() === 1'],
      ['c', 'failed', 'Expected 2, got 1', 'next()'],
      ['d', 'failed', 'RangeError: r', null],
    ]);
  });

  it('refuses jest.mock by name', async () => {
    expect(await check('', file('jest.mock("./main");\ntest("a", () => {});'))).toMatchObject({ outcome: 'error', error: { message: 'jest.mock() is not supported here: modules cannot be replaced' } });
  });

  it('goes on after a test that never ends, and ends with one that hangs', async () => {
    const { runs } = await check('', file('test("a", () => new Promise(() => {}));\ntest("b", () => {});'));
    expect(runs.map(({ said }) => said?.status)).toEqual(['failed', 'passed']);
    const hung = await runner.check({ ...javascript('export const hang = () => { for (;;); };'), tests: [file('import { hang } from "./main";\ntest("a", () => {});\ntest("b", () => { hang(); });')], limits: { wallMs: 500 } });
    expect(hung.outcome).toBe('timed-out');
    expect(hung.runs[0]?.said?.status).toBe('passed');
  });

  it.each(TAMPERING)('is not deceived by a program that %s', async (_, code, isNoticed) => {
    const atStart = await check(`${code}\n${HONEST}`, file(SPEC));
    const inTest = await check(`export const add = (a, b) => { ${code.replace('export ', '')} return a + b; };\nexport const list = () => add(1, 2);`, file(SPEC));
    for (const result of [atStart, inTest]) {
      expect(result.tampering !== null).toBe(isNoticed);
      expect(result.runs.filter(({ said }) => said?.name === 'lists' && said.status === 'passed')).toEqual([]);
    }
  });

  it('takes no blocks of the learner’s for its own', async () => {
    const code = 'const yes = async () => {};\nreturn { token: "", blocks: [yes] };';
    for (const one of [code, code.replace('{ token: "", blocks: [yes] }', '[yes]'), 'return arguments;']) {
      expect(await check(one, { id: 'a', kind: 'assert', code: 'assert(false)' })).toMatchObject({ outcome: 'error', runs: [{ outcome: 'error', said: null }] });
    }
  });

  it('is not deceived by values that lie', async () => {
    const code = `const liar = new Proxy(function () {}, { get: (_, k) => k === Symbol.toPrimitive ? () => 3 : k === 'asymmetricMatch' ? () => true : k === '$$typeof' ? Symbol.for('jest.asymmetricMatcher') : k === 'then' ? undefined : liar, has: () => true, apply: () => liar });
export const add = () => ({ valueOf: () => 3, [Symbol.toPrimitive]: () => 3, $$typeof: Symbol.for('jest.asymmetricMatcher'), asymmetricMatch: () => true, equals: () => true });
export const list = () => liar;`;
    const { runs } = await check(code, file(SPEC), { id: 'a', kind: 'assert', code: 'assert.equal(add(), 3)' });
    expect(runs.map(({ said }) => said?.status)).toEqual(['failed', 'failed', 'failed']);
  });
});
