import { describe, expect, it } from 'vitest';
import { compileProgram, type Compiled } from '../../../../../src/runner/engines/javascript/compile.ts';
import type { Program } from '../../../../../src/runner/engines/engine.ts';
import { DEFAULT_LIMITS, type TestInput } from '../../../../../src/runner/runner.ts';

const program = (files: Program['files'], tests: readonly TestInput[] | null = null): Program => ({
  files,
  entry: 'main.js',
  task: tests === null ? { kind: 'run', stdin: '' } : { kind: 'check', tests },
  limits: DEFAULT_LIMITS,
});

function compile(files: Program['files'], tests: readonly TestInput[] | null = null): Compiled {
  const compiled = compileProgram(program(files, tests), 'before\nbefore');
  if (!compiled.ok) throw new Error(compiled.error.error.message);
  return compiled.value;
}

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
      expect(compileProgram(program({ 'main.js': code }), '')).toMatchObject({ ok: false, error: { error: { type: 'SyntaxError' } } });
    }
  });

  it('tells a syntax error with its file and line', () => {
    expect(compileProgram(program({ 'main.js': 'let a = 1;\nlet b = ;' }), '')).toEqual({
      ok: false,
      error: {
        type: 'Unstartable',
        error: { type: 'SyntaxError', message: 'Unexpected token', line: 2, frames: [{ file: 'main.js', line: 2, name: '' }] },
      },
    });
  });

  it('does not blame the learner’s lines for a call that is none', () => {
    const compiled = compileProgram(program({ 'main.js': 'let a = 1;' }, [{ id: 'a', kind: 'call', call: 'f(' }]), '');
    expect(compiled).toMatchObject({ ok: false, error: { error: { type: 'SyntaxError', line: null } } });
  });
});
