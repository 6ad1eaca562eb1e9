import { describe, expect, it } from 'vitest';
import { runAssert, runFile } from './run-file.ts';

describe('a file of tests', () => {
  it('is told test by test, by its titles, with what was called, expected and got', async () => {
    const { told } = await runFile(
      `import { describe, test, expect } from '@jest/globals';
      import { add } from './main';
      describe('math', () => { describe('add', () => {
        test('sums', () => { expect(add(1, 2)).toBe(3); });
        test('more', () => {
          expect(add([1, ')'], // no end )
            'x')).toEqual([1]);
        });
      }); });
      test('alone', () => {});`,
      { files: { 'main.js': 'export const add = (a, b) => a + b;' } },
    );
    expect(told).toEqual([
      { name: 'math › add › sums', status: 'passed', message: '', called: 'add(1, 2)', expected: '3', got: '3' },
      {
        name: 'math › add › more',
        status: 'failed',
        message: "toEqual: expected [1], got '1,)x'",
        called: "add([1, ')'], // no end )\n            'x')",
        expected: '[1]',
        got: "'1,)x'",
      },
      { name: 'alone', status: 'passed', message: '', called: null, expected: null, got: null },
    ]);
  });

  it('tells what its code throws, and where it was called', async () => {
    const { told } = await runFile('const f = () => { throw new TypeError("oh"); };\ntest("a", () => {\n  expect(f(1)).toBe(2);\n});');
    expect(told).toMatchObject([{ status: 'failed', message: 'TypeError: oh', called: 'f(1)', expected: null }]);
  });

  it('skips what is marked, unless it is told to run that too', async () => {
    const source = `test('a', () => {}); xtest('b', () => {}); test.skip('c', () => {}); test.todo('d');
      xdescribe('e', () => { it('f', () => {}); }); describe.skip('g', () => { it('h', () => { throw 1; }); });`;
    expect((await runFile(source)).statuses).toEqual({ a: 'passed', b: 'skipped', c: 'skipped', d: 'skipped', 'e › f': 'skipped', 'g › h': 'skipped' });
    expect((await runFile(source, { runSkipped: true })).statuses).toEqual({ a: 'passed', b: 'passed', c: 'passed', d: 'skipped', 'e › f': 'passed', 'g › h': 'failed' });
  });

  it('runs only what is to run alone', async () => {
    const source = `test('a', () => {}); test.only('b', () => {}); describe.only('c', () => { it('d', () => {}); }); fdescribe('e', () => { xit('f', () => {}); });`;
    expect((await runFile(source)).statuses).toEqual({ a: 'skipped', b: 'passed', 'c › d': 'passed', 'e › f': 'skipped' });
  });

  it('runs hooks around its tests, outer ones first and last', async () => {
    const { told } = await runFile(`const log = [];
      beforeAll(() => log.push('A')); beforeEach(async () => { log.push('b'); }); afterEach((done) => { log.push('y'); done(); });
      describe('in', () => { beforeEach(() => log.push('c')); afterEach(() => log.push('x')); afterAll(() => log.push('Z')); it('one', () => log.push('1')); it('two', () => log.push('2')); });
      it('last', () => { expect(log.join('')).toBe(''); });`);
    expect(told.at(-1)?.got).toBe("'Abc1xybc2xyZb'");
  });

  it('fails tests whose hooks fail, and says so of the last one', async () => {
    const { statuses } = await runFile(`describe('a', () => { beforeAll(() => { throw new Error('no'); }); it('x', () => {}); });
      describe('b', () => { afterEach(() => { throw new Error('no'); }); it('x', () => {}); });
      describe('c', () => { afterAll(() => { throw new Error('no'); }); it('x', () => {}); });`);
    expect(statuses).toEqual({ 'a › x': 'failed', 'b › x': 'failed', 'c › x': 'passed', 'c › afterAll': 'failed' });
  });

  it('waits for promises and for done', async () => {
    const { told } = await runFile(`
      it('late', async () => { await null; expect(1).toBe(1); });
      it('rejected', async () => { await null; throw new Error('no'); });
      it('done', (done) => { setTimeout(done, 1); });
      it('undone', (done) => { setTimeout(() => done(new Error('why')), 1); });
      it('never', () => new Promise(() => {}));
      it('too late', () => new Promise((resolve) => setTimeout(resolve, 300)), 100);`);
    expect(told.map(({ status, message }) => [status, message])).toEqual([
      ['passed', ''],
      ['failed', 'Error: no'],
      ['passed', ''],
      ['failed', 'Error: why'],
      ['failed', 'The promise was never settled'],
      ['failed', 'Not done after 100 ms'],
    ]);
  });

  it('makes tests of tables', async () => {
    const { statuses } = await runFile(`
      test.each([[1, 2], [2, 3]])('%i then %i', (a, b) => { expect(b).toBe(a + 1); });
      test.each([{ a: { b: 'x' }, n: 1 }])('$a.b is $n, number %#', ({ n }) => { expect(n).toBe(1); });
      describe.each(['p', 'q'])('letter %s', (l) => { it('has ' + l, () => {}); });
      it.each\`a | b\n\${1} | \${'one'}\n\${2} | \${'two'}\`('$a is $b', ({ a }) => { expect(a).toBe(1); });`);
    expect(statuses).toEqual({
      '1 then 2': 'passed', '2 then 3': 'passed', 'x is 1, number 0': 'passed', 'letter p › has p': 'passed',
      'letter q › has q': 'passed', '1 is one': 'passed', '2 is two': 'failed',
    });
  });

  it('counts expectations where it is asked to', async () => {
    const { statuses } = await runFile(`
      test('none', () => { expect.assertions(1); }); test('one', () => { expect.assertions(1); expect(1).toBe(1); });
      test('some', () => { expect.hasAssertions(); }); test.failing('fails', () => { expect(1).toBe(2); }); test.failing('passes', () => {});`);
    expect(statuses).toEqual({ none: 'failed', one: 'passed', some: 'failed', fails: 'passed', passes: 'failed' });
  });

  it('refuses by name what it cannot do', async () => {
    const { told } = await runFile(`test('mock', () => { jest.mock('./main'); }); test('vi', () => { vi.mock('./main'); }); test('snap', () => { expect(1).toMatchSnapshot(); }); test('in', () => { test('x', () => {}); });`);
    expect(told.map(({ message }) => message)).toEqual([
      'Error: jest.mock() is not supported here: modules cannot be replaced',
      'Error: vi.mock() is not supported here: modules cannot be replaced',
      'TypeError: toMatchSnapshot() is not supported here: there is nowhere to keep snapshots',
      'TypeError: test() must not be called inside a test',
    ]);
  });

  it('has nothing that the learner’s files can reach', async () => {
    for (const main of ['import { expect } from "@jest/globals";', 'import { vi } from "vitest";', 'test("mine", () => {});', 'expect(1);']) {
      await expect(runFile('import "./main"; test("a", () => {});', { files: { 'main.js': main } })).rejects.toThrow(/Cannot find module|is not defined/);
    }
  });
});

