import { useEffect } from 'react';
import { useStore } from 'zustand';
import type { DraftAnswer } from '../../../db/models/draft.ts';
import type { AttemptMode, ExerciseStatus } from '../../../db/models/enums.ts';
import type { ExerciseAttempt } from '../../../db/models/exercise-attempt.ts';
import type { Exercise } from '../../../db/models/exercise.ts';
import type { EpochMs, Id } from '../../../db/models/ids.ts';
import { useLive } from '../../hooks/use-live.ts';
import { useServices } from '../../hooks/use-services.ts';
import { t } from '../../i18n/text.ts';
import type { DraftService } from '../../services/draft-service.ts';
import { emptyAnswer } from '../../services/save-draft.ts';
import { isSameAnswer } from './answers.ts';
import type { DraftKeeper, DraftState } from './draft-keeper.ts';
import { allCriteria, isRight, outcomeOfAttempt, type Outcome } from './outcome.ts';
import { say, type PlayerState, type PlayerStore } from './player-store.ts';
import { primaryAction, type PrimaryAction } from './primary-action.ts';
import { useActiveTime } from './use-active-time.ts';
import { useChanged } from './use-changed.ts';
import { useDraft } from './use-draft.ts';
import { useHints, type Hints } from './use-hints.ts';
import { usePlayerStore } from './use-player-store.ts';
import { useSelfAssessment } from './use-self-assessment.ts';
import { useShowNews } from './use-show-news.ts';
import { useScratchRun } from './use-scratch-run.ts';
import { useSubmitAnswer } from './use-submit-answer.ts';

/** One open exercise: what is known of it, and all that can be done with it. */
export interface Work {
  readonly exercise: Exercise;
  readonly keeper: DraftKeeper;
  readonly draft: DraftState;
  readonly store: PlayerStore;
  readonly state: PlayerState;
  readonly hints: Hints;
  /** Newest first; null while they are read. */
  readonly history: readonly ExerciseAttempt[] | null;
  readonly outcome: Outcome | null;
  readonly isStale: boolean;
  /** Solved by what stands there now. */
  readonly isSolved: boolean;
  readonly isReadOnly: boolean;
  /** Its author changed the answer since it was solved. */
  readonly hasChanged: boolean;
  readonly primary: PrimaryAction;
  readonly check: () => Promise<void>;
  readonly run: () => Promise<void>;
  readonly stop: () => void;
  readonly judge: () => Promise<void>;
  /** Puts another answer there, with a way back. */
  readonly replace: (answer: DraftAnswer, words: string) => void;
  readonly reset: () => void;
  readonly undo: () => void;
}

/** A review asks anew: it keeps drafts of its own, and of earlier tries it knows those of this asking. */
export interface Asking {
  readonly drafts: DraftService;
  readonly askedAt: EpochMs;
}

export function useWork(userId: Id, exercise: Exercise, status: ExerciseStatus, asking: Asking | null = null): Work {
  const { attempts } = useServices();
  const store = usePlayerStore(exercise);
  const state = useStore(store);
  const { keeper, draft } = useDraft(userId, exercise, asking?.drafts ?? null);
  const time = useActiveTime(exercise.id);
  const past = useLive(() => attempts.history(userId, exercise.id), [attempts, userId, exercise.id]);
  const history = past.state === 'ready' ? past.value.filter((attempt) => isOf(asking, attempt)) : null;

  const { outcome } = state;
  const hints = useHints(exercise, keeper, draft, store);
  useShowNews(state, draft);
  useKeptOutcome(exercise, store, draft, history?.[0] ?? null, status === 'COMPLETED');
  const isStale = outcome !== null && !isSameAnswer(outcome.answer, draft.answer);
  const isReadOnly = draft.access !== 'mine';
  const hasChanged = useChanged({ userId, exercise, status, history, isReadOnly }, store);
  const { phase, judgement } = state;
  const submit = { userId, exercise, keeper, store, time, mode: modeOf(asking, status), triesBefore: history?.length ?? 0 };

  const replace = (answer: DraftAnswer, words: string): void => {
    store.setState({ undo: { words, answer: draft.answer }, isHistoryOpen: false });
    keeper.change({ answer });
    say(store, words);
  };

  return {
    ...{ exercise, keeper, draft, store, state, history, outcome, isStale },
    isSolved: outcome !== null && !isStale && isRight(exercise, outcome, judgement),
    isReadOnly,
    hasChanged,
    primary: primaryAction({ exercise, phase, outcome, judgement, isStale }),
    hints,
    check: useSubmitAnswer(submit),
    run: useScratchRun(exercise, keeper, store),
    stop: () => attempts.stop(),
    judge: useSelfAssessment(userId, exercise, store, outcome),
    replace,
    reset: () => replace(emptyAnswer(exercise), t('player.resetDone')),
    undo: () => {
      if (state.undo === null) return;
      keeper.change({ answer: state.undo.answer });
      store.setState({ undo: null });
      say(store, t('player.undone'));
    },
  };
}

const isOf = (asking: Asking | null, { mode, createdAt }: ExerciseAttempt): boolean =>
  asking === null || (mode === 'REVIEW' && createdAt >= asking.askedAt);

const modeOf = (asking: Asking | null, status: ExerciseStatus): AttemptMode =>
  asking !== null ? 'REVIEW' : status === 'COMPLETED' ? 'REPLAY' : 'LESSON';

/** After a reload the result of what stands there is there again, and greys out like any other once that changes. */
function useKeptOutcome(
  exercise: Exercise,
  store: PlayerStore,
  draft: DraftState,
  newest: ExerciseAttempt | null,
  isDone: boolean,
): void {
  const { access, answer } = draft;
  useEffect(() => {
    if (access === 'loading' || store.getState().outcome !== null) return;
    const outcome = outcomeOfAttempt(exercise, newest, answer);
    if (outcome === null) return;
    const isJudged = outcome.verdict === 'UNGRADED' && isDone;
    store.setState({ outcome, ...(isJudged ? { judgement: allCriteria(exercise) } : {}) });
  }, [exercise, store, access, answer, newest, isDone]);
}
