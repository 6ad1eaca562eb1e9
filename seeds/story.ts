import type { ExerciseAttempt } from '../db/models/exercise-attempt.ts';
import type { EpochMs, Id } from '../db/models/ids.ts';
import type { New } from '../db/models/row.ts';
import type { NewChatMessage } from '../db/repositories/chat-message-repository.ts';
import type { Draft } from '../db/models/draft.ts';
import type { CheckResult } from '../src/core/run-result.ts';

/** One thing a demo person did, and when. Ids are given, so that telling the story twice gives the same rows. */
export type Event = { readonly at: EpochMs } & (
  | { readonly did: 'open'; readonly courseId: Id; readonly lessonId: Id }
  | { readonly did: 'answer'; readonly attempt: Answered; readonly checked: CheckResult | null }
  | { readonly did: 'advance'; readonly courseId: Id; readonly lessonId: Id }
  | { readonly did: 'type'; readonly draft: Omit<New<Draft>, 'userId' | 'id'> }
  | { readonly did: 'write'; readonly message: Omit<NewChatMessage, 'userId'> }
);

/** Verdict, score and results are not told: the grader computes them. */
export type Answered = Pick<
  New<ExerciseAttempt>,
  'id' | 'exerciseId' | 'answer' | 'hintsUsed' | 'activeMs'
>;

/** `2026-11-18 19:30` in UTC. */
export const at = (time: string): EpochMs => Date.parse(`${time.replace(' ', 'T')}:00Z`);

/** What the sandbox brings back for calls that gave these whole numbers, by the id of their test. */
export function checkedCalls(values: { readonly [testId: string]: string }, activeMs: number): CheckResult {
  const runs = Object.entries(values).map(([id, written]) => ({
    id,
    outcome: 'finished' as const,
    value: written.includes('.') ? { kind: 'float' as const, text: written } : { kind: 'integer' as const, digits: written },
    stdout: '',
    error: null,
    said: null,
  }));
  return { outcome: 'finished', runs, error: null, tampering: null, activeMs };
}
