import { useEffect, useRef, useState, type PointerEvent as ReactPointerEvent, type RefObject } from 'react';
import { isSameArrangement, placeAt, takeAway, type Arrangement, type Limits } from './arrangement.ts';
import { createAutoScroll } from './auto-scroll.ts';

/** A press that moves less is a click, px. */
const SLACK = 5;

/** What hangs on the pointer: where its top left corner is in the window, and its width, px. */
export interface Dragged {
  readonly id: string;
  readonly left: number;
  readonly top: number;
  readonly width: number;
}

interface DragInput {
  readonly root: RefObject<HTMLElement | null>;
  readonly placed: Arrangement;
  readonly limits: Limits;
  readonly onDrop: (placed: Arrangement, id: string) => void;
}

export interface Drag {
  readonly dragged: Dragged | null;
  /** As it would be if the pointer let go now. */
  readonly preview: Arrangement | null;
  readonly onPointerDown: (event: ReactPointerEvent, id: string) => void;
  /** Whether a drag has just ended: the click that follows it is none. */
  readonly hasJustDragged: () => boolean;
}

/** Dragging by pointer: a mouse takes hold anywhere, a finger at the grip alone, since elsewhere it scrolls. */
export function useDrag(input: DragInput): Drag {
  const [dragged, setDragged] = useState<Dragged | null>(null);
  const [preview, setPreview] = useState<Arrangement | null>(null);
  const latest = useRef(input);
  useEffect(() => {
    latest.current = input;
  });
  const hasDragged = useRef(false);
  const stop = useRef<(() => void) | null>(null);
  useEffect(() => () => stop.current?.(), []);

  const onPointerDown = (event: ReactPointerEvent, id: string): void => {
    const item = (event.target as Element).closest<HTMLElement>('[data-item]');
    const isGrip = (event.target as Element).closest('[data-grip]') !== null;
    hasDragged.current = false;
    if (item === null || event.button !== 0 || !event.isPrimary || (event.pointerType !== 'mouse' && !isGrip)) return;
    stop.current?.();
    const box = item.getBoundingClientRect();
    const grab = { x: event.clientX - box.left, y: event.clientY - box.top };
    const before = latest.current.placed;
    const { pointerId, clientX: fromX, clientY: fromY } = event;
    let at = { x: fromX, y: fromY };
    let shown: Arrangement | null = null;

    const aim = (): void => {
      const { root, limits } = latest.current;
      if (root.current === null) return;
      setDragged({ id, left: at.x - grab.x, top: at.y - grab.y, width: box.width });
      const next = aimAt(root.current, before, id, { ...at, left: at.x - grab.x }, limits);
      if (shown === null || !isSameArrangement(shown, next)) setPreview((shown = next));
    };
    const scrolling = createAutoScroll(item, aim);

    const onMove = (move: PointerEvent): void => {
      if (move.pointerId !== pointerId) return;
      at = { x: move.clientX, y: move.clientY };
      if (!hasDragged.current && Math.hypot(at.x - fromX, at.y - fromY) < SLACK) return;
      if (!hasDragged.current) latest.current.root.current?.setPointerCapture(pointerId);
      hasDragged.current = true;
      move.preventDefault();
      aim();
      scrolling.at(at.y);
    };
    const end = (isDrop: boolean): void => {
      stop.current?.();
      // The click that may follow a drag comes at once; a later one is meant.
      setTimeout(() => (hasDragged.current = false));
      if (isDrop && shown !== null) latest.current.onDrop(shown, id);
    };
    const onUp = (up: PointerEvent): void => (up.pointerId === pointerId ? end(true) : undefined);
    const onCancel = (cancel: PointerEvent): void => (cancel.pointerId === pointerId ? end(false) : undefined);
    const onKey = (key: KeyboardEvent): void => {
      if (key.key !== 'Escape' || !hasDragged.current) return;
      key.preventDefault();
      key.stopPropagation();
      end(false);
    };
    window.addEventListener('pointermove', onMove, { passive: false });
    window.addEventListener('pointerup', onUp);
    window.addEventListener('pointercancel', onCancel);
    window.addEventListener('keydown', onKey, true);
    stop.current = () => {
      stop.current = null;
      scrolling.stop();
      window.removeEventListener('pointermove', onMove);
      window.removeEventListener('pointerup', onUp);
      window.removeEventListener('pointercancel', onCancel);
      window.removeEventListener('keydown', onKey, true);
      setDragged(null);
      setPreview(null);
    };
  };
  return { dragged, preview, onPointerDown, hasJustDragged: () => hasDragged.current };
}

/** Where the pointer points. What it holds does not count: so a place once taken is not lost by the shift it causes. */
function aimAt(
  root: HTMLElement,
  before: Arrangement,
  id: string,
  at: { readonly x: number; readonly y: number; readonly left: number },
  limits: Limits,
): Arrangement {
  const list = root.querySelector<HTMLElement>('[data-zone="placed"]');
  const spare = root.querySelector<HTMLElement>('[data-zone="spare"]');
  if (list === null) return before;
  if (limits.hasSpare && spare !== null && at.y > spare.getBoundingClientRect().top) return takeAway(before, id);
  const others = [...list.querySelectorAll<HTMLElement>('[data-item]')].filter((item) => item.dataset.item !== id);
  const index = others.filter((item) => middleOf(item) < at.y).length;
  // In rem: the style sheet draws the same.
  const step = parseFloat(getComputedStyle(root).getPropertyValue('--step')) * parseFloat(getComputedStyle(document.documentElement).fontSize);
  const { left } = list.getBoundingClientRect();
  const indent = Math.round((at.left - left - parseFloat(getComputedStyle(list).paddingInlineStart)) / step);
  return placeAt(before, id, index, indent, limits);
}

function middleOf(item: HTMLElement): number {
  const { top, height } = item.getBoundingClientRect();
  return top + height / 2;
}
