import { exactly, fields, nullable, that, time, variants, words } from '../checks.ts';
import type { GradedLog, ReviewLog, UndoneLog } from '../models/review-log.ts';
import { row } from './fields.ts';
import { ownedBy } from './rules.ts';
import type { TableRules } from './rules.ts';

const base = { ...row, userId: words, courseId: words, cardId: words, at: time };

export const reviewLogRules: TableRules<ReviewLog> = {
  shape: variants('kind', {
    GRADED: fields<GradedLog>({
      ...base,
      kind: exactly('GRADED'),
      attemptId: nullable(words),
      grade: that('must be 1, 2, 3 or 4', (grade) => [1, 2, 3, 4].includes(grade as number)),
    }),
    UNDONE: fields<UndoneLog>({ ...base, kind: exactly('UNDONE'), logId: words }),
  }),
  times: 'none',
  isImmutable: true,
  unique: [],
  // What an undone log takes back may be written in the same go, or come from another device later.
  references: [
    ownedBy('[userId+at]'),
    { field: 'courseId', to: 'courses', idOf: (log) => log.courseId, onErase: 'refuse' },
    { field: 'cardId', to: 'reviewCards', idOf: (log) => log.cardId, index: '[cardId+at]', onErase: 'cascade' },
    {
      field: 'attemptId',
      to: 'exerciseAttempts',
      idOf: (log) => (log.kind === 'GRADED' ? log.attemptId : null),
      onErase: 'cascade',
    },
  ],
};
