import type { ExerciseTest } from '../../db/models/exercise.ts';
import type { TestInput } from './runner.ts';

/** What of a test enters the sandbox: not what it expects, where that is compared outside. */
export function testInput(test: ExerciseTest): TestInput {
  switch (test.kind) {
    case 'call':
      return { id: test.id, kind: test.kind, call: test.call };
    case 'output':
      return { id: test.id, kind: test.kind, stdin: test.stdin };
    case 'assert':
      return { id: test.id, kind: test.kind, code: test.code };
    case 'file':
      return { id: test.id, kind: test.kind, file: test.file, source: test.source, runSkipped: test.runSkipped };
  }
}
