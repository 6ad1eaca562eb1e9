import { createStore, type StoreApi } from 'zustand/vanilla';
import type { DraftAnswer } from '../../../db/models/draft.ts';
import type { SubmitFailure } from '../../services/attempt-service.ts';
import type { Judgement, Outcome } from './outcome.ts';
import type { Phase } from './primary-action.ts';
import type { CodePlace } from './code-places.ts';
import type { ScratchRun } from './scratch-run.ts';

/** What may die with the tab: never a row. One per exercise that is open. */
export interface PlayerState {
  readonly phase: Phase;
  /** Of the last check in this sitting. */
  readonly outcome: Outcome | null;
  readonly judgement: Judgement;
  /** The criteria ticked so far, by index. */
  readonly ticked: readonly number[];
  /** The scratch run that goes on, or the last one. */
  readonly run: ScratchRun | null;
  /** Where in the code to go to; a new object goes there again. */
  readonly jump: CodePlace | null;
  /** What the program reads when it is run. */
  readonly stdin: string;
  readonly failure: SubmitFailure | { readonly type: 'NothingChosen' } | null;
  /** What to read out; `nth` makes a screen reader say the same words again at each try. */
  readonly said: { readonly words: string; readonly nth: number };
  /** The ladder's first step: read the task again. */
  readonly isRereading: boolean;
  /** The ladder's last step but one: the lines of the solution, to be arranged. */
  readonly isArranging: boolean;
  readonly isSure: 'not-asked' | 'asked';
  /** The answer before the last restore or reset. */
  readonly undo: { readonly words: string; readonly answer: DraftAnswer } | null;
  readonly isHistoryOpen: boolean;
}

export type PlayerStore = StoreApi<PlayerState>;

export const createPlayerStore = (): PlayerStore =>
  createStore<PlayerState>(() => ({
    phase: 'idle',
    outcome: null,
    judgement: null,
    ticked: [],
    run: null,
    jump: null,
    stdin: '',
    failure: null,
    said: { words: '', nth: 0 },
    isRereading: false,
    isArranging: false,
    isSure: 'not-asked',
    undo: null,
    isHistoryOpen: false,
  }));

/** Has `words` read out politely. */
export const say = (store: PlayerStore, words: string): void =>
  store.setState(({ said }) => ({ said: { words, nth: said.nth + 1 } }));
