import type { Id } from '../../../db/models/ids.ts';
import type { ReviewCard } from '../../../db/models/review-card.ts';
import { groupBy } from '../../core/group-by.ts';
import { forecast } from '../../core/review/forecast.ts';
import { isLeech } from '../../core/review/grading-help.ts';
import type { Asking } from '../../core/review/session.ts';
import type { Environment } from '../environment.ts';
import { courseSettings } from './course-settings.ts';
import { askingsDue, readDue } from './read-askings.ts';
import type { CourseReviews, Leech, ReviewOverview } from './review-service.ts';

const FORECAST_DAYS = 7;

/** How the learner's cards stand, course by course and day by day. */
export async function readOverview(environment: Environment, userId: Id): Promise<ReviewOverview> {
  const { strict, now, today } = environment;
  const at = now();
  const reviews = await strict.reviews();
  const cards = await reviews.getByUser(userId);
  // All that is due, beyond one sitting.
  const { askings: asked, minutes } = await askingsDue(environment, await readDue(environment, userId), Infinity);
  const fresh = asked.filter(({ card }) => card.phase === 'NEW').length;
  const waiting = cards.filter(({ due, isSuspended }) => !isSuspended && due > at);
  return {
    count: asked.length,
    minutes,
    courses: await readCourses(environment, userId, cards, asked),
    // How many new ones a later day brings is not known; of today it is.
    days: forecast(cards, at, FORECAST_DAYS, today).map((one, i) => (i === 0 ? { ...one, count: one.count + fresh } : one)),
    leeches: await readLeeches(environment, cards),
    nextAt: waiting.length === 0 ? null : Math.min(...waiting.map(({ due }) => due)),
    today: today(at),
  };
}

async function readCourses({ strict }: Environment, userId: Id, cards: readonly ReviewCard[], asked: readonly Asking[]): Promise<CourseReviews[]> {
  const dueIn = groupBy(asked, ({ card }) => card.courseId);
  const rows: CourseReviews[] = [];
  for (const [courseId, own] of groupBy(cards, (card) => card.courseId)) {
    const course = await strict.courses.getById(courseId);
    if (course?.isPublished !== true) continue;
    const due = dueIn.get(courseId) ?? [];
    const fresh = due.filter(({ card }) => card.phase === 'NEW').length;
    rows.push({ course, due: due.length, fresh, cards: own.length, settings: await courseSettings(strict, userId, courseId) });
  }
  return rows.sort((a, b) => b.due - a.due || b.cards - a.cards);
}

async function readLeeches({ strict }: Environment, cards: readonly ReviewCard[]): Promise<Leech[]> {
  const found: Leech[] = [];
  for (const card of cards.filter(isLeech)) {
    const lesson = await strict.lessons.getById(card.lessonId);
    if (lesson?.isPublished !== true) continue;
    const objective = lesson.objectives.find(({ id }) => id === card.objectiveId)?.text ?? null;
    found.push({ card, lesson, objective });
  }
  return found;
}
