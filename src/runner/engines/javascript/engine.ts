import inside from 'virtual:engines/javascript';
import { ok } from '../../../core/result.ts';
import type { Engine, Program } from '../engine.ts';
import { compileProgram } from './compile.ts';
import { locateCrash, locateError } from './locate.ts';

/** The browser's own engine. Each job's worker is made of the harness and the learner's code, one script. */
export function loadJavaScript(): Engine {
  return {
    spare: () => null,
    maker: () => null,
    onMade: () => undefined,
    onUnbootable: () => false,
    prepare(program) {
      const compiled = compileProgram(program, inside);
      if (!compiled.ok) return compiled;
      const { text, places } = compiled.value;
      return ok({
        worker: { scripts: [text], data: null },
        data: jobOf(program),
        readError: (raw) => locateError(raw, places),
        readCrash: (crash) => locateCrash(crash, places),
      });
    },
  };
}

/** What the harness is told: everything but the code, which it already has. */
function jobOf({ entry, task, limits }: Program): unknown {
  const tests = task.kind === 'run' ? null : task.tests.map((test) => ({ id: test.id, stdin: test.kind === 'output' ? test.stdin : null }));
  return { entry, stdin: task.kind === 'run' ? task.stdin : '', tests, outputBytes: limits.outputBytes };
}
