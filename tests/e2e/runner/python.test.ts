import { afterAll, beforeAll, expect, it } from 'vitest';
import { inBrowser } from '../browser.ts';
import { openRunnerPage, python, stdoutOf, type RunnerPage } from './page.ts';

inBrowser('Python in the sandbox', () => {
  let runner: RunnerPage;
  beforeAll(async () => {
    runner = await openRunnerPage();
  });
  afterAll(() => runner.close());

  it('prints, reads its input, and meets its end', async () => {
    const code = 'import sys\nprint("Hi", input("Name? "))\nprint("no", file=sys.stderr)\ninput()';
    const result = await runner.run(python(code, { stdin: 'Ann\n' }));
    expect(result).toMatchObject({
      outcome: 'error',
      output: [
        { stream: 'stdout', text: 'Name? Hi Ann\n' },
        { stream: 'stderr', text: 'no\n' },
      ],
      error: { type: 'EOFError', line: 4 },
    });
  });

  it('tells errors with the frames of the learner’s own files, syntax errors too', async () => {
    const files = { 'main.py': 'import lib\ndef go():\n    lib.half(0)\ngo()', 'lib.py': '\ndef half(n):\n    return 1 / n' };
    expect((await runner.run(python('', { files }))).error).toEqual({
      type: 'ZeroDivisionError',
      message: 'division by zero',
      line: 3,
      frames: [
        { file: 'main.py', line: 4, name: '<module>' },
        { file: 'main.py', line: 3, name: 'go' },
        { file: 'lib.py', line: 3, name: 'half' },
      ],
    });
    expect((await runner.run(python('a = 1\nb = = 2'))).error).toMatchObject({ type: 'SyntaxError', line: 2 });
  });

  it('tells recursion without end as what it is, through C too', async () => {
    const plain = 'def down(n):\n    return down(n + 1)\ndown(0)';
    const throughC = 'class S:\n    def __str__(self): return f"{self}"\nprint(S())';
    for (const code of [plain, throughC]) expect(await runner.run(python(code))).toMatchObject({ outcome: 'error', error: { type: 'RecursionError' } });
  });

  it('carries values out as data, from a fresh program for every test', async () => {
    const code = 'count = 0\ndef add(a, b):\n    global count\n    count += 1\n    print("called")\n    return a + b\nif __name__ == "__main__":\n    input()';
    const tests = [
      { id: 'sum', kind: 'call', call: 'add(1, 2)' },
      { id: 'fresh', kind: 'call', call: '[count, 1.0, (2, "x"), {3}, {"a": None}, True, float("nan")]' },
      { id: 'long', kind: 'call', call: '10 ** 5000' },
      { id: 'throws', kind: 'call', call: 'add(missing)' },
      { id: 'loop', kind: 'call', call: '(lambda a: a.append(a) or a)([])' },
      { id: 'file', kind: 'call', call: 'open("left.txt", "w").write("x")' },
      { id: 'no file', kind: 'call', call: '__import__("os").path.exists("left.txt")' },
    ] as const;
    const result = await runner.check({ ...python(code), tests });
    expect(result.outcome).toBe('finished');
    const [sum, fresh, long, throws, loop, , noFile] = result.runs;
    expect(sum).toMatchObject({ outcome: 'finished', value: { kind: 'integer', digits: '3' }, stdout: 'called\n' });
    expect(fresh?.value).toEqual({
      kind: 'list',
      items: [
        { kind: 'integer', digits: '0' },
        { kind: 'float', text: '1.0' },
        { kind: 'tuple', items: [{ kind: 'integer', digits: '2' }, { kind: 'string', value: 'x' }] },
        { kind: 'set', items: [{ kind: 'integer', digits: '3' }] },
        { kind: 'dict', entries: [[{ kind: 'string', value: 'a' }, { kind: 'none' }]] },
        { kind: 'boolean', value: true },
        { kind: 'float', text: 'NaN' },
      ],
    });
    expect(long?.value).toEqual({ kind: 'integer', digits: `1${'0'.repeat(5000)}` });
    expect(throws).toMatchObject({ outcome: 'error', value: null, error: { type: 'NameError', line: null } });
    expect(loop?.value).toMatchObject({ kind: 'other', typeName: 'list' });
    expect(noFile?.value).toEqual({ kind: 'boolean', value: false });
  });

  it('runs a program for every output test, and says what a check could not begin with', async () => {
    const tests = [
      { id: 'a', kind: 'output', stdin: 'Ann\n' },
      { id: 'none', kind: 'output', stdin: '' },
      { id: 'b', kind: 'output', stdin: 'Bob' },
    ] as const;
    const result = await runner.check({ ...python('import sys\nprint("Hi", input())\nsys.exit(0)'), tests });
    expect(result.outcome).toBe('finished');
    expect(result.runs.map((run) => [run.outcome, run.stdout])).toEqual([['finished', 'Hi Ann\n'], ['error', ''], ['finished', 'Hi Bob\n']]);

    const call = [{ id: 'a', kind: 'call', call: 'f()' }] as const;
    expect(await runner.check({ ...python('def f(:\n  pass'), tests: call })).toMatchObject({ outcome: 'error', error: { type: 'SyntaxError', line: 1 } });
    expect(await runner.check({ ...python('def f(): pass\n1/0'), tests: call })).toMatchObject({ outcome: 'error', error: { type: 'ZeroDivisionError', line: 2 } });
  });

  it('gives the same random numbers and the same order of a set to every check', async () => {
    const tests = [{ id: 'a', kind: 'call', call: '[random.random(), list({"one", "two", "three", "four"})]' }] as const;
    const [one, two] = [await runner.check({ ...python('import random'), tests }), await runner.check({ ...python('import random'), tests })];
    expect(one.runs[0]?.value).toMatchObject({ kind: 'list' });
    expect(one.runs[0]?.value).toEqual(two.runs[0]?.value);
  });

  it('waits for asyncio', async () => {
    const result = await runner.run(python('import asyncio\nasync def main():\n    await asyncio.sleep(0.05)\n    print("awake")\nasyncio.run(main())'));
    expect(stdoutOf(result)).toBe('awake\n');
  });

  it('leaves nothing to the next run', async () => {
    await runner.run(python('import builtins, sys\nopen("left.txt", "w").write("x")\nbuiltins.left = 1\nsys.path.append("x")'));
    const result = await runner.run(python('import os, builtins\nprint(os.listdir("."), hasattr(builtins, "left"))'));
    expect(stdoutOf(result)).toBe("['main.py'] False\n");
  });
});
