import { count, exactly, fields, flag, mapOf, nullable, text, variants, words } from '../checks.ts';
import type { Cursor, Draft, DraftAnswer } from '../models/draft.ts';
import { draftId } from '../models/ids.ts';
import { row, updated } from './fields.ts';
import { ownedBy } from './rules.ts';
import type { TableRules } from './rules.ts';

type DraftOf<T extends DraftAnswer['type']> = Extract<DraftAnswer, { type: T }>;

const answer = variants('type', {
  MULTIPLE_CHOICE: fields<DraftOf<'MULTIPLE_CHOICE'>>({ type: exactly('MULTIPLE_CHOICE'), optionId: nullable(words) }),
  TRUE_FALSE: fields<DraftOf<'TRUE_FALSE'>>({ type: exactly('TRUE_FALSE'), value: nullable(flag) }),
  FREE_FORM: fields<DraftOf<'FREE_FORM'>>({ type: exactly('FREE_FORM'), text }),
  CODE_COMPLETION: fields<DraftOf<'CODE_COMPLETION'>>({ type: exactly('CODE_COMPLETION'), files: mapOf(text) }),
});

export const draftRules: TableRules<Draft> = {
  shape: fields<Draft>({
    ...row,
    ...updated,
    userId: words,
    exerciseId: words,
    answer,
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
