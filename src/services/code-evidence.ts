import type { Answer } from '../../db/models/exercise-attempt.ts';
import type { Exercise } from '../../db/models/exercise.ts';
import type { CodeEvidence } from '../core/grading/grade.ts';
import type { Runner } from '../runner/runner.ts';
import { testInput } from '../runner/test-input.ts';

/**
 * Runs the tests of a code exercise; what they expect stays here. Null for an answer that is not code. The parsers come
 * only where a rule asks for them.
 */
export async function codeEvidence(runner: Pick<Runner, 'check'>, exercise: Exercise, answer: Answer): Promise<CodeEvidence | null> {
  if (exercise.type !== 'CODE_COMPLETION' && exercise.type !== 'FIX_BUG') return null;
  // Files answer either type: an author may make a fault to be mended of code to be completed.
  if (!('files' in answer)) return null;
  const { language, starter, tests, constructs } = exercise;
  const hasRules = constructs.required.length + constructs.forbidden.length > 0;
  const checked = await runner.check({ language, files: answer.files, entry: starter.entry, tests: tests.map(testInput) });
  if (!hasRules || checked.error !== null) return { checked, broken: [] };
  const { brokenConstructs } = await import('../core/constructs/find.ts');
  return { checked, broken: brokenConstructs(exercise, answer.files) };
}