describe('an assert block', () => {
  it('passes when nothing is thrown or rejected', async () => {
    expect((await runAssert('assert(two === 2); await null; assert.deepEqual([two], [2]); expect(two).toBe(2);', 'const two = 2;')).told).toMatchObject([{ status: 'passed' }]);
    expect((await runAssert('throw new RangeError("mine")')).told).toMatchObject([{ status: 'failed', message: 'RangeError: mine' }]);
    expect((await runAssert('await Promise.reject(new Error("late"))')).told).toMatchObject([{ status: 'failed', message: 'Error: late' }]);
  });

  it.each([
    ['assert(f(2) === 5)', { message: 'The assertion does not hold', called: 'f(2) === 5', expected: null }],
    ['assert(false, "my words")', { message: 'my words' }],
    ['assert.equal(f(2), 5)', { called: 'f(2)', expected: '5', got: '4' }],
    ['assert.deepStrictEqual({ a: [1] }, { a: [2] })', { expected: '{ a: [2] }', got: '{ a: [1] }' }],
    ['assert.notEqual(4, f(2))', { expected: 'not 4', got: '4' }],
    ['assert.throws(() => f(2))', { expected: 'an error', got: 'nothing was thrown' }],
    ['assert.throws(() => { throw new TypeError("x") }, RangeError)', { expected: 'RangeError', got: 'TypeError: x' }],
    ['await assert.rejects(Promise.resolve(1))', { expected: 'a rejection', got: '1' }],
    ['assert.match("abc", /d/)', { expected: '/d/', got: "'abc'" }],
    ['assert.equal({ valueOf: () => 5, [Symbol.toPrimitive]: () => 5 }, 5)', { expected: '5' }],
  ])('fails and tells why: %s', async (code, said) => {
    expect((await runAssert(code, 'const f = (n) => n * 2;')).told).toMatchObject([{ status: 'failed', ...said }]);
  });

  it.each(['assert.equal("4", 4)', 'assert.throws(() => { throw new TypeError("x y") }, /x/)', 'assert.doesNotThrow(() => 1)', 'await assert.rejects(async () => { throw new Error("a") }, Error)', 'assert.ok(1)', 'assert.notDeepEqual([1], [2])'])(
    'passes: %s',
    async (code) => expect((await runAssert(code)).told).toMatchObject([{ status: 'passed' }]),
  );
});
