import { useEffect, useRef } from 'react';

export interface PlayerKeys {
  readonly onPrimary: () => void;
  readonly onSave: () => void;
  /** Single letters and digits; empty when the learner has switched them off. */
  readonly single: Readonly<Record<string, () => void>>;
}

/** The keys of the player, anywhere on its page. Letters are left alone while someone types or a dialog is open. */
export function usePlayerKeys(keys: PlayerKeys): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.altKey || event.isComposing || document.querySelector('dialog[open]') !== null) return;
      const action = actionFor(event, latest.current);
      if (action === null) return;
      event.preventDefault();
      action();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}

function actionFor(event: KeyboardEvent, keys: PlayerKeys): (() => void) | null {
  const isCommand = event.ctrlKey || event.metaKey;
  const key = event.key.toLowerCase();
  if (isCommand && event.key === 'Enter') return event.repeat ? null : keys.onPrimary;
  if (isCommand && key === 's' && !event.shiftKey) return keys.onSave;
  if (isCommand || event.shiftKey || event.repeat || isWriting(event) || isPressing(event)) return null;
  return Object.hasOwn(keys.single, key) ? (keys.single[key] ?? null) : null;
}

/** Space and Enter press what they are on before they mean anything else. */
function isPressing({ key, target }: KeyboardEvent): boolean {
  if ((key !== ' ' && key !== 'Enter') || !(target instanceof HTMLElement)) return false;
  const isTick = key === ' ' && target instanceof HTMLInputElement && !(target.type === 'radio' && target.checked);
  return isTick || target.closest('button, a, summary, select, [role=button]') !== null;
}

/** Radios and ticks are fields too, but nobody writes letters into them. */
function isWriting(event: KeyboardEvent): boolean {
  const target = event.composedPath()[0];
  if (!(target instanceof HTMLElement)) return false;
  // Where someone was writing a moment ago.
  if (target.dataset.noLetters !== undefined) return true;
  if (target instanceof HTMLInputElement) return !['radio', 'checkbox', 'button'].includes(target.type);
  return target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}
