import fc from 'fast-check';
import type { AnyDump, AnyRow } from '../../../db/versions/version.ts';

/** Rows as version 1 had them, spelled out: the models have moved on. */
const T0 = 1_700_000_000_000;
const times = { createdAt: T0, updatedAt: T0 };

export const oldUser = (id: string): AnyRow => ({
  id,
  ...times,
  deletedAt: null,
  email: `${id}@Example.org`,
  username: id,
  displayName: id,
  passwordHash: null,
  isActive: true,
  preferences: {},
});

export const oldCourse = (id: string): AnyRow => ({
  id,
  ...times,
  deletedAt: null,
  title: id,
  slug: id,
  description: '',
  difficulty: 'BEGINNER',
  language: 'en',
  programmingLanguage: null,
  order: 1,
  isPublished: true,
});

export const oldLesson = (id: string, courseId: string, order: number): AnyRow => ({
  id,
  ...times,
  deletedAt: null,
  courseId,
  title: id,
  content: '',
  order,
  estimatedMinutes: 5,
  isPublished: true,
});

/** Judged by the learner; version 1 knew neither `isRequired` nor `mistakes`. */
export const oldExercise = (id: string, lessonId: string, order: number): AnyRow => ({
  id,
  ...times,
  lessonId,
  type: 'FREE_FORM',
  difficulty: 'BEGINNER',
  prompt: id,
  options: null,
  answerKey: { kind: 'rubric', criteria: ['It says why'], sample: 'Because.' },
  explanation: '',
  hints: [],
  starter: null,
  tests: null,
  points: 1,
  order,
  rev: 1,
});

export const oldAttempt = (id: string, userId: string, exerciseId: string, verdict: string, at: number): AnyRow => ({
  id,
  userId,
  exerciseId,
  answer: { type: 'FREE_FORM', text: 'x' },
  verdict,
  score: verdict === 'PASSED' ? 1 : 0,
  testResults: [],
  hintsUsed: 0,
  solutionRevealed: false,
  activeMs: 10,
  mode: 'LESSON',
  exerciseRev: 1,
  createdAt: T0 + at,
});

export const oldSnapshot = (userId: string, courseId: string, own: AnyRow): AnyRow => ({
  id: `${userId}/${courseId}`,
  ...times,
  userId,
  courseId,
  currentLessonId: null,
  completedLessonIds: [],
  completedExerciseIds: [],
  totals: { lessons: 2, exercises: 4 },
  completionPercentage: 0,
  lastActivityAt: null,
  ...own,
});

const LESSONS = ['l1', 'l2'];
const EXERCISES = ['e1', 'e2', 'e3', 'e4'];
const verdicts = fc.constantFrom('PASSED', 'FAILED', 'ERRORED', 'UNGRADED');
const tries = fc.array(fc.tuple(fc.constantFrom(...EXERCISES), verdicts, fc.nat(5)), { maxLength: 8 });
const learner = fc.record({
  tries,
  lessons: fc.subarray(LESSONS),
  exercises: fc.subarray(EXERCISES),
  lastActivityAt: fc.option(fc.constant(T0 + 9)),
});

/** Two learners in one course of two lessons, with any history that version 1 could hold, true or not. */
export const oldDump: fc.Arbitrary<AnyDump> = fc.tuple(learner, learner).map((learners) => ({
  users: ['u1', 'u2'].map(oldUser),
  courses: [oldCourse('c1')],
  lessons: LESSONS.map((id, i) => oldLesson(id, 'c1', i)),
  exercises: EXERCISES.map((id, i) => oldExercise(id, i < 2 ? 'l1' : 'l2', i)),
  exerciseAttempts: learners.flatMap((one, u) =>
    one.tries.map(([exercise, verdict, at], i) => oldAttempt(`a${u}${i}`, `u${u + 1}`, exercise, verdict, at)),
  ),
  progressSnapshots: learners.map((one, u) =>
    oldSnapshot(`u${u + 1}`, 'c1', {
      completedLessonIds: one.lessons,
      completedExerciseIds: one.exercises,
      lastActivityAt: one.lastActivityAt,
    }),
  ),
  chatMessages: [],
}));
