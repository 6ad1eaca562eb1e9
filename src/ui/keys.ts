import type { MessageId } from '../i18n/text.ts';

/** One row of the table that `?` shows. `keys` as written on the keyboard; several are pressed together. */
export interface KeyHelp {
  readonly keys: readonly string[];
  readonly what: MessageId;
  /** A single letter: the learner may switch these off. */
  readonly isSingle: boolean;
}

const isApple = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.userAgent);

/** What stands on the key that Ctrl is elsewhere. */
export const MOD = isApple ? '⌘' : 'Ctrl';

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

/** Whether a key pressed here is typing, not a command. */
export function isTyping(event: KeyboardEvent): boolean {
  const target = event.composedPath()[0];
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
}
