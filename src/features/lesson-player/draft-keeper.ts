import type { Cursor, Draft, DraftAnswer } from '../../../db/models/draft.ts';
import type { Exercise } from '../../../db/models/exercise.ts';
import type { Id } from '../../../db/models/ids.ts';
import type { DraftFailure, DraftHandle, DraftPatch, DraftService } from '../../services/draft-service.ts';
import { answerToStartWith } from './answers.ts';

/** `saved`: the database has acknowledged everything typed. `failed`: it has refused, and is asked again. */
export type SaveState =
  | { readonly type: 'untouched' }
  | { readonly type: 'saving' }
  | { readonly type: 'saved' }
  | { readonly type: 'failed'; readonly failure: DraftFailure };

export interface DraftState {
  readonly access: 'loading' | 'mine' | 'elsewhere';
  readonly answer: DraftAnswer;
  readonly cursor: Cursor | null;
  readonly hintsShown: number;
  readonly solutionRevealed: boolean;
  readonly saving: SaveState;
}

export interface DraftKeeper {
  readonly getState: () => DraftState;
  readonly subscribe: (listener: () => void) => () => void;
  /** Opens the draft; the function it gives back writes what is left and closes it. It may be started again. */
  readonly start: () => () => void;
  /** Shown at once, written within `WRITE_AFTER_MS`. Ignored while another tab writes. */
  readonly change: (patch: DraftPatch) => void;
  /** Writes what is left now; true once all is saved. */
  readonly flush: () => Promise<boolean>;
  readonly takeOver: () => Promise<void>;
  /** Shows what the other tab wrote. */
  readonly follow: (draft: Draft | null) => void;
}

/** From the first unsaved keystroke to its write, ms: further typing does not put it off. */
export const WRITE_AFTER_MS = 200;
const RETRY_AFTER_MS = 3_000;

/** Keeps what a learner types at one exercise (R17), without React. `hold` keeps updates waiting until it is released. */
export function createDraftKeeper(
  drafts: DraftService,
  userId: Id,
  exercise: Exercise,
  hold: () => () => void,
): DraftKeeper {
  const listeners = new Set<() => void>();
  let state: DraftState = { access: 'loading', ...fieldsOf(exercise, null), saving: { type: 'untouched' } };
  let handle: DraftHandle | null = null;
  let unwritten: DraftPatch | null = null;
  let writing: Promise<boolean> | null = null;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let release: (() => void) | null = null;

  const holdWhile = (isUnsaved: boolean): void => {
    if (isUnsaved) {
      release ??= hold();
      return;
    }
    release?.();
    release = null;
  };
  const set = (patch: Partial<DraftState>): void => {
    state = { ...state, ...patch };
    holdWhile(state.access === 'mine' && (state.saving.type === 'saving' || state.saving.type === 'failed'));
    for (const listener of listeners) listener();
  };

  const isPending = (): boolean => unwritten !== null;

  const writeLater = (delay: number): void => {
    timer ??= setTimeout(() => {
      timer = null;
      void write();
    }, delay);
  };

  const write = (): Promise<boolean> => (writing ??= writeOnce().finally(() => (writing = null)));

  const writeOnce = async (): Promise<boolean> => {
    if (handle === null || unwritten === null || state.access !== 'mine') return !isPending();
    const patch = unwritten;
    unwritten = null;
    const result = await handle.save(patch);
    if (result.ok) {
      set({ saving: { type: isPending() ? 'saving' : 'saved' } });
      if (isPending()) writeLater(WRITE_AFTER_MS);
      return true;
    }
    if (result.error.type === 'DraftTakenOver') {
      lose();
      return false;
    }
    unwritten = { ...patch, ...(unwritten as DraftPatch | null) };
    set({ saving: { type: 'failed', failure: result.error } });
    writeLater(RETRY_AFTER_MS);
    return false;
  };

  const flush = async (): Promise<boolean> => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    let isWritten = await (writing ?? true);
    while (isWritten && isPending() && state.access === 'mine') isWritten = await write();
    return isWritten;
  };

  const lose = (): void => {
    unwritten = null;
    set({ access: 'elsewhere', saving: { type: 'untouched' } });
  };

  const show = (opened: DraftHandle): void => {
    set({
      ...fieldsOf(exercise, opened.draft),
      access: opened.state,
      saving: { type: opened.draft === null || opened.state === 'elsewhere' ? 'untouched' : 'saved' },
    });
  };

  return {
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    start() {
      let isStopped = false;
      const opening = drafts.open(userId, exercise.id, () => (isStopped ? undefined : lose())).then((opened) => {
        if (!isStopped) {
          handle = opened;
          show(opened);
        }
        return opened;
      });
      return () => {
        const last = flush();
        isStopped = true;
        void Promise.all([opening, last]).then(([opened]) => {
          if (handle === opened) handle = null;
          opened.close();
          holdWhile(false);
        });
      };
    },
    change(patch) {
      if (state.access !== 'mine') return;
      unwritten = { ...unwritten, ...patch };
      set({ ...patch, saving: { type: 'saving' } });
      writeLater(WRITE_AFTER_MS);
    },
    flush,
    async takeOver() {
      if (handle === null) return;
      await handle.takeOver();
      show(handle);
    },
    follow(draft) {
      if (state.access === 'elsewhere') set(fieldsOf(exercise, draft));
    },
  };
}

const fieldsOf = (exercise: Exercise, draft: Draft | null) => ({
  answer: answerToStartWith(exercise, draft?.answer ?? null),
  cursor: draft?.cursor ?? null,
  hintsShown: draft?.hintsShown ?? 0,
  solutionRevealed: draft?.solutionRevealed ?? false,
});
