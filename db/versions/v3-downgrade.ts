import { snapshotWithout, type Snapshot } from './v3-snapshot.ts';
import type { AnyDump, AnyRow } from './version.ts';

/*
 * What version 2 can hold of version 3. A fault to be mended is code to be completed there. An exercise of another new
 * type, in TypeScript, or with no test left goes, and what a learner did at it; but never that they finished a lesson:
 * where a lesson was done by such exercises, a fact says so from now on.
 */

type Row = AnyRow & { readonly id: string };

const OLD_TYPES: readonly unknown[] = ['MULTIPLE_CHOICE', 'TRUE_FALSE', 'FREE_FORM', 'CODE_COMPLETION'];
const OLD_TESTS: readonly unknown[] = ['call', 'output'];

export function downgradeDump(dump: AnyDump): AnyDump {
  const rows = (table: string): readonly Row[] => (dump[table] ?? []) as readonly Row[];
  const exercises = rows('exercises').flatMap(exerciseToV2);
  const kept = new Set<unknown>(exercises.map((exercise) => exercise.id));
  const lost = rows('exercises').filter((exercise) => !kept.has(exercise.id));
  const lostIds = new Set<unknown>(lost.map((exercise) => exercise.id));
  const isKept = (row: AnyRow): boolean => !lostIds.has(row.exerciseId);
  const after: AnyDump = {
    ...dump,
    ...mapped(dump, 'courses', courseToV2),
    exercises,
    ...mapped(dump, 'exerciseAttempts', (attempt) => ({ ...attempt, answer: answerToV2(attempt.answer as AnyRow) }), isKept),
    ...mapped(dump, 'learningFacts', (fact) => fact, isKept),
    ...mapped(dump, 'drafts', (draft) => ({ ...draft, answer: answerToV2(draft.answer as AnyRow) }), isKept),
    ...mapped(dump, 'chatMessages', (message) => (isKept(message) ? message : { ...message, exerciseId: null })),
  };
  return lost.length === 0 ? after : withSnapshots(after, new Set(lost.map((exercise) => exercise.lessonId)));
}

/** A table that the dump has, row by row. */
function mapped(
  dump: AnyDump,
  table: string,
  toV2: (row: AnyRow) => AnyRow,
  isKept: (row: AnyRow) => boolean = () => true,
): AnyDump {
  const rows = dump[table];
  return rows === undefined ? {} : { [table]: rows.filter(isKept).map(toV2) };
}

const courseToV2 = (course: AnyRow): AnyRow =>
  course.programmingLanguage === 'typescript' ? { ...course, programmingLanguage: null } : course;

function exerciseToV2(exercise: Row): Row[] {
  const type = exercise.type === 'FIX_BUG' ? 'CODE_COMPLETION' : exercise.type;
  if (!OLD_TYPES.includes(type) || exercise.language === 'typescript') return [];
  if (type !== 'CODE_COMPLETION') return [exercise];
  const tests = (exercise.tests as readonly AnyRow[]).filter((test) => OLD_TESTS.includes(test.kind));
  const fields = Object.entries({ ...exercise, type, tests }).filter(([name]) => name !== 'constructs');
  return tests.length === 0 ? [] : [Object.fromEntries(fields) as Row];
}

/** An answer to what an exercise was before its author changed its type stays as words, and the attempt with it. */
function answerToV2(answer: AnyRow): AnyRow {
  if (answer.type === 'FIX_BUG') return { ...answer, type: 'CODE_COMPLETION' };
  return OLD_TYPES.includes(answer.type) ? answer : { type: 'FREE_FORM', text: JSON.stringify(answer) };
}

/** The snapshots of the courses that lost exercises, as version 2 computes them from what is left (R9). */
function withSnapshots(dump: AnyDump, lessonIds: ReadonlySet<unknown>): AnyDump {
  const courseIds = new Set((dump.lessons ?? []).filter(({ id }) => lessonIds.has(id)).map(({ courseId }) => courseId));
  const snapshots = (dump.progressSnapshots ?? []).map((row) =>
    courseIds.has(row.courseId) ? snapshotWithout(row as Snapshot, dump) : { snapshot: row, completions: [] },
  );
  return {
    ...dump,
    progressSnapshots: snapshots.map(({ snapshot }) => snapshot),
    learningFacts: [...(dump.learningFacts ?? []), ...snapshots.flatMap(({ completions }) => completions)],
  };
}
