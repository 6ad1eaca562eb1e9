import type { Course } from '../../../db/models/course.ts';
import type { Exercise } from '../../../db/models/exercise.ts';
import type { ExerciseAttempt } from '../../../db/models/exercise-attempt.ts';
import type { Id } from '../../../db/models/ids.ts';
import type { Lesson } from '../../../db/models/lesson.ts';
import type { ReviewCard } from '../../../db/models/review-card.ts';
import { groupBy } from '../../core/group-by.ts';
import { pickExercise, siblingKey } from '../../core/review/pick-exercise.ts';
import { buildSession, introducedOn, SESSION_CARDS, usualMs, type Asking, type Session } from '../../core/review/session.ts';
import type { ReviewSettings } from '../../core/review/settings.ts';
import type { Environment } from '../environment.ts';
import { courseSettings } from './course-settings.ts';
import { askedSince } from './review-drafts.ts';
import type { ReviewItem, ReviewReason } from './review-service.ts';

/** Cards with all that they ask and stand in. A card whose course no longer asks for it is among the cards alone. */
export interface Reading {
  readonly userId: Id;
  readonly askings: readonly (Asking & { readonly exercise: Exercise })[];
  readonly courses: ReadonlyMap<Id, Course>;
  readonly lessons: ReadonlyMap<Id, Lesson>;
  readonly settings: ReadonlyMap<Id, ReviewSettings>;
  /** The learner's, at the exercises of these cards. */
  readonly attempts: ReadonlyMap<Id, readonly ExerciseAttempt[]>;
}

export async function readDue(environment: Environment, userId: Id): Promise<Reading> {
  const reviews = await environment.strict.reviews();
  return readContent(environment, userId, await reviews.getDue(userId, environment.now()));
}

/** What is asked in one sitting, from what is due. */
export async function askingsDue(environment: Environment, reading: Reading, atMost = SESSION_CARDS): Promise<Session> {
  const { now } = environment;
  const { userId, askings, settings } = reading;
  const most = Math.max(0, ...[...settings.values()].map(({ newPerDay }) => newPerDay));
  return buildSession({
    askings,
    now: now(),
    settings: { newPerDay: most },
    introduced: await introducedToday(environment, userId, ({ newPerDay }) => most - newPerDay, settings),
    usualMs: await readUsualMs(environment, userId),
    atMost,
  });
}

/** Each course allows its own number of new cards; the session knows one, so the difference counts as brought already. */
async function introducedToday(
  { strict, now, today }: Environment,
  userId: Id,
  headStart: (settings: ReviewSettings) => number,
  settings: ReadonlyMap<Id, ReviewSettings>,
): Promise<ReadonlyMap<Id, number>> {
  const reviews = await strict.reviews();
  const logs = await reviews.getLogsSince(userId, now() - TWO_DAYS);
  const cards = await reviews.getMany([...new Set(logs.map(({ cardId }) => cardId))]);
  const introduced = introducedOn(today(now()), logs, cards, today);
  return new Map([...settings].map(([courseId, own]) => [courseId, (introduced.get(courseId) ?? 0) + headStart(own)]));
}

/** No local day began longer ago, whatever the clocks did. */
const TWO_DAYS = 2 * 86_400_000;
/** So many of the learner's latest answers tell how long a review takes them. */
const LATEST = 200;

async function readUsualMs({ strict }: Environment, userId: Id): Promise<number> {
  const latest = await strict.attempts.getRecent(userId, LATEST);
  return usualMs(latest.filter(({ mode }) => mode === 'REVIEW').map(({ activeMs }) => activeMs));
}

export async function readContent({ strict }: Environment, userId: Id, cards: readonly ReviewCard[]): Promise<Reading> {
  const courses = new Map<Id, Course>();
  const lessons = new Map<Id, Lesson>();
  const settings = new Map<Id, ReviewSettings>();
  for (const courseId of new Set(cards.map((card) => card.courseId))) {
    const course = await strict.courses.getById(courseId);
    if (course?.isPublished !== true) continue;
    courses.set(courseId, course);
    settings.set(courseId, await courseSettings(strict, userId, courseId));
    for (const lesson of await strict.lessons.getByCourse(courseId, { publishedOnly: true })) lessons.set(lesson.id, lesson);
  }
  // An update of its course may have moved an exercise to another lesson than its card's.
  const own = await strict.exercises.getMany(cards.flatMap(({ exerciseId }) => exerciseId ?? []));
  const lessonIds = new Set([...cards, ...own].map(({ lessonId }) => lessonId));
  const outlines = await strict.exercises.getOutlines([...lessonIds].filter((id) => lessons.has(id)), { includeVariants: true });
  const exercises = await strict.exercises.getMany(outlines.map(({ id }) => id));
  const given = await strict.attempts.getByExercises(userId, exercises.map(({ id }) => id));
  const attempts = groupBy(given, ({ exerciseId }) => exerciseId);
  const lastAsked = new Map([...attempts].map(([id, tries]) => [id, Math.max(...tries.map(({ createdAt }) => createdAt))]));
  const ofLesson = groupBy(exercises, ({ lessonId }) => lessonId);
  const ownLesson = new Map(own.map(({ id, lessonId }) => [id, lessonId]));
  const askings = cards.flatMap((card) => {
    const lessonId = card.exerciseId === null ? card.lessonId : (ownLesson.get(card.exerciseId) ?? card.lessonId);
    const exercise = pickExercise(card, ofLesson.get(lessonId) ?? [], lastAsked);
    return exercise === null ? [] : [{ card, exercise, sibling: siblingKey(exercise) }];
  });
  return { userId, askings, courses, lessons, settings, attempts };
}

/** The askings as a screen shows them; they must be of this reading. */
export async function toItems(environment: Environment, reading: Reading, askings: readonly Asking[]): Promise<readonly ReviewItem[]> {
  const { userId, courses, lessons, settings } = reading;
  const exerciseOf = new Map(reading.askings.map(({ card, exercise }) => [card.id, exercise]));
  const pace = await readUsualMs(environment, userId);
  const since = await askedSince(environment.strict, userId);
  const at = environment.now();
  return askings.flatMap(({ card }) => {
    const exercise = exerciseOf.get(card.id);
    const course = courses.get(card.courseId);
    const lesson = lessons.get(exercise?.lessonId ?? card.lessonId);
    const own = settings.get(card.courseId);
    if (exercise === undefined || course === undefined || lesson === undefined || own === undefined) return [];
    const reason = reasonOf(card, lesson, reading);
    return [{ card, exercise, course, lesson, reason, settings: own, usualMs: pace, askedAt: since.get(exercise.id) ?? at }];
  });
}

function reasonOf({ objectiveId, exerciseId, createdAt }: ReviewCard, { objectives }: Lesson, { attempts }: Reading): ReviewReason {
  if (objectiveId !== null) return { kind: 'OBJECTIVE', text: objectives.find(({ id }) => id === objectiveId)?.text ?? '' };
  const before = (attempts.get(exerciseId) ?? []).filter((attempt) => attempt.createdAt <= createdAt);
  return { kind: before.some(isRevealed) || !before.some(isWrong) ? 'REVEALED' : 'MISSED' };
}

const isRevealed = ({ solutionRevealed }: ExerciseAttempt): boolean => solutionRevealed;
const isWrong = ({ verdict }: ExerciseAttempt): boolean => verdict !== 'PASSED';
