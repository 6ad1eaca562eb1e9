import type { Exercise } from '../../../db/models/exercise.ts';
import { isCodeExercise } from './code-exercise.ts';
import { isRight, type Judgement, type Outcome } from './outcome.ts';

/** What the learner's device is doing for them just now. */
export type Phase = 'idle' | 'checking' | 'running';

/** The one button, always in the same place: what it does next. */
export type PrimaryAction = 'check' | 'judge' | 'next' | 'stop' | 'wait';

export interface Standing {
  readonly exercise: Exercise;
  readonly phase: Phase;
  readonly outcome: Outcome | null;
  readonly judgement: Judgement;
  /** The answer has changed since it was checked. */
  readonly isStale: boolean;
}

export function primaryAction({ exercise, phase, outcome, judgement, isStale }: Standing): PrimaryAction {
  if (phase !== 'idle') return phase === 'running' || isCodeExercise(exercise) ? 'stop' : 'wait';
  if (outcome === null || isStale) return 'check';
  if (isRight(exercise, outcome, judgement)) return 'next';
  return outcome.verdict === 'UNGRADED' && judgement === null ? 'judge' : 'check';
}
