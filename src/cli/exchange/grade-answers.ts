import type { Verdict } from '../../../db/models/enums.ts';
import type { Answer } from '../../../db/models/exercise-attempt.ts';
import type { Exercise } from '../../../db/models/exercise.ts';
import { grade } from '../../core/grading/grade.ts';
import { codeEvidence } from '../../services/code-evidence.ts';
import type { Prover } from '../../services/prove/prove-code.ts';

/** A line of answers as it was read: either something to grade, or why it cannot be. */
export type ToGrade =
  | { readonly exerciseId: string; readonly exercise: Exercise; readonly answer: Answer; readonly error: null }
  | { readonly exerciseId: string | null; readonly exercise: null; readonly answer: null; readonly error: string };

export interface Graded {
  readonly exerciseId: string | null;
  /** null: see `error`. */
  readonly verdict: Verdict | null;
  /** 0–1. */
  readonly score: number;
  /** Markdown, the author's words to this answer. */
  readonly say: string | null;
  readonly error: string | null;
}

export const isCode = (exercise: Exercise | null): boolean => exercise?.type === 'CODE_COMPLETION' || exercise?.type === 'FIX_BUG';

/** In the order of the lines; code by as many provers as there are. Stops early when `signal` aborts. */
export async function gradeAll(lines: readonly ToGrade[], provers: readonly Prover[], signal: AbortSignal, onDone: (id: string) => void): Promise<Graded[]> {
  const graded: Graded[] = [];
  const gradeAt = async (i: number, prover: Prover | null): Promise<void> => {
    const line = lines[i];
    if (line === undefined || signal.aborted) return;
    graded[i] = await gradeOne(line, prover);
    onDone(line.exerciseId ?? '');
  };
  const code = lines.flatMap((line, i) => (isCode(line.exercise) ? [i] : []));
  for (const [i, line] of lines.entries()) if (!isCode(line.exercise)) await gradeAt(i, null);
  await Promise.all(
    provers.map(async (prover) => {
      for (let i = code.shift(); i !== undefined; i = code.shift()) await gradeAt(i, prover);
    }),
  );
  return graded.filter((line) => line as Graded | undefined);
}

async function gradeOne({ exerciseId, exercise, answer, error }: ToGrade, prover: Prover | null): Promise<Graded> {
  if (exercise === null) return { exerciseId, verdict: null, score: 0, say: null, error };
  const evidence = prover === null ? null : await codeEvidence(prover, exercise, answer);
  const { verdict, score, say } = grade(exercise, answer, evidence);
  return { exerciseId, verdict, score, say, error: null };
}
