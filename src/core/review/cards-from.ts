import type { Draft } from '../../../db/models/draft.ts';
import type { Exercise } from '../../../db/models/exercise.ts';
import type { ExerciseAttempt } from '../../../db/models/exercise-attempt.ts';
import { reviewCardId, type EpochMs, type Id, type ReviewSubject } from '../../../db/models/ids.ts';
import type { LearningFact } from '../../../db/models/learning-fact.ts';
import type { Lesson } from '../../../db/models/lesson.ts';
import type { ReviewCard } from '../../../db/models/review-card.ts';
import type { New } from '../../../db/models/row.ts';
import { computeSnapshot } from '../progress/compute-snapshot.ts';
import { isCompleted, isRectified, type AttemptMark } from '../progress/exercise-status.ts';
import { UNASKED } from './unasked.ts';

export interface CardSource {
  readonly userId: Id;
  readonly courseId: Id;
  /** The course's published ones. */
  readonly lessons: readonly LessonForReview[];
  /** The learner's in this course, in any order; so the rest. */
  readonly attempts: readonly (AttemptMark & Pick<ExerciseAttempt, 'mode' | 'solutionRevealed'>)[];
  readonly facts: readonly LearningFact[];
  readonly drafts: readonly Pick<Draft, 'exerciseId' | 'solutionRevealed' | 'updatedAt'>[];
}

export interface LessonForReview extends Pick<Lesson, 'id' | 'objectives'> {
  /** With their variants. */
  readonly exercises: readonly Pick<Exercise, 'id' | 'isRequired' | 'objectives' | 'variantOf'>[];
}

/** Half a day: what was learned in the evening is asked in the morning, wherever the learner is. */
export const OBJECTIVE_REST_MS = 12 * 3_600_000;

/**
 * The cards that a learner should have, as they are made: one for each objective of a completed lesson that some exercise
 * asks for, due half a day after the last work at the lesson; and, due at once, one for each exercise that was missed
 * (wrong before it was right, or wrong and left behind with its lesson) or whose solution was shown. Nothing a learner
 * does later takes a card away.
 */
export function cardsWanted(source: CardSource): readonly New<ReviewCard>[] {
  return source.lessons.flatMap((lesson) => {
    const work = workAt(lesson, source);
    const about = { userId: source.userId, courseId: source.courseId, lessonId: lesson.id };
    return [...objectiveCards(lesson, work, about), ...exerciseCards(lesson, work, about)];
  });
}

/** All that the learner did at one lesson, and what came of it. */
interface Work extends Pick<CardSource, 'attempts' | 'facts' | 'drafts'> {
  readonly isCompleted: boolean;
  readonly lastAt: EpochMs | null;
}
type About = Pick<ReviewCard, 'userId' | 'courseId' | 'lessonId'>;

function objectiveCards({ id: lessonId, objectives, exercises }: LessonForReview, { isCompleted, lastAt }: Work, about: About): New<ReviewCard>[] {
  if (!isCompleted) return [];
  const asked = objectives.filter(({ id }) => exercises.some((exercise) => exercise.objectives.includes(id)));
  return asked.map(({ id: objectiveId }) => ({
    ...unasked(about, { lessonId, objectiveId }, (lastAt ?? 0) + OBJECTIVE_REST_MS),
    objectiveId,
    exerciseId: null,
  }));
}

function exerciseCards({ exercises }: LessonForReview, work: Work, about: About): New<ReviewCard>[] {
  const own = exercises.filter(({ variantOf }) => variantOf === null);
  return own.flatMap(({ id: exerciseId }) => {
    const { attempts, drafts } = ofExercise(work, exerciseId);
    const at = Math.max(...attempts.map(({ createdAt }) => createdAt), ...drafts.map(({ updatedAt }) => updatedAt));
    const isWanted = wasRevealed(attempts, drafts) || wasMissed(exerciseId, work);
    return isWanted ? [{ ...unasked(about, { exerciseId }, at), objectiveId: null, exerciseId }] : [];
  });
}

/** A review has its own way of asking again what went wrong in it: its card comes back. */
const ofExercise = ({ attempts, drafts }: Work, id: Id) => ({
  attempts: attempts.filter(({ exerciseId, mode }) => exerciseId === id && mode !== 'REVIEW'),
  drafts: drafts.filter(({ exerciseId, solutionRevealed }) => exerciseId === id && solutionRevealed),
});

const wasRevealed = (attempts: CardSource['attempts'], drafts: CardSource['drafts']): boolean =>
  drafts.length > 0 || attempts.some(({ solutionRevealed }) => solutionRevealed);

function wasMissed(id: Id, { attempts, facts, isCompleted: isLeftBehind }: Work): boolean {
  const inLesson = attempts.filter(({ exerciseId, mode }) => exerciseId === id && mode === 'LESSON');
  const given = new Set(inLesson.map((attempt) => attempt.id));
  const judged = facts.filter((fact) => fact.kind === 'SELF_ASSESSED' && given.has(fact.attemptId));
  const history = { attempts: inLesson, facts: judged };
  const isWrong = inLesson.some(({ verdict }) => verdict !== 'PASSED' && verdict !== 'UNGRADED') || judged.length > 0;
  return isCompleted(history) ? isRectified(history) : isLeftBehind && isWrong;
}

function workAt({ id, exercises }: LessonForReview, { userId, courseId, attempts, facts, drafts }: CardSource): Work {
  const ids = new Set(exercises.map((exercise) => exercise.id));
  const own = {
    attempts: attempts.filter(({ exerciseId }) => ids.has(exerciseId)),
    facts: facts.filter(({ lessonId }) => lessonId === id),
    drafts: drafts.filter(({ exerciseId }) => ids.has(exerciseId)),
  };
  const outline = { courseId, lessons: [{ id, exercises: exercises.filter(({ variantOf }) => variantOf === null) }] };
  const { completedLessonIds, lastActivityAt } = computeSnapshot({ userId, outline, ...own, currentLessonId: null });
  return { ...own, isCompleted: completedLessonIds.length > 0, lastAt: lastActivityAt };
}

const unasked = (about: About, subject: ReviewSubject, due: EpochMs) => ({
  id: reviewCardId(about.userId, subject),
  ...about,
  ...UNASKED,
  due,
  isSuspended: false,
});
