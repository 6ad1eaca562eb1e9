import type { RefObject } from 'react';
import type { ReviewGrade } from '../../../db/models/review-log.ts';
import type { Answered } from './use-answered.ts';
import { findEditor } from './use-exercise-keys.ts';
import { usePlayerKeys } from './use-player-keys.ts';
import type { Work } from './use-work.ts';

interface AskedKeys {
  readonly work: Work;
  readonly answered: Answered | null;
  readonly screen: RefObject<HTMLElement | null>;
  /** The learner may switch single keys off. */
  readonly singleKeys: boolean;
  readonly onPrimary: () => void;
  readonly onSave: () => void;
  /** null: the grade that is suggested. */
  readonly onGrade: (grade: ReviewGrade | null) => void;
  readonly onUndo: () => void;
}

/** Space shows; once there is an answer, Space and Enter take the suggested grade and 1–4 another; u undoes, e and h as ever. */
export function useAskedKeys({ work, answered, screen, singleKeys, onPrimary, onSave, onGrade, onUndo }: AskedKeys): void {
  const choose = (n: number) => () => {
    const option = screen.current?.querySelector<HTMLInputElement>(`[data-choice="${n}"]:enabled`);
    option?.click();
    option?.focus();
  };
  const numbers = Array.from({ length: 9 }, (_, i) => i + 1);
  const open = {
    ...Object.fromEntries(numbers.map((n) => [String(n), choose(n)])),
    ' ': () => (work.isReadOnly || work.state.phase !== 'idle' ? undefined : work.hints.reveal()),
    h: () => work.hints.next(),
  };
  const grade = (to: ReviewGrade | null) => () => onGrade(to);
  const told = { 1: grade(1), 2: grade(2), 3: grade(3), 4: grade(4), ' ': grade(null), enter: grade(null) };
  const always = {
    u: onUndo,
    e: () => (screen.current === null ? null : findEditor(screen.current))?.focus(),
  };
  usePlayerKeys({ onPrimary, onSave, single: singleKeys ? { ...always, ...(answered === null ? open : told) } : {} });
}
