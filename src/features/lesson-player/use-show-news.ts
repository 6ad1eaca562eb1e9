import { useEffect, useRef } from 'react';
import type { DraftState } from './draft-keeper.ts';
import type { PlayerState } from './player-store.ts';

/** What is new (a result, a hint, the solution) is brought into sight where it stands; the focus stays where it is. */
export function useShowNews({ said, isSure, isRereading, isArranging }: PlayerState, draft: DraftState): void {
  const isOpen = draft.access !== 'loading';
  useOnChange(String(said.nth), () => {
    // As much as there is room for of what follows from it, too: the reason, why it works.
    show('.results__outcome[data-stale=false]');
    show('[data-told]');
  });
  const ladder = `${draft.hintsShown} ${draft.solutionRevealed} ${isSure} ${isRereading} ${isArranging}`;
  useOnChange(isOpen ? ladder : null, () => show('.hint-ladder > :last-child'));
}

/** Calls back when `value` has changed, not when it is first there. */
function useOnChange(value: string | null, onChange: () => void): void {
  const before = useRef(value);
  useEffect(() => {
    if (before.current === value) return;
    const isFirst = before.current === null;
    before.current = value;
    if (value !== null && !isFirst) onChange();
  });
}

function show(selector: string): void {
  document.querySelector(selector)?.scrollIntoView({ block: 'nearest' });
}
