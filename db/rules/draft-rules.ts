import { count, fields, flag, nullable, words } from '../checks.ts';
import type { Cursor, Draft } from '../models/draft.ts';
import { draftId } from '../models/ids.ts';
import { draftAnswerShape } from './answers.ts';
import { row, updated } from './fields.ts';
import { ownedBy } from './rules.ts';
import type { TableRules } from './rules.ts';

export const draftRules: TableRules<Draft> = {
  shape: fields<Draft>({
    ...row,
    ...updated,
    userId: words,
    exerciseId: words,
    answer: draftAnswerShape,
    cursor: nullable(fields<Cursor>({ file: nullable(words), anchor: count, head: count })),
    hintsShown: count,
    solutionRevealed: flag,
    writerId: words,
  }),
  times: 'updated',
  isImmutable: false,
  unique: [],
  references: [
    ownedBy('[userId+updatedAt]'),
    { field: 'exerciseId', to: 'exercises', idOf: (draft) => draft.exerciseId, index: 'exerciseId', onErase: 'refuse' },
  ],
  idOf: (draft) => draftId(draft.userId, draft.exerciseId),
};
