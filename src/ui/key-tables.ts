import type { MessageId } from '../i18n/text.ts';
import { MOD } from './keys.ts';

/** One row of the table that `?` shows. `keys` as written on the keyboard; several are pressed together. */
export interface KeyHelp {
  readonly keys: readonly string[];
  readonly what: MessageId;
  /** A single letter: the learner may switch these off. */
  readonly isSingle: boolean;
}

/** Keys that work on every screen. The player keeps its own table in the same form, `PLAYER_KEYS` below. */
export const APP_KEYS: readonly KeyHelp[] = [{ keys: ['?'], what: 'common.keyShowKeys', isSingle: true }];

export const PLAYER_KEYS: readonly KeyHelp[] = [
  { keys: [MOD, 'Enter'], what: 'common.keyCheck', isSingle: false },
  { keys: [MOD, 'S'], what: 'common.keySave', isSingle: false },
  { keys: [MOD, 'F'], what: 'common.keySearchCode', isSingle: false },
  { keys: ['Esc'], what: 'common.keyLeaveEditor', isSingle: false },
  { keys: ['Enter'], what: 'common.keyPickUp', isSingle: false },
  { keys: ['E'], what: 'common.keyEditor', isSingle: true },
  { keys: ['R'], what: 'common.keyResults', isSingle: true },
  { keys: ['N'], what: 'common.keyNext', isSingle: true },
  { keys: ['P'], what: 'common.keyPrevious', isSingle: true },
  { keys: ['H'], what: 'common.keyHint', isSingle: true },
  { keys: ['1–9'], what: 'common.keyOption', isSingle: true },
];

/** Beside those of a lesson. */
export const REVIEW_KEYS: readonly KeyHelp[] = [
  { keys: ['Space'], what: 'common.keyShow', isSingle: true },
  { keys: ['1–4'], what: 'common.keyGrade', isSingle: true },
  { keys: ['U'], what: 'common.keyUndoGrade', isSingle: true },
];
