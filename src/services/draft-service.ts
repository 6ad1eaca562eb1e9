import type { Draft } from '../../db/models/draft.ts';
import { draftId, type Id } from '../../db/models/ids.ts';
import type { Result } from '../core/result.ts';
import { createDraftLocks } from './draft-locks.ts';
import type { Environment } from './environment.ts';
import { attemptWrite } from './failures.ts';
import { saveDraft, type DraftFailure, type DraftPatch, type DraftSave } from './save-draft.ts';

export type { DraftFailure, DraftPatch } from './save-draft.ts';

/** One exercise as it stands open in this tab (R17). */
export interface DraftHandle {
  /** `elsewhere`: another tab writes it, and this one shows it read-only. */
  readonly state: 'mine' | 'elsewhere';
  /** As last read or saved here; null before the first save. */
  readonly draft: Draft | null;
  /** Fields left out keep their value. */
  save(patch: DraftPatch): Promise<Result<Draft, DraftFailure>>;
  /** Makes this tab the writer; the other is told through its `onLost`. Reads the draft anew. */
  takeOver(): Promise<void>;
  close(): void;
}

export interface DraftService {
  /** Opens the draft for writing where no other tab has it. `onLost` is called once another tab takes it over. */
  open(userId: Id, exerciseId: Id, onLost: () => void): Promise<DraftHandle>;
  /** For a live query in the tab that only reads. */
  watch(userId: Id, exerciseId: Id): Promise<Draft | null>;
}

/** Where drafts are kept: a lesson's in their table, a review's apart from them. */
export interface DraftStore {
  lockName(userId: Id, exerciseId: Id): string;
  read(userId: Id, exerciseId: Id): Promise<Draft | null>;
  /** Makes this tab the writer; null where nothing was typed yet. */
  claim(userId: Id, exerciseId: Id): Promise<Draft | null>;
  save(change: DraftSave): Promise<Result<Draft, DraftFailure>>;
}

const lessonDrafts = (environment: Environment): DraftStore => ({
  lockName: (userId, exerciseId) => `draft:${draftId(userId, exerciseId)}`,
  read: (userId, exerciseId) => environment.strict.drafts.get(userId, exerciseId),
  claim: (userId, exerciseId) => environment.strict.drafts.claim(userId, exerciseId, environment.tabId),
  save: (change) => saveDraft(environment, change),
});

/** What opens drafts for writing, in this tab. */
export function draftOpener(environment: Environment, store = lessonDrafts(environment)): DraftService['open'] {
  const { platform, tabId } = environment;
  const locks = createDraftLocks(platform.locks);

  /** On a full disk the draft can still be read: it is claimed with the first save that succeeds. */
  const claim = async (userId: Id, exerciseId: Id): Promise<{ readonly draft: Draft | null; readonly isClaimed: boolean }> => {
    const stored = await store.read(userId, exerciseId);
    if (stored === null || stored.writerId === tabId) return { draft: stored, isClaimed: true };
    const claimed = await attemptWrite(() => store.claim(userId, exerciseId));
    return claimed.ok ? { draft: claimed.value, isClaimed: true } : { draft: stored, isClaimed: false };
  };

  return async (userId, exerciseId, onLost) => {
    let state: DraftHandle['state'] = 'elsewhere';
    let draft: Draft | null = null;
    let isClaimed = false;
    let lock: { release(): void } | null = null;
    const lose = (): void => {
      if (state === 'elsewhere') return;
      state = 'elsewhere';
      onLost();
    };
    const own = async (steal: boolean): Promise<void> => {
      lock = await locks.take(store.lockName(userId, exerciseId), steal, lose);
      if (lock !== null) state = 'mine';
      if (lock === null) draft = await store.read(userId, exerciseId);
      else ({ draft, isClaimed } = await claim(userId, exerciseId));
    };
    await own(false);

    return {
      get state() {
        return state;
      },
      get draft() {
        return draft;
      },
      async save(patch) {
        if (state === 'elsewhere') return { ok: false, error: { type: 'DraftTakenOver' } };
        const saved = await store.save({ userId, exerciseId, patch, isClaimed });
        if (saved.ok) {
          draft = saved.value;
          isClaimed = true;
        } else if (saved.error.type === 'DraftTakenOver') lose();
        return saved;
      },
      takeOver: () => own(true),
      close() {
        lock?.release();
        lock = null;
        state = 'elsewhere';
      },
    };
  };
}
