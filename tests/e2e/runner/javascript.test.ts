import { afterAll, beforeAll, expect, it } from 'vitest';
import { inBrowser } from '../browser.ts';
import { javascript, openRunnerPage, stdoutOf, type RunnerPage } from './page.ts';

inBrowser('JavaScript in the sandbox', () => {
  let runner: RunnerPage;
  beforeAll(async () => {
    runner = await openRunnerPage();
  });
  afterAll(() => runner.close());

  it('prints as Node does, in the order of writing', async () => {
    const result = await runner.run(javascript('console.log("a", [1, { b: "c" }]); console.error("no"); console.log(null, undefined, 5n)'));
    expect(result.outcome).toBe('finished');
    expect(result.output).toEqual([
      { stream: 'stdout', text: "a [ 1, { b: 'c' } ]\n" },
      { stream: 'stderr', text: 'no\n' },
      { stream: 'stdout', text: 'null undefined 5n\n' },
    ]);
  });

  it('waits for timers and for await, and reads its input line by line', async () => {
    const code = 'setTimeout(() => console.log("late", prompt()), 20);\nconst name = await Promise.resolve(prompt("Name? "));\nconsole.log(name, readline());';
    const result = await runner.run(javascript(code, { stdin: 'Ann\nBob\n' }));
    expect(stdoutOf(result)).toBe('Name? Ann Bob\nlate null\n');
  });

  it('tells an error with the learner’s own lines', async () => {
    const result = await runner.run(javascript('function half(a) {\n  return a.b.c;\n}\nhalf(1);'));
    expect(result).toMatchObject({
      outcome: 'error',
      error: {
        type: 'TypeError',
        line: 2,
        frames: [
          { file: 'main.js', line: 4, name: '' },
          { file: 'main.js', line: 2, name: 'half' },
        ],
      },
    });
  });

  it('tells syntax errors, those that only the engine sees too', async () => {
    const broken = await runner.run(javascript('let a = 1;\nlet b = ;'));
    expect(broken).toMatchObject({ outcome: 'error', error: { type: 'SyntaxError', line: 2 } });
    const twice = await runner.run(javascript('let a = 1;\n\nlet a = 2;'));
    expect(twice).toMatchObject({ outcome: 'error', error: { type: 'SyntaxError', line: 3 } });
    expect(twice.error?.message).toContain("'a'");
  });

  it('tells errors of timers and of promises that no one waits for', async () => {
    expect((await runner.run(javascript('setTimeout(() => { throw new RangeError("late"); }, 5);'))).error).toMatchObject({ type: 'RangeError', message: 'late' });
    expect((await runner.run(javascript('Promise.reject(new TypeError("lost"));'))).error).toMatchObject({ type: 'TypeError', message: 'lost' });
  });

  it('loads several files as modules', async () => {
    const files = { 'main.js': 'import { two } from "./lib/two.js";\nimport data from "./data.json";\nconsole.log(two(), data.length);', 'lib/two.js': 'import one from "../one.js";\nexport const two = () => one + 1;', 'one.js': 'export default 1;', 'data.json': '[1,2,3]' };
    expect(stdoutOf(await runner.run(javascript('', { files })))).toBe('2 3\n');
  });

  it('carries values out as data, from a fresh program for every test', async () => {
    const code = 'let count = 0;\nexport function add(a, b) { count += 1; console.log("called"); return a + b; }';
    const tests = [
      { id: 'sum', kind: 'call', call: 'add(1, 2)' },
      { id: 'fresh', kind: 'call', call: '[count, "x", null, undefined, true, 5n, { a: new Set([1]) }, new Map([[1, NaN]])]' },
      { id: 'async', kind: 'call', call: 'Promise.resolve(add("a", "b"))' },
      { id: 'throws', kind: 'call', call: 'add(missing)' },
      { id: 'loop', kind: 'call', call: '(() => { const a = []; a.push(a); return a; })()' },
    ] as const;
    const result = await runner.check({ ...javascript(code), tests });
    expect(result.outcome).toBe('finished');
    expect(result.runs.map(({ id, outcome, value }) => [id, outcome, value])).toEqual([
      ['sum', 'finished', { kind: 'float', text: '3' }],
      [
        'fresh',
        'finished',
        {
          kind: 'list',
          items: [
            { kind: 'float', text: '0' },
            { kind: 'string', value: 'x' },
            { kind: 'none' },
            { kind: 'undefined' },
            { kind: 'boolean', value: true },
            { kind: 'integer', digits: '5' },
            { kind: 'dict', entries: [[{ kind: 'string', value: 'a' }, { kind: 'set', items: [{ kind: 'float', text: '1' }] }]] },
            { kind: 'dict', entries: [[{ kind: 'float', text: '1' }, { kind: 'float', text: 'NaN' }]] },
          ],
        },
      ],
      ['async', 'finished', { kind: 'string', value: 'ab' }],
      ['throws', 'error', null],
      ['loop', 'finished', { kind: 'other', typeName: 'Array', repr: '<ref *1> [ [Circular *1] ]' }],
    ]);
    expect(result.runs[0]?.stdout).toBe('called\n');
    expect(result.runs[3]?.error).toMatchObject({ type: 'ReferenceError', line: null });
  });

  it('runs a program for every output test', async () => {
    const tests = [
      { id: 'a', kind: 'output', stdin: 'Ann\n' },
      { id: 'b', kind: 'output', stdin: 'Bob' },
    ] as const;
    const result = await runner.check({ ...javascript('console.log(`Hi ${prompt()}`)'), tests });
    expect(result.runs.map((run) => run.stdout)).toEqual(['Hi Ann\n', 'Hi Bob\n']);
  });

  it('keeps the tests that ended when a later one hangs', async () => {
    const code = 'function wait(n) { console.log(n); while (n > 1) {} return n; }';
    const tests = [1, 2, 3].map((n) => ({ id: `t${n}`, kind: 'call', call: `wait(${n})` }) as const);
    const result = await runner.check({ ...javascript(code), tests, limits: { wallMs: 500 } });
    expect(result.outcome).toBe('timed-out');
    expect(result.runs.map(({ id, outcome, stdout }) => [id, outcome, stdout])).toEqual([
      ['t1', 'finished', '1\n'],
      ['t2', 'timed-out', '2\n'],
    ]);
  });

  it('says what kept every test from running', async () => {
    const tests = [{ id: 'a', kind: 'call', call: 'f()' }] as const;
    expect(await runner.check({ ...javascript('\nnope();\nfunction f() {}'), tests })).toMatchObject({ outcome: 'error', error: { type: 'ReferenceError', line: 2 } });
    expect(await runner.check({ ...javascript('return 5;'), tests })).toMatchObject({ outcome: 'error', error: { type: 'SyntaxError' } });
  });

  it('shows pictures as data, in their order', async () => {
    const code = 'const c = new OffscreenCanvas(2, 2);\nc.getContext("2d").fillRect(0, 0, 1, 1);\ndisplay(c);\ndisplay("<svg><g/></svg>", "s");\ndisplay({ svg: "<svg></svg>" }, "s");';
    const { outcome, pictures } = await runner.run(javascript(code));
    expect(outcome).toBe('finished');
    expect(pictures).toEqual([
      { mimeType: 'image/png', data: expect.stringMatching(/^iVBORw0KGgo/) as string },
      { mimeType: 'image/svg+xml', data: '<svg></svg>' },
    ]);
    expect((await runner.run(javascript('display("<p>no</p>")'))).error?.type).toBe('TypeError');
    expect((await runner.run(javascript('for (let i = 0; i < 21; i++) display("<svg></svg>");'))).pictures).toHaveLength(20);
  });

  it('draws the same lots in every check', async () => {
    const tests = ['a', 'b'].map((id) => ({ id, kind: 'call', call: '[Math.random(), Math.random()]' }) as const);
    const first = await runner.check({ ...javascript(''), tests });
    const second = await runner.check({ ...javascript(''), tests });
    expect(second.runs.map(({ value }) => value)).toEqual(first.runs.map(({ value }) => value));
    expect(first.runs[0]?.value).toEqual(first.runs[1]?.value);
  });

  it('is run again with each answer to prompt()', async () => {
    const code = 'const name = prompt("Name? ");\nconst age = prompt("Age? ");\nconsole.log(name, age, prompt());';
    const result = await runner.page.evaluate(
      ([job]) => window.runner.run(job, { onInput: (asked) => Promise.resolve({ 'Name? ': 'Ann', 'Age? ': '7' }[asked] ?? null) }),
      [javascript(code)] as const,
    );
    expect(result.outcome).toBe('finished');
    expect(stdoutOf(result)).toBe('Name? Age? Ann 7 null\n');
  });

  it('ends where process.exit() is called, whatever catches', async () => {
    const code = 'process.stdout.write("a");\ntry { process.exit(0); } catch {}\nconsole.log("b");';
    const result = await runner.run(javascript(code));
    expect([result.outcome, stdoutOf(result)]).toEqual(['finished', 'a']);
    const checked = await runner.check({ ...javascript('console.log("a");\nprocess.exit();\nconsole.log("b");'), tests: [{ id: 'o', kind: 'output', stdin: '' }] });
    expect(checked.runs.map(({ outcome, stdout }) => [outcome, stdout])).toEqual([['finished', 'a\n']]);
  });
});
