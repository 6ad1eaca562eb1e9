import type { Exercise } from '../../../db/models/exercise.ts';
import type { EpochMs, Id } from '../../../db/models/ids.ts';
import type { ReviewCard } from '../../../db/models/review-card.ts';
import { byOrder } from '../progress/outline.ts';

/** What the choice needs of an exercise. */
export type Askable = Pick<Exercise, 'id' | 'objectives' | 'variantOf' | 'order' | 'answerKey'>;

/**
 * What a card asks: one that the app can grade, where there is one; not the one asked last, where there is another; a
 * variant sooner than an exercise of the lesson; and of those, the one that was not asked for the longest time. Null
 * where the course no longer has anything that asks for it.
 * @param exercises of the card's lesson, with their variants, in any order
 * @param lastAsked exercise id → when the learner last answered it, in whatever mode; absent: never
 */
export function pickExercise<E extends Askable>(
  card: Pick<ReviewCard, 'objectiveId' | 'exerciseId'>,
  exercises: readonly E[],
  lastAsked: ReadonlyMap<Id, EpochMs>,
): E | null {
  const fitting = exercises.filter((exercise) => asksFor(card, exercise, exercises));
  const graded = fitting.filter((exercise) => !isJudgedByLearner(exercise));
  const askedAt = ({ id }: E): EpochMs => lastAsked.get(id) ?? -Infinity;
  const choice = (graded.length > 0 ? graded : fitting).sort((a, b) => compare(askedAt(a), askedAt(b)) || byOrder(a, b));
  const rested = choice.length > 1 && lastAsked.has(choice.at(-1)?.id ?? '') ? choice.slice(0, -1) : choice;
  return rested.find(({ variantOf }) => variantOf !== null) ?? rested[0] ?? null;
}

/** The exercise itself where it is one of its lesson, else the one that it is a variant of: asking both is asking twice. */
export const siblingKey = ({ id, variantOf }: Pick<Askable, 'id' | 'variantOf'>): Id => variantOf ?? id;

/** A variant whose author names no objectives asks for those of its exercise. */
function asksFor({ objectiveId, exerciseId }: Pick<ReviewCard, 'objectiveId' | 'exerciseId'>, exercise: Askable, all: readonly Askable[]): boolean {
  if (objectiveId === null) return siblingKey(exercise) === exerciseId;
  const named = exercise.objectives.length > 0 ? exercise : all.find(({ id }) => id === exercise.variantOf);
  return named?.objectives.includes(objectiveId) === true;
}

const isJudgedByLearner = ({ answerKey }: Askable): boolean => 'kind' in answerKey && answerKey.kind === 'rubric';

/** Of two that were never asked, neither comes first: infinities cannot be subtracted. */
const compare = (a: EpochMs, b: EpochMs): number => (a === b ? 0 : a - b);
