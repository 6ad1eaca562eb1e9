import type { Id } from '../../../db/models/ids.ts';
import type { FoundRow } from '../../../db/repositories/inspection.ts';
import type { TableName } from '../../../db/tables.ts';

/** Whose a row is, and which course it is about, learned from the rows as a walk brings them. */
export interface WhereAbout {
  learn(table: TableName, rows: readonly FoundRow[]): void;
  courseOf(table: TableName, row: FoundRow['row']): Id | null;
  userOf(table: TableName, row: FoundRow['row']): Id | null;
}

export function createWhereAbout(): WhereAbout {
  const courseOfLesson = new Map<Id, Id>();
  const lessonOfExercise = new Map<Id, Id>();
  return {
    learn(table, rows) {
      for (const { id, row } of rows) {
        if (table === 'lessons' && isId(row.courseId)) courseOfLesson.set(id, row.courseId);
        if (table === 'exercises' && isId(row.lessonId)) lessonOfExercise.set(id, row.lessonId);
      }
    },
    courseOf(table, row) {
      if (table === 'courses') return isId(row.id) ? row.id : null;
      if (isId(row.courseId)) return row.courseId;
      const context = row.context as { readonly courseId?: unknown } | null | undefined;
      if (isId(context?.courseId)) return context.courseId;
      const lessonId = isId(row.lessonId) ? row.lessonId : isId(row.exerciseId) ? lessonOfExercise.get(row.exerciseId) : undefined;
      return courseOfLesson.get(lessonId ?? '') ?? null;
    },
    userOf: (table, row) => (table === 'users' ? (isId(row.id) ? row.id : null) : isId(row.userId) ? row.userId : null),
  };
}

const isId = (value: unknown): value is Id => typeof value === 'string' && value !== '';
