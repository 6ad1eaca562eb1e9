import type { ExerciseAttempt } from '../../../db/models/exercise-attempt.ts';
import type { Id, LocalDay } from '../../../db/models/ids.ts';
import type { LearningFact } from '../../../db/models/learning-fact.ts';
import { groupBy } from '../group-by.ts';
import { exerciseStatus, type AttemptMark } from '../progress/exercise-status.ts';

/** An exercise that has beaten the learner so far. */
export interface Stuck {
  readonly lessonId: Id;
  readonly exerciseId: Id;
  /** Wrong answers given to it. */
  readonly tries: number;
  /** Of the last of them. */
  readonly lastDay: LocalDay;
}

/** Fewer are an exercise being worked at. */
const TRIES = 3;

/**
 * The exercise tried last of those answered wrong three times or more, in the lesson or in a replay, that were neither
 * solved nor skipped since; null where there is none.
 * @param lessonOf null: the exercise is no longer in the course, or a variant
 */
export function stuckAt(
  attempts: readonly (AttemptMark & Pick<ExerciseAttempt, 'mode' | 'day'>)[],
  facts: readonly LearningFact[],
  lessonOf: (exerciseId: Id) => Id | null,
): Stuck | null {
  const factsBy = groupBy(facts, ({ exerciseId }) => exerciseId);
  const all = [...groupBy(attempts, ({ exerciseId }) => exerciseId)].flatMap(([exerciseId, own]) => {
    const wrong = own.filter(({ verdict, mode }) => mode !== 'REVIEW' && verdict !== 'PASSED' && verdict !== 'UNGRADED');
    const last = wrong.sort(byTime).at(-1);
    const lessonId = lessonOf(exerciseId);
    const isOpen = exerciseStatus({ attempts: own, facts: factsBy.get(exerciseId) ?? [] }, false) === 'IN_PROGRESS';
    return last !== undefined && lessonId !== null && isOpen && wrong.length >= TRIES ? [{ lessonId, exerciseId, tries: wrong.length, last }] : [];
  });
  const latest = all.sort((a, b) => byTime(a.last, b.last)).at(-1);
  return latest === undefined ? null : { lessonId: latest.lessonId, exerciseId: latest.exerciseId, tries: latest.tries, lastDay: latest.last.day };
}

const byTime = (a: AttemptMark, b: AttemptMark): number => a.createdAt - b.createdAt || (a.id < b.id ? -1 : Number(a.id > b.id));
