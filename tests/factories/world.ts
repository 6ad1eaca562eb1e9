import type { Course } from '../../db/models/course.ts';
import type { ExerciseType } from '../../db/models/enums.ts';
import type { Exercise } from '../../db/models/exercise.ts';
import type { Lesson } from '../../db/models/lesson.ts';
import type { ProgressSnapshot } from '../../db/models/progress-snapshot.ts';
import type { User } from '../../db/models/user.ts';
import type { Repositories } from '../../db/repositories.ts';
import type { BookmarkRepository } from '../../db/repositories/bookmark-repository.ts';
import type { NoteRepository } from '../../db/repositories/note-repository.ts';
import type { ReviewRepository } from '../../db/repositories/review-repository.ts';
import { computeSnapshot } from '../../src/core/progress/compute-snapshot.ts';
import { outlineOf } from '../../src/core/progress/outline.ts';
import { makeAttempt, rightAnswer, wrongAnswer } from './attempt.ts';
import { makeBookmark } from './bookmark.ts';
import { makeChatContext, makeChatMessage } from './chat-message.ts';
import { makeCourse } from './course.ts';
import { makeDraft } from './draft.ts';
import { makeExercise, makeRubric } from './exercise.ts';
import { makeLessonCompleted, makeSelfAssessment, makeSkip } from './learning-fact.ts';
import { makeLesson } from './lesson.ts';
import { makeNote } from './note.ts';
import { makeExerciseCard, makeObjectiveCard } from './review-card.ts';
import { makeGrade, makeUndo } from './review-log.ts';
import { makeUser } from './user.ts';

export interface World {
  readonly user: User;
  readonly course: Course;
  /** Four that are published, then one that is not. */
  readonly lessons: readonly [Lesson, Lesson, Lesson, Lesson, Lesson];
  /** By lesson, in order: four in each, every type among them. */
  readonly exercises: readonly (readonly [Exercise, Exercise, Exercise, Exercise])[];
  readonly snapshot: ProgressSnapshot;
}

/**
 * A learner half way through a course: the first lesson done (one exercise right at the second try) and gone past,
 * of the second the first exercise right, the second skipped, the third judged by the learner themself, and the
 * fourth half typed.
 * There is a question in the chat, a card for review that was graded and undone, one that sleeps, a note and two
 * bookmarks. The snapshot says so, by the same rules as the app's.
 */
export async function buildWorld(repositories: Repositories, own: Parameters<typeof makeUser>[0] = {}): Promise<World> {
  const lazy = { reviews: await repositories.reviews(), notes: await repositories.notes(), bookmarks: await repositories.bookmarks() };
  return repositories.transact('all', async () => {
    const user = await repositories.users.create(makeUser(own));
    const content = await buildCourse(repositories);
    await learn(repositories, user, content);
    await keep(lazy, user, content);
    const snapshot = await takeSnapshot(repositories, user, content);
    return { user, ...content, snapshot };
  });
}

type Content = Pick<World, 'course' | 'lessons' | 'exercises'>;

type Four = readonly [ExerciseType, ExerciseType, ExerciseType, ExerciseType];
/** What the learner meets; a free answer is judged by themself. */
const FIRST_TYPES: Four = ['MULTIPLE_CHOICE', 'TRUE_FALSE', 'FREE_FORM', 'CODE_COMPLETION'];
const TYPES: readonly Four[] = [
  FIRST_TYPES,
  FIRST_TYPES,
  ['MULTI_SELECT', 'SHORT_TEXT', 'NUMERIC', 'PREDICT_OUTPUT'],
  ['PARSONS', 'FILL_BLANKS', 'MATCHING', 'ORDERING'],
  ['FIX_BUG', 'TRUE_FALSE', 'FREE_FORM', 'CODE_COMPLETION'],
];

