import { useEffect, useMemo, useSyncExternalStore } from 'react';
import type { Exercise } from '../../../db/models/exercise.ts';
import type { Id } from '../../../db/models/ids.ts';
import { useLive } from '../../hooks/use-live.ts';
import { usePlatform } from '../../hooks/use-platform.ts';
import { useServices } from '../../hooks/use-services.ts';
import type { DraftService } from '../../services/draft-service.ts';
import { createDraftKeeper, type DraftKeeper, type DraftState } from './draft-keeper.ts';

/**
 * The learner's draft at this exercise, kept as they type; flushed whenever the page may be about to go. `exercise`
 * must be the same object for as long as it is the same exercise.
 * @param own where it is kept, if not with the lesson's
 */
export function useDraft(userId: Id, exercise: Exercise, own: DraftService | null): { readonly keeper: DraftKeeper; readonly draft: DraftState } {
  const { drafts: ofLesson } = useServices();
  const drafts = own ?? ofLesson;
  const { updates } = usePlatform();
  const keeper = useMemo(
    () => createDraftKeeper(drafts, userId, exercise, () => updates.hold()),
    [drafts, updates, userId, exercise],
  );
  const draft = useSyncExternalStore(keeper.subscribe, keeper.getState);
  useEffect(() => keeper.start(), [keeper]);
  useEffect(() => flushWhenLeaving(keeper), [keeper]);
  useFollow(keeper, drafts, draft.access === 'elsewhere', userId, exercise.id);
  return { keeper, draft };
}

function flushWhenLeaving(keeper: DraftKeeper): () => void {
  const flush = (): void => void keeper.flush();
  const onVisibility = (): void => {
    if (document.visibilityState === 'hidden') flush();
  };
  document.addEventListener('visibilitychange', onVisibility);
  window.addEventListener('pagehide', flush);
  window.addEventListener('blur', flush);
  return () => {
    document.removeEventListener('visibilitychange', onVisibility);
    window.removeEventListener('pagehide', flush);
    window.removeEventListener('blur', flush);
  };
}

/** What the other tab writes appears here as it is written (R17). */
function useFollow(keeper: DraftKeeper, drafts: DraftService, isElsewhere: boolean, userId: Id, exerciseId: Id): void {
  const theirs = useLive(
    () => (isElsewhere ? drafts.watch(userId, exerciseId) : Promise.resolve(null)),
    [drafts, isElsewhere, userId, exerciseId],
  );
  useEffect(() => {
    if (isElsewhere && theirs.state === 'ready') keeper.follow(theirs.value);
  }, [keeper, isElsewhere, theirs]);
}
