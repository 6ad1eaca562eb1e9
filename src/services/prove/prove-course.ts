import type { ExerciseType } from '../../../db/models/enums.ts';
import type { Exercise } from '../../../db/models/exercise.ts';
import type { Id } from '../../../db/models/ids.ts';
import type { New } from '../../../db/models/row.ts';
import type { Proof, ProofFinding } from './finding.ts';
import { proveAnswers } from './prove-answers.ts';
import { proveCode, proveOrders, proveOutput, type Prover } from './prove-code.ts';

export interface ExerciseProof {
  readonly id: Id;
  readonly type: ExerciseType;
  readonly ok: boolean;
  readonly findings: readonly ProofFinding[];
  /** Wall time. */
  readonly ms: number;
}

export interface Proving {
  readonly exercises: readonly New<Exercise>[];
  /** As many exercises at a time; none are needed where nothing `needsProver`. */
  readonly provers: readonly Prover[];
  /** No exercise is begun after it; those that run are forgotten. */
  readonly signal: AbortSignal;
  /** Heard after each exercise. */
  readonly onDone?: (proof: ExerciseProof) => void;
}

/** Whether anything of the exercise has to be run. */
export const needsProver = ({ type }: Pick<Exercise, 'type'>): boolean =>
  type === 'CODE_COMPLETION' || type === 'FIX_BUG' || type === 'PREDICT_OUTPUT' || type === 'PARSONS';

/**
 * Lets a course prove what it promises: solutions pass, starters do not, known mistakes are met with their own words,
 * programs print what they should, keys are graded right and wrong options wrong. Gives the proofs in the order of the
 * exercises: all of them unless `signal` aborts. Pure but for what the provers do.
 */
export async function proveCourse({ exercises, provers, signal, onDone }: Proving): Promise<ExerciseProof[]> {
  if (provers.length === 0 && exercises.some(needsProver)) throw new TypeError('code, and nowhere to run it');
  const proofs = new Map<Id, ExerciseProof>();
  const late: New<Exercise>[] = [];
  const prove = async (prover: Prover | null, exercise: New<Exercise>, isLast: boolean): Promise<void> => {
    const startedAt = performance.now();
    const { findings, isLate } = await proveExercise(prover, exercise);
    if (signal.aborted) return;
    if (isLate && findings.length > 0 && !isLast) {
      late.push(exercise);
      return;
    }
    const { id, type } = exercise;
    const proof = { id, type, ok: findings.length === 0, findings, ms: Math.round(performance.now() - startedAt) };
    proofs.set(id, proof);
    onDone?.(proof);
  };
  const waiting = exercises.filter(needsProver).values();
  for (const exercise of exercises) if (!needsProver(exercise)) await prove(null, exercise, true);
  await Promise.all(
    provers.map(async (prover) => {
      for (const exercise of waiting) {
        if (signal.aborted) return;
        await prove(prover, exercise, provers.length === 1);
      }
    }),
  );
  // With all cores busy a program may have missed its limit for its neighbours' sake: it gets another try by itself.
  for (const exercise of late) {
    if (signal.aborted) break;
    await prove(provers[0] ?? null, exercise, true);
  }
  return exercises.flatMap(({ id }) => proofs.get(id) ?? []);
}

async function proveExercise(prover: Prover | null, row: New<Exercise>): Promise<Proof> {
  const exercise: Exercise = { ...row, createdAt: 0, updatedAt: 0 };
  const answers = proveAnswers(exercise);
  const run = prover === null ? null : await proveRuns(prover, exercise);
  return run === null ? { findings: answers, isLate: false } : { ...run, findings: [...answers, ...run.findings] };
}

function proveRuns(prover: Prover, exercise: Exercise): Promise<Proof | null> {
  switch (exercise.type) {
    case 'CODE_COMPLETION':
    case 'FIX_BUG':
      return proveCode(prover, exercise);
    case 'PREDICT_OUTPUT':
      return proveOutput(prover, exercise);
    case 'PARSONS':
      return proveOrders(prover, exercise);
    default:
      return Promise.resolve(null);
  }
}
