import { describe, expect, it } from 'vitest';
import { compileProgram, type Compiled } from '../../../../../src/runner/engines/javascript/compile.ts';
import type { Program } from '../../../../../src/runner/engines/engine.ts';
import { DEFAULT_LIMITS, type TestInput } from '../../../../../src/runner/runner.ts';

const program = (files: Program['files'], tests: readonly TestInput[] | null = null): Program => ({
  files,
  entry: 'main.js',
  task: tests === null ? { kind: 'run', stdin: '', seed: 1, isInteractive: false } : { kind: 'check', tests },
  limits: DEFAULT_LIMITS,
});

/** As many as the script before it has. */
const BEFORE = { harness: 2, testing: 1 };
const INSIDE = (needsTesting: boolean): number => BEFORE.harness + (needsTesting ? BEFORE.testing : 0);

function compile(files: Program['files'], tests: readonly TestInput[] | null = null): Compiled {
  const compiled = compileProgram(program(files, tests), INSIDE, 'token');
  if (!compiled.ok) throw new Error(compiled.error.error.message);
  return whole(compiled.value);
}

/** With as many lines before it as the script has there. */
const whole = (compiled: Compiled): Compiled => ({ ...compiled, text: '\n'.repeat(INSIDE(compiled.needsTesting)) + compiled.text });

describe('a program made one script', () => {
  it('says where each file’s lines went', () => {
    const { text, places } = compile({ 'main.js': 'const a = 1;\nconst b = 2;', 'lib.js': 'export const c = 3;' });
    const lines = text.split('\n');
    for (const { file, firstLine, lineCount } of places) {
      const part = lines.slice(firstLine - 1, firstLine - 1 + lineCount).join('\n');
      expect(part).toContain(file === 'main.js' ? 'const b = 2;' : 'const c = 3;');
    }
    expect(places.map(({ lineCount }) => lineCount)).toEqual([2, 1]);
  });

  it('lets calls see the names of the entry, imported ones too', () => {
    const { text } = compile({ 'main.js': 'import { two } from "./lib.js";', 'lib.js': 'export const two = 2;' }, [{ id: 'a', kind: 'call', call: 'two + 1' }]);
    expect(text).toContain('_libjs.two + 1');
  });

  it('stays inside its function, whatever brackets the learner closes', () => {
    for (const code of ['}); evil(); ({', '})(); } }); evil(); ({ x: function () { (() => {', '/*', '`', 'a <!-- b `']) {
      expect(compileProgram(program({ 'main.js': code }), INSIDE, 'token')).toMatchObject({ ok: false, error: { error: { type: 'SyntaxError' } } });
    }
  });

  it('tells a syntax error with its file and line', () => {
    expect(compileProgram(program({ 'main.js': 'let a = 1;\nlet b = ;' }), INSIDE, 'token')).toEqual({
      ok: false,
      error: {
        type: 'Unstartable',
        error: { type: 'SyntaxError', message: 'Unexpected token', line: 2, frames: [{ file: 'main.js', line: 2, name: '' }] },
      },
    });
  });

  it('does not blame the learner’s lines for a call that is none', () => {
    const compiled = compileProgram(program({ 'main.js': 'let a = 1;' }, [{ id: 'a', kind: 'call', call: 'f(' }]), INSIDE, 'token');
    expect(compiled).toMatchObject({ ok: false, error: { error: { type: 'SyntaxError', line: null } } });
  });

  it('takes types out of TypeScript, and keeps its lines', () => {
    const source = 'interface A {\n  a: number;\n}\nenum Level { Low, High }\nexport class P { constructor(private readonly x: number) {} }\nthrow new Error("6");';
    const compiled = compileProgram({ ...program({ 'main.ts': source }), entry: 'main.ts' }, INSIDE, 'token');
    if (!compiled.ok) throw new Error('not compiled');
    const { text, places } = whole(compiled.value);
    expect(text.split('\n')[(places[0]?.firstLine ?? 0) + 4]).toBe('throw new Error("6");');
    expect(text).toContain('this.x = x');
    expect(text).not.toContain('interface');
  });

  it('refuses a namespace that holds values, with its line', () => {
    const compile = (source: string) => compileProgram({ ...program({ 'main.ts': source }), entry: 'main.ts' }, INSIDE, 'token');
    expect(compile('let a = 1;\nnamespace A {\n  export const x = 1;\n}')).toMatchObject({ ok: false, error: { error: { type: 'SyntaxError', line: 2 } } });
    expect(compile('namespace A {\n  export type T = { a: number };\n}')).toMatchObject({ ok: true });
  });

  it('says where the code of asserts and of files of tests went', () => {
    const file: TestInput = { id: 'f', kind: 'file', file: 'main.test.js', source: 'import { a } from "./main";\ntest("t", () => {});', runSkipped: false };
    const { text, testLines } = compile({ 'main.js': 'export const a = 1;\n' }, [
      { id: 'c', kind: 'call', call: 'a' },
      { id: 'x', kind: 'assert', code: 'assert(\n  a === 1,\n);' },
      file,
    ]);
    const lines = text.split('\n');
    expect(testLines.map((line) => lines[(line ?? 0) - 1])).toEqual(['exports.a', 'assert(', expect.stringContaining("require('./main')")]);
  });

  it('brings the part for tests only where it is needed', () => {
    const without = compile({ 'main.js': '1' }, [{ id: 'a', kind: 'call', call: '1' }]);
    expect([without.needsTesting, without.text.endsWith(', null);')]).toEqual([false, true]);
    for (const needy of [compile({ 'main.js': '1' }, [{ id: 'a', kind: 'assert', code: 'assert(true)' }]), compile({ 'main.js': 'import assert from "node:assert";' })]) {
      expect([needy.needsTesting, needy.text.endsWith(', createTesting);')]).toEqual([true, true]);
    }
  });

  it('takes a first line for the shell for a comment, and other files for data', () => {
    expect(compile({ 'main.js': '#!/usr/bin/env node\n1;', 'words.txt': 'one\n"two"' }).text).toContain('module.exports = "one\\n\\"two\\"";');
  });
});
