import type { Draft } from '../../db/models/draft.ts';
import { draftId } from '../../db/models/ids.ts';
import type { New } from '../../db/models/row.ts';
import { faker } from './seed.ts';

/** Text half typed, in the tab `tab-1`. */
export const makeDraft = (own: Partial<New<Draft>> & Pick<Draft, 'userId' | 'exerciseId'>): New<Draft> => ({
  id: draftId(own.userId, own.exerciseId),
  answer: { type: 'FREE_FORM', text: faker.lorem.words(3) },
  cursor: null,
  hintsShown: 0,
  solutionRevealed: false,
  writerId: 'tab-1',
  ...own,
});
