import harness, { testing } from 'virtual:engines/javascript';
import { ok } from '../../../core/result.ts';
import type { TestInput } from '../../runner.ts';
import type { Engine, Program } from '../engine.ts';
import { compileProgram } from './compile.ts';
import type { Job, TestJob } from './inside/job.ts';
import { locateCrash, locateError } from './locate.ts';

/**
 * The browser's own engine, for JavaScript and TypeScript: a file's ending tells which it is. Each job's worker is made
 * of the harness and the learner's code, one script.
 */
export function loadJavaScript(): Engine {
  const head = ownScript(`'use strict';\n${harness}\n`);
  const more = ownScript(`${testing}\n`);
  const linesBefore = (needsTesting: boolean): number => head.lineCount + (needsTesting ? more.lineCount : 0);
  return {
    spare: () => null,
    maker: () => null,
    onMade: () => undefined,
    onUnbootable: () => false,
    prepare(program) {
      const token = crypto.randomUUID();
      const compiled = compileProgram(program, linesBefore, token);
      if (!compiled.ok) return compiled;
      const { text, needsTesting, places, testLines } = compiled.value;
      return ok({
        worker: { scripts: [head.script, ...(needsTesting ? [more.script] : []), text], data: null },
        data: jobOf(program, testLines, token),
        readError: (raw) => locateError(raw, places),
        readCrash: (crash) => locateCrash(crash, places),
      });
    },
  };
}

/** As a Blob, once: as text it would travel to the frame and to where scripts are loaded from at each press, 5 ms. */
const ownScript = (text: string): { readonly script: Blob; readonly lineCount: number } =>
  ({ script: new Blob([text]), lineCount: text.split('\n').length - 1 });

/** Chance is the same in every check. */
const CHECK_SEED = 1;

export function jobOf({ entry, task, limits: { outputBytes } }: Program, testLines: readonly (number | null)[], token: string): Job {
  if (task.kind === 'run') return { entry, stdin: task.stdin, seed: task.seed, isInteractive: task.isInteractive, tests: null, outputBytes, token };
  const tests = task.tests.map((test, index) => testJobOf(test, testLines[index] ?? 1));
  return { entry, stdin: '', seed: CHECK_SEED, isInteractive: false, tests, outputBytes, token };
}

function testJobOf(test: TestInput, firstLine: number): TestJob {
  switch (test.kind) {
    case 'call':
      return { id: test.id, kind: 'call' };
    case 'output':
      return { id: test.id, kind: 'output', stdin: test.stdin };
    case 'assert':
      return { id: test.id, kind: 'assert', source: test.code, firstLine };
    case 'file':
      return { ...test, firstLine };
  }
}
