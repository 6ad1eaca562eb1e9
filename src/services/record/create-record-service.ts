import type { Course } from '../../../db/models/course.ts';
import type { Answer, ExerciseAttempt } from '../../../db/models/exercise-attempt.ts';
import type { Exercise } from '../../../db/models/exercise.ts';
import type { Id } from '../../../db/models/ids.ts';
import type { Lesson } from '../../../db/models/lesson.ts';
import type { Repositories } from '../../../db/repositories.ts';
import { toCsv } from '../../packs/export/csv/to-csv.ts';
import type { Environment } from '../environment.ts';
import { stampOf } from '../stamp.ts';
import { toUsername } from '../username.ts';
import type { RecordFile, RecordService } from './record-service.ts';

export function createRecordService({ strict, now }: Environment): RecordService {
  return {
    async export(userId, format) {
      const record = await strict.read('all', () => readRecord(strict, userId));
      const name = `hornbook-record-${toUsername(record.learner)}-${stampOf(now())}.${format}`;
      const text = format === 'csv' ? csvOf(record) : `${JSON.stringify({ format: 'hornbook-record', version: 1, madeAt: now(), ...record }, null, 1)}\n`;
      return { name, text, mediaType: format === 'csv' ? 'text/csv' : 'application/json' } satisfies RecordFile;
    },
  };
}

/** IndexedDB counts no further. */
const ALL = 0xffff_ffff;

interface Tried {
  readonly at: number;
  readonly course: string;
  readonly lesson: string;
  /** The task's first line. */
  readonly exercise: string;
  readonly exerciseId: Id;
  readonly type: string;
  /** Which try at this exercise, from 1. */
  readonly number: number;
  readonly verdict: string;
  /** 0–1. */
  readonly score: number;
  readonly hintsUsed: number;
  readonly solutionRevealed: boolean;
  readonly activeMs: number;
  readonly mode: string;
  readonly answer: Answer;
}

type LearnerRecord = Awaited<ReturnType<typeof readRecord>>;

async function readRecord(db: Repositories, userId: Id) {
  const learner = await db.users.getById(userId, { includeDeleted: true });
  const attempts = (await db.attempts.getRecent(userId, ALL)).reverse();
  const exercises = byId(await db.exercises.getMany([...new Set(attempts.map(({ exerciseId }) => exerciseId))]));
  const courses = byId(await db.courses.getAll({ includeDeleted: true }));
  const snapshots = await db.progress.getAllUserProgress(userId);
  const lessons = new Map<Id, Lesson>();
  for (const lessonId of new Set([...exercises.values()].map((exercise) => exercise.lessonId))) {
    const lesson = await db.lessons.getById(lessonId, { includeDeleted: true });
    if (lesson !== null) lessons.set(lesson.id, lesson);
  }
  const facts = (await Promise.all([...courses.keys()].map((id) => db.facts.getByCourse(userId, id)))).flat().sort((a, b) => a.at - b.at);
  return {
    learner: learner?.displayName ?? '',
    courses: snapshots.map(({ courseId, completionPercentage, completedLessonIds, completedExerciseIds, totals, lastActivityAt }) => ({
      ...{ id: courseId, title: courses.get(courseId)?.title ?? courseId, completionPercentage, completedLessonIds, completedExerciseIds, totals, lastActivityAt },
    })),
    answers: numbered(attempts, exercises, lessons, courses),
    steps: facts.map(({ kind, at, courseId, lessonId, exerciseId }) => ({ kind, at, courseId, lessonId, exerciseId })),
  };
}

function numbered(attempts: readonly ExerciseAttempt[], exercises: Map<Id, Exercise>, lessons: Map<Id, Lesson>, courses: Map<Id, Course>): Tried[] {
  const numbers = new Map<Id, number>();
  return attempts.map((attempt) => {
    const { exerciseId, createdAt: at, verdict, score, hintsUsed, solutionRevealed, activeMs, mode, answer } = attempt;
    const number = (numbers.get(exerciseId) ?? 0) + 1;
    numbers.set(exerciseId, number);
    const exercise = exercises.get(exerciseId);
    const lesson = lessons.get(exercise?.lessonId ?? '');
    const names = { course: courses.get(lesson?.courseId ?? '')?.title ?? '', lesson: lesson?.title ?? '', exercise: firstLine(exercise?.prompt ?? '') };
    return { at, ...names, exerciseId, type: answer.type, number, verdict, score, hintsUsed, solutionRevealed, activeMs, mode, answer };
  });
}

const HEADER = ['time', 'course', 'lesson', 'exercise', 'exercise id', 'type', 'try', 'verdict', 'score', 'hints', 'solution shown', 'seconds', 'mode', 'answer'];

function csvOf({ answers }: LearnerRecord): string {
  const rows = answers.map((one) => [
    ...[new Date(one.at).toISOString(), one.course, one.lesson, one.exercise, one.exerciseId, one.type, String(one.number)],
    ...[one.verdict, String(one.score), String(one.hintsUsed), one.solutionRevealed ? 'yes' : 'no', String(Math.round(one.activeMs / 1000)), one.mode],
    answerWords(one.answer),
  ]);
  return toCsv([HEADER, ...rows]);
}

/** Text and a single file as they were written; anything else as JSON. */
function answerWords(answer: Answer): string {
  if ('text' in answer) return answer.text;
  if ('files' in answer) {
    const [only, ...more] = Object.values(answer.files);
    if (only !== undefined && more.length === 0) return only;
  }
  return JSON.stringify(Object.fromEntries(Object.entries(answer).filter(([name]) => name !== 'type')));
}

const firstLine = (text: string): string => (text.trim().split('\n')[0] ?? '').slice(0, 120);
const byId = <R extends { readonly id: Id }>(rows: readonly R[]): Map<Id, R> => new Map(rows.map((row) => [row.id, row]));
