import { afterAll, beforeAll, expect, it } from 'vitest';
import type { RunJob } from '../../../src/runner/runner.ts';
import { inBrowser } from '../browser.ts';
import { openRunnerPage, stdoutOf, type RunnerPage } from './page.ts';

const typescript = (code: string, files: Readonly<Record<string, string>> = {}): RunJob => ({
  language: 'typescript', files: { 'main.ts': code, ...files }, entry: 'main.ts', stdin: '',
});

inBrowser('TypeScript in the sandbox', () => {
  let runner: RunnerPage;
  beforeAll(async () => {
    runner = await openRunnerPage();
  });
  afterAll(() => runner.close());

  it('runs what types, enums and classes mean', async () => {
    const code = `import type { Shape } from './shape.ts';
import { area, type Size } from './shape';
import { twice } from './shape.js';
enum Level { Low, High = 'high' }
class Point { constructor(private readonly x: number, public y: number = 2) {} sum(): number { return this.x + this.y; } }
abstract class Base<T> { protected abstract get(): T; show(): string { return String(this.get()); } }
class Some extends Base<number> { override get(): number { return 7; } }
const shape: Shape = { w: 2, h: 3 };
console.log(area(shape as Size), twice(2)!, Level.Low, Level[0], Level.High, new Point(1).sum(), new Some().show(), [1, 2] satisfies number[]);`;
    const shape = 'export interface Shape { w: number; h: number }\nexport type Size = Shape;\nexport const area = ({ w, h }: Shape): number => w * h;\nexport function twice<T extends number>(n: T): number { return n * 2; }';
    const result = await runner.run(typescript(code, { 'shape.ts': shape }));
    expect(result.error).toBeNull();
    expect(stdoutOf(result)).toBe("6 4 0 Low high 3 7 [ 1, 2 ]\n");
  });

  it('tells errors in the learner’s own lines', async () => {
    const thrown = await runner.run(typescript('interface A {\n  b: { c: number };\n}\nfunction get(a: A): number {\n  return a.b.c;\n}\nget({} as A);'));
    expect(thrown).toMatchObject({ outcome: 'error', error: { type: 'TypeError', line: 5, frames: [{ file: 'main.ts', line: 7, name: '' }, { line: 5, name: 'get' }] } });
    const broken = await runner.run(typescript('let a: number = 1;\nlet b: = 2;'));
    expect(broken).toMatchObject({ outcome: 'error', error: { type: 'SyntaxError', line: 2 } });
  });

  it('is checked by calls, asserts and files of tests', async () => {
    const job = typescript('export function add(a: number, b: number): number {\n  return a + b;\n}');
    const spec = `import { describe, expect, it, xit } from '@jest/globals';\nimport { add } from './main.ts';\ndescribe('add', () => { xit('sums', () => { const two: number = 2; expect(add(1, two)).toEqual<number>(3 as number); }); });`;
    const result = await runner.check({
      ...job,
      tests: [
        { id: 'c', kind: 'call', call: 'add(1, 2 as number)' },
        { id: 'a', kind: 'assert', code: 'const sum: number = add(1, 2);\nassert.equal(sum, 3);' },
        { id: 'f', kind: 'file', file: 'main.test.ts', source: spec, runSkipped: true },
      ],
    });
    expect(result.outcome).toBe('finished');
    expect(result.runs.map(({ value, said }) => value ?? said)).toEqual([
      { kind: 'float', text: '3' },
      { name: '', status: 'passed', message: '', called: 'sum', expected: '3', got: '3' },
      { name: 'add › sums', status: 'passed', message: '', called: 'add(1, two)', expected: '3', got: '3' },
    ]);
  });
});
