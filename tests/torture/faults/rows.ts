import { uuidV7 } from '../../../src/core/uuid-v7.ts';
import type { ChatMessage } from '../../../db/models/chat-message.ts';
import type { Course } from '../../../db/models/course.ts';
import type { Draft } from '../../../db/models/draft.ts';
import type { Exercise } from '../../../db/models/exercise.ts';
import { draftId, reviewCardId, snapshotId, type Id } from '../../../db/models/ids.ts';
import type { LearningFact } from '../../../db/models/learning-fact.ts';
import type { Lesson } from '../../../db/models/lesson.ts';
import type { Note } from '../../../db/models/note.ts';
import type { ProgressSnapshot } from '../../../db/models/progress-snapshot.ts';
import type { ReviewCard } from '../../../db/models/review-card.ts';
import type { ReviewLog } from '../../../db/models/review-log.ts';
import type { New } from '../../../db/models/row.ts';
import type { CourseDoc } from '../../../src/packs/course-doc.ts';
import type { CourseBundle } from '../../../src/packs/course-bundle.ts';

/** Rows for tortures, which run outside of the tests' own runner: the factories are not for them. */

export const course = (id: Id): New<Course> => ({
  ...{ id, title: id, slug: id, description: '', difficulty: 'BEGINNER', language: 'en', programmingLanguage: null },
  ...{ order: 1, isPublished: true },
});

export const lesson = (courseId: Id, id: Id, order: number): New<Lesson> => ({
  ...{ id, courseId, title: id, content: 'Text.', order, estimatedMinutes: 10, objectives: [], isPublished: true },
});

const asked = { difficulty: 'BEGINNER', prompt: 'Is it so?', explanation: '', hints: [], points: 1, isRequired: true, rev: 1, objectives: [], variantOf: null } as const;

/** The answer is always true. */
export const question = (lessonId: Id, id: Id, order: number): New<Extract<Exercise, { type: 'TRUE_FALSE' }>> => ({
  ...{ ...asked, id, lessonId, order, type: 'TRUE_FALSE', answerKey: { value: true }, starter: null, tests: null },
  options: ['true', 'false'].map((option) => ({ id: option, text: option, why: '' })),
});

export const rubric = (lessonId: Id, id: Id, order: number): New<Extract<Exercise, { type: 'FREE_FORM' }>> => ({
  ...{ ...asked, id, lessonId, order, type: 'FREE_FORM', options: null, mistakes: [], starter: null, tests: null },
  answerKey: { kind: 'rubric', criteria: ['It says why', 'It is short'], sample: 'Because.' },
});

/** Passed by whatever gives back nothing, as the runner of tests does. */
export const code = (lessonId: Id, id: Id, order: number): New<Extract<Exercise, { type: 'CODE_COMPLETION' }>> => ({
  ...{ ...asked, id, lessonId, order, type: 'CODE_COMPLETION', language: 'python', options: null, mistakes: [] },
  ...{ answerKey: { files: CODE_FILES }, starter: { files: CODE_FILES, entry: 'main.py' }, constructs: { required: [], forbidden: [] } },
  tests: [{ id: 't', name: 'nothing', isVisible: true, kind: 'call', call: 'f()', expect: 'None' }],
});
export const CODE_FILES = { 'main.py': 'def f(): pass' };

/** Lesson → its questions. */
export const bundle = (id: Id, lessons: Readonly<Record<string, readonly string[]>>, version = '1.0.0'): CourseBundle => ({
  ...{ packId: id, version, course: course(id) },
  lessons: Object.keys(lessons).map((name, place) => lesson(id, name, place + 1)),
  exercises: Object.entries(lessons).flatMap(([name, ids]) => ids.map((one, place) => question(name, one, place + 1))),
});

/** A course of one lesson with a picture, as the file that a learner gets. */
export async function teaPack(version: string): Promise<Blob> {
  const { buildPack } = await import('../../../src/packs/pack/build-pack.ts');
  const doc: CourseDoc = {
    course: {
      ...{ format: 1, id: 'tea', version, title: 'Tea', description: 'Tea.', languages: ['en'], level: 'BEGINNER', programmingLanguage: null },
      ...{ order: 0, licence: { text: 'CC-BY-4.0', code: 'MIT' }, authors: ['Ada'], lessons: ['010-tea'] },
    },
    lessons: [
      {
        folder: '010-tea',
        head: { id: 'first', title: 'First', objectives: ['Pour'], minutes: 1 },
        content: `Tea, ${version}: ![a cup](cup.svg)`,
        exercises: [
          {
            ...{ id: 'wet', type: 'TRUE_FALSE', prompt: 'Is it wet?', hints: ['Touch it.'], rev: 1, points: 1, required: true },
            ...{ answer: true, why: { true: 'Yes.', false: 'No.' }, source: undefined },
          },
        ],
      },
    ],
  };
  const { bytes } = await buildPack(doc, { 'lessons/010-tea/cup.svg': new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>') });
  return new Blob([bytes]);
}

export const message = (userId: Id, lessonId: Id, exerciseId: Id): New<ChatMessage> => ({
  ...{ id: uuidV7(), userId, threadId: 'thread', lessonId, exerciseId, role: 'LEARNER', content: 'Why?', source: 'LEARNER' },
  ...{ status: 'OPEN', citations: [], context: null },
});

export const skip = (userId: Id, courseId: Id, lessonId: Id, exerciseId: Id): LearningFact => ({
  ...{ id: uuidV7(), kind: 'EXERCISE_SKIPPED', userId, courseId, lessonId, exerciseId, at: Date.UTC(2026, 10, 22, 10) },
});

export const draft = (userId: Id, exerciseId: Id): New<Draft> => ({
  ...{ id: draftId(userId, exerciseId), userId, exerciseId, answer: { type: 'TRUE_FALSE', value: null }, cursor: null },
  ...{ hintsShown: 0, solutionRevealed: false, writerId: 'this tab' },
});

export const snapshot = (userId: Id, courseId: Id): New<ProgressSnapshot> => ({
  ...{ id: snapshotId(userId, courseId), userId, courseId, currentLessonId: null, completedLessonIds: [] },
  ...{ completedExerciseIds: [], rectifiedExerciseIds: [], totals: { lessons: 0, exercises: 0 } },
  ...{ completionPercentage: 0, lastActivityAt: null },
});

export const card = (userId: Id, courseId: Id, lessonId: Id, exerciseId: Id): New<ReviewCard> => ({
  ...{ id: reviewCardId(userId, { exerciseId }), userId, courseId, lessonId, objectiveId: null, exerciseId, phase: 'NEW' },
  ...{ due: Date.UTC(2026, 10, 22, 9), stability: 0, difficulty: 0, scheduledDays: 0, learningSteps: 0, reps: 0, lapses: 0 },
  ...{ lastReviewAt: null, isSuspended: false },
});

export const graded = ({ id: cardId, userId, courseId }: ReviewCard): ReviewLog => ({
  ...{ id: uuidV7(), kind: 'GRADED', userId, courseId, cardId, attemptId: null, grade: 3, at: Date.UTC(2026, 10, 22, 10) },
});

export const note = (userId: Id, courseId: Id, lessonId: Id): New<Note> => ({
  ...{ id: uuidV7(), userId, courseId, lessonId, body: 'Look here again.', quote: null },
});
