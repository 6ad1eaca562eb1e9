import type { Cursor, Draft, DraftAnswer } from '../../db/models/draft.ts';
import type { Id } from '../../db/models/ids.ts';
import type { Result } from '../core/result.ts';
import type { WriteFailure } from './failures.ts';

export interface DraftPatch {
  readonly answer?: DraftAnswer;
  readonly cursor?: Cursor | null;
  readonly hintsShown?: number;
  readonly solutionRevealed?: boolean;
}

export type DraftFailure = { readonly type: 'DraftTakenOver' } | WriteFailure;

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