/** A course that nobody has begun. */
export async function buildCourse(repositories: Repositories): Promise<Content> {
  const course = await repositories.courses.create(makeCourse());
  const lesson = (isPublished: boolean) => repositories.lessons.create(makeLesson({ courseId: course.id, isPublished }));
  const lessons = [await lesson(true), await lesson(true), await lesson(true), await lesson(true), await lesson(false)] as const;
  const exercises = [];
  for (const [place, { id: lessonId }] of lessons.entries()) {
    const make = (type: ExerciseType) =>
      repositories.exercises.create(type === 'FREE_FORM' ? makeRubric({ lessonId }) : makeExercise(type, { lessonId }));
    const [first, second, third, fourth] = TYPES[place] ?? FIRST_TYPES;
    exercises.push([await make(first), await make(second), await make(third), await make(fourth)] as const);
  }
  return { course, lessons, exercises };
}

async function learn(repositories: Repositories, user: User, { course, lessons, exercises }: Content): Promise<void> {
  const about = (lesson: Lesson) => ({ userId: user.id, courseId: course.id, lessonId: lesson.id });
  const attempt = (exercise: Exercise, verdict: 'PASSED' | 'FAILED' | 'UNGRADED') => {
    const answer = verdict === 'FAILED' ? wrongAnswer(exercise) : rightAnswer(exercise);
    return repositories.attempts.create(makeAttempt({ userId: user.id, exerciseId: exercise.id, answer, verdict }));
  };
  const judge = async (lesson: Lesson, exercise: Exercise) => {
    const { id: attemptId, createdAt: at } = await attempt(exercise, 'UNGRADED');
    const fact = { ...about(lesson), exerciseId: exercise.id, attemptId, at };
    await repositories.facts.record(makeSelfAssessment(fact));
  };

  const [first, second] = exercises;
  if (first === undefined || second === undefined) throw new Error('A course of at least two lessons is needed');
  await attempt(first[0], 'PASSED');
  await attempt(first[1], 'FAILED');
  await attempt(first[1], 'PASSED');
  await judge(lessons[0], first[2]);
  await attempt(first[3], 'PASSED');
  await repositories.facts.record(makeLessonCompleted(about(lessons[0])));

  await attempt(second[0], 'PASSED');
  await repositories.facts.record(makeSkip({ ...about(lessons[1]), exerciseId: second[1].id }));
  await judge(lessons[1], second[2]);
  const files = { 'main.py': 'def double(n):\n    return n' };
  const cursor = { file: 'main.py', anchor: 26, head: 26 };
  const answer = { type: 'CODE_COMPLETION', files } as const;
  await repositories.drafts.save(makeDraft({ userId: user.id, exerciseId: second[3].id, answer, cursor, hintsShown: 1 }));
  const context = makeChatContext({ courseId: course.id, lessonId: lessons[1].id, exerciseId: second[3].id });
  const beside = { lessonId: lessons[1].id, exerciseId: second[3].id, context };
  await repositories.chat.create(makeChatMessage({ userId: user.id, ...beside }));
}

interface Lazy {
  readonly reviews: ReviewRepository;
  readonly notes: NoteRepository;
  readonly bookmarks: BookmarkRepository;
}

async function keep({ reviews, notes, bookmarks }: Lazy, { id: userId }: User, { course, lessons, exercises }: Content): Promise<void> {
  const about = { userId, courseId: course.id, lessonId: lessons[0].id };
  const exerciseId = exercises[0]?.[1].id ?? '';
  const card = await reviews.save(makeExerciseCard({ ...about, exerciseId }));
  await reviews.save(makeObjectiveCard({ ...about, objectiveId: 'o1', isSuspended: true }));
  const graded = makeGrade(card);
  await reviews.record(graded);
  await reviews.record(makeUndo(graded));
  await notes.create(makeNote({ ...about, quote: 'a passage' }));
  await bookmarks.set(makeBookmark(about));
  await bookmarks.set(makeBookmark({ ...about, exerciseId }));
}

async function takeSnapshot(repositories: Repositories, user: User, content: Content): Promise<ProgressSnapshot> {
  const { course, lessons, exercises } = content;
  const all = exercises.flat();
  return repositories.progress.createOrUpdate(
    computeSnapshot({
      userId: user.id,
      outline: outlineOf(course.id, lessons, all),
      attempts: await repositories.attempts.getByExercises(user.id, all.map((exercise) => exercise.id)),
      facts: await repositories.facts.getByCourse(user.id, course.id),
      currentLessonId: lessons[1].id,
    }),
  );
}
