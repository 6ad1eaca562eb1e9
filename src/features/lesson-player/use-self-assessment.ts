import { useCallback } from 'react';
import type { Exercise } from '../../../db/models/exercise.ts';
import type { Id } from '../../../db/models/ids.ts';
import { useServices } from '../../hooks/use-services.ts';
import { t } from '../../i18n/text.ts';
import { attemptWrite } from '../../services/failures.ts';
import type { Outcome } from './outcome.ts';
import { say, type PlayerStore } from './player-store.ts';

/** Records how the learner judges their own answer against the author's criteria. */
export function useSelfAssessment(userId: Id, exercise: Exercise, store: PlayerStore, outcome: Outcome | null): () => Promise<void> {
  const { attempts } = useServices();
  return useCallback(async () => {
    if (outcome === null || exercise.type !== 'FREE_FORM' || exercise.answerKey.kind !== 'rubric') return;
    const { ticked } = store.getState();
    const total = exercise.answerKey.criteria.length;
    const judged = { userId, exerciseId: exercise.id, attemptId: outcome.attemptId, criteriaMet: ticked };
    const result = await attemptWrite(() => attempts.assessSelf(judged));
    if (!result.ok) {
      store.setState({ failure: result.error });
      return;
    }
    // A result read back after a reload becomes this sitting's own, so that it stands though the answer changes.
    store.setState({ judgement: ticked, outcome });
    const isAll = ticked.length === total;
    say(store, isAll ? t('player.judgedRight') : t('player.judgedNotYet', { met: ticked.length, total }));
  }, [attempts, exercise, outcome, store, userId]);
}
