import { useLayoutEffect, useRef, useState, type FocusEvent, type KeyboardEvent, type RefObject } from 'react';
import { t } from '../../../i18n/text.ts';
import { isPlaced, isSameArrangement, append, moved, placeOf, type Arrangement, type Limits, type Move } from './arrangement.ts';
import { useDrag, type Drag } from './use-drag.ts';

interface ArrangerInput {
  readonly root: RefObject<HTMLElement | null>;
  readonly placed: Arrangement;
  readonly limits: Limits;
  /** What a thing is called, to be read out. */
  readonly nameOf: (id: string) => string;
  readonly onChange: (placed: Arrangement) => void;
}

export interface ArrangerState {
  /** What is picked up, by key or by press. */
  readonly heldId: string | null;
  readonly drag: Drag;
  readonly said: { readonly words: string; readonly nth: number };
  /** Picks up, or puts down what is held. */
  readonly toggle: (id: string) => void;
  readonly move: (move: Move) => void;
  readonly canMove: (move: Move) => boolean;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onBlur: (event: FocusEvent) => void;
}

interface Hand {
  readonly id: string;
  /** What Escape brings back. */
  readonly before: Arrangement;
  /** As it was last moved. */
  readonly now: Arrangement;
}

const KEYS: Readonly<Record<string, Move>> = { ArrowUp: 'up', ArrowDown: 'down', ArrowRight: 'in', ArrowLeft: 'out', Delete: 'away', Backspace: 'away' };

/** Picking up, moving, putting down: by key, by plain buttons, by pointer; each told aloud. */
export function useArranger({ root, placed, limits, nameOf, onChange }: ArrangerInput): ArrangerState {
  const [hand, setHand] = useState<Hand | null>(null);
  // A reset or a restore takes what is held out of the hand.
  const held = hand !== null && isSameArrangement(hand.now, placed) ? hand : null;
  const [said, setSaid] = useState({ words: '', nth: 0 });
  const say = (words: string): void => setSaid(({ nth }) => ({ words, nth: nth + 1 }));
  const focusNext = useRef<string | null>(null);
  const focusOn = (id: string): void => {
    focusNext.current = id;
  };
  // What is moved in the document loses the focus.
  useLayoutEffect(() => {
    const id = focusNext.current;
    if (id === null) return;
    focusNext.current = null;
    buttonOf(root.current, id)?.focus({ preventScroll: true });
    buttonOf(root.current, id)?.scrollIntoView({ block: 'nearest' });
  });
  const where = (arrangement: Arrangement, id: string): string => whereWords(arrangement, id, limits);

  const drag = useDrag({
    ...{ root, placed, limits },
    onDrop: (next, id) => {
      setHand(isPlaced(next, id) ? { id, before: placed, now: next } : null);
      focusOn(id);
      if (isSameArrangement(next, placed)) return;
      onChange(next);
      say(where(next, id));
    },
  });

  const toggle = (id: string): void => {
    if (drag.hasJustDragged()) return;
    if (held?.id === id) {
      setHand(null);
      say(t('answers.putDown', { where: where(placed, id) }));
      return;
    }
    const next = isPlaced(placed, id) ? placed : append(placed, id, limits);
    setHand({ id, before: placed, now: next });
    if (next !== placed) {
      focusOn(id);
      onChange(next);
    }
    say(t('answers.pickedUp', { name: nameOf(id), where: where(next, id) }));
  };

  const move = (by: Move): void => {
    if (held === null) return;
    const next = moved(placed, held.id, by, limits);
    if (next === placed) {
      say(t('answers.cannotMove', { where: where(placed, held.id) }));
      return;
    }
    if (by !== 'in' && by !== 'out' && root.current?.contains(document.activeElement) === true && isItem(document.activeElement)) focusOn(held.id);
    setHand(by === 'away' ? null : { ...held, now: next });
    onChange(next);
    say(where(next, held.id));
  };

  const cancel = (): void => {
    if (held === null) return;
    setHand(null);
    focusOn(held.id);
    onChange(held.before);
    say(t('answers.cancelled', { where: where(held.before, held.id) }));
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const by = KEYS[event.key];
    if (event.key === 'Escape' && held !== null) {
      event.preventDefault();
      event.stopPropagation();
      cancel();
    } else if (by !== undefined && held !== null && isItem(event.target)) {
      event.preventDefault();
      move(by);
    } else if ((by === 'up' || by === 'down') && isItem(event.target)) {
      event.preventDefault();
      focusNeighbour(root.current, event.target, by === 'up' ? -1 : 1);
    }
  };
  // The focus has gone elsewhere for good, not only in the course of a move.
  const onBlur = (event: FocusEvent): void => {
    if (event.relatedTarget instanceof Node && root.current?.contains(event.relatedTarget) === false) setHand(null);
  };
  return {
    heldId: held?.id ?? null,
    ...{ drag, said, toggle, move, onKeyDown, onBlur },
    canMove: (by) => held !== null && moved(placed, held.id, by, limits) !== placed,
  };
}

/** "Line 2 of 5, indented 1 step", or that it is not placed. */
export function whereWords(placed: Arrangement, id: string, { maxIndent, hasSpare }: Limits): string {
  const index = placeOf(placed, id);
  if (index < 0) return t('answers.notPlaced');
  const values = { n: index + 1, total: placed.length };
  if (!hasSpare) return t('answers.placeOf', values);
  return maxIndent === 0 ? t('answers.lineOf', values) : t('answers.lineOfIndented', { ...values, indent: placed[index]?.indent ?? 0 });
}

const buttonOf = (root: HTMLElement | null, id: string): HTMLElement | null =>
  root?.querySelector(`[data-press="${CSS.escape(id)}"]`) ?? null;

const isItem = (target: EventTarget | null): target is HTMLElement => target instanceof HTMLElement && target.dataset.press !== undefined;

function focusNeighbour(root: HTMLElement | null, from: HTMLElement, by: -1 | 1): void {
  const all = [...(root?.querySelectorAll<HTMLElement>('[data-press]') ?? [])];
  all[all.indexOf(from) + by]?.focus();
}
