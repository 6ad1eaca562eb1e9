import { count, exactly, fields, flag, listOf, nothing, time, variants, words } from '../checks.ts';
import type { LearningFact } from '../models/learning-fact.ts';
import { row } from './fields.ts';
import { ownedBy } from './rules.ts';
import type { TableRules } from './rules.ts';

type FactOf<K extends LearningFact['kind']> = Extract<LearningFact, { kind: K }>;

const base = { ...row, userId: words, courseId: words, lessonId: words, at: time };

export const factRules: TableRules<LearningFact> = {
  shape: variants('kind', {
    LESSON_COMPLETED: fields<FactOf<'LESSON_COMPLETED'>>({
      ...base,
      kind: exactly('LESSON_COMPLETED'),
      exerciseId: nothing,
    }),
    EXERCISE_SKIPPED: fields<FactOf<'EXERCISE_SKIPPED'>>({ ...base, kind: exactly('EXERCISE_SKIPPED'), exerciseId: words }),
    SELF_ASSESSED: fields<FactOf<'SELF_ASSESSED'>>({
      ...base,
      kind: exactly('SELF_ASSESSED'),
      exerciseId: words,
      attemptId: words,
      isRight: flag,
      criteriaMet: listOf(count),
    }),
  }),
  times: 'none',
  isImmutable: true,
  unique: [],
  references: [
    ownedBy('[userId+courseId]'),
    { field: 'courseId', to: 'courses', idOf: (fact) => fact.courseId, onErase: 'refuse' },
    { field: 'lessonId', to: 'lessons', idOf: (fact) => fact.lessonId, index: 'lessonId', onErase: 'refuse' },
    { field: 'exerciseId', to: 'exercises', idOf: (fact) => fact.exerciseId, index: 'exerciseId', onErase: 'refuse' },
    {
      field: 'attemptId',
      to: 'exerciseAttempts',
      idOf: (fact) => (fact.kind === 'SELF_ASSESSED' ? fact.attemptId : null),
      onErase: 'cascade',
    },
  ],
};
