import type { AnyDump, AnyRow } from '../../../db/versions/version.ts';
import { oldAttempt, oldCourse, oldExercise, oldLesson, oldSnapshot, oldUser } from './old-dumps.ts';

/** Rows as version 2 had them, spelled out: the models have moved on. */

export const choice2 = (id: string, lessonId: string, order: number): AnyRow => ({
  ...oldExercise(id, lessonId, order),
  type: 'MULTIPLE_CHOICE',
  options: ['a', 'b'].map((option) => ({ id: option, text: option, why: '' })),
  answerKey: { optionId: 'a' },
  isRequired: true,
});

export const code2 = (id: string, lessonId: string, order: number): AnyRow => ({
  ...oldExercise(id, lessonId, order),
  type: 'CODE_COMPLETION',
  language: 'python',
  answerKey: { files: { 'main.py': 'x = 1' } },
  starter: { files: { 'main.py': '' }, entry: 'main.py' },
  tests: [
    { id: 't1', name: 'one', isVisible: true, kind: 'call', call: 'x', expect: '1' },
    { id: 't2', name: 'two', isVisible: false, kind: 'output', stdin: '', stdout: '' },
  ],
  mistakes: [{ answer: 'x = 2', say: 'One less.' }],
  isRequired: true,
});

export const draft2 = (userId: string, exerciseId: string): AnyRow => ({
  id: `${userId}/${exerciseId}`,
  userId,
  exerciseId,
  answer: { type: 'CODE_COMPLETION', files: { 'main.py': 'x' } },
  cursor: null,
  hintsShown: 1,
  solutionRevealed: false,
  writerId: 'tab',
  updatedAt: 1_700_000_000_000,
});

const about = { userId: 'u', courseId: 'c', at: 1_700_000_000_004 };

/** One lesson done by its exercises and one gone past, with a draft, facts and a message. */
export const ROWS_OF_2: AnyDump = {
  users: [oldUser('u')],
  courses: [{ ...oldCourse('c'), programmingLanguage: 'python' }],
  lessons: [oldLesson('l1', 'c', 1), oldLesson('l2', 'c', 2)],
  exercises: [choice2('e1', 'l1', 1), code2('e2', 'l1', 2), code2('e3', 'l2', 1)],
  exerciseAttempts: [
    { ...oldAttempt('a1', 'u', 'e1', 'PASSED', 1), answer: { type: 'MULTIPLE_CHOICE', optionId: 'a' } },
    { ...oldAttempt('a2', 'u', 'e2', 'FAILED', 2), answer: { type: 'CODE_COMPLETION', files: { 'main.py': '' } } },
    { ...oldAttempt('a3', 'u', 'e2', 'PASSED', 3), answer: { type: 'CODE_COMPLETION', files: { 'main.py': 'x = 1' } } },
  ],
  progressSnapshots: [
    oldSnapshot('u', 'c', {
      currentLessonId: 'l2',
      completedLessonIds: ['l1', 'l2'],
      completedExerciseIds: ['e1', 'e2'],
      rectifiedExerciseIds: ['e2'],
      totals: { lessons: 2, exercises: 3 },
      completionPercentage: 100,
      lastActivityAt: about.at,
    }),
  ],
  chatMessages: [],
  learningFacts: [
    { ...about, id: 'u/l2/LESSON_COMPLETED', kind: 'LESSON_COMPLETED', lessonId: 'l2', exerciseId: null },
    { ...about, id: 'skip', kind: 'EXERCISE_SKIPPED', lessonId: 'l2', exerciseId: 'e3' },
  ],
  drafts: [draft2('u', 'e3')],
  settings: [{ id: 'u/theme', userId: 'u', key: 'theme', value: 'sepia', updatedAt: 1 }],
  tombstones: [],
};

/** What version 2 holds in the store beside a row's own fields. */
export const hidden2: Readonly<Record<string, AnyRow>> = {
  users: { emailKey: 'u@example.org', isLive: 1 },
  courses: { isLive: 1 },
  lessons: { isLive: 1 },
};
