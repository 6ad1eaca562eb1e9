import type { RefObject } from 'react';
import { usePlayerKeys } from './use-player-keys.ts';
import type { Steps } from './use-steps.ts';
import type { Work } from './use-work.ts';

interface ExerciseKeys {
  readonly work: Work;
  readonly steps: Steps;
  readonly screen: RefObject<HTMLElement | null>;
  /** The learner may switch single letters off. */
  readonly singleKeys: boolean;
  readonly onPrimary: () => void;
  readonly onSave: () => void;
  readonly showWork: () => void;
}

/** e editor, r results, n and p next and previous, h hint, 1–9 options; ? is the shell's. */
export function useExerciseKeys({ work, steps, screen, singleKeys, onPrimary, onSave, showWork }: ExerciseKeys): void {
  const goTo = (find: (root: HTMLElement) => HTMLElement | null): void => {
    showWork();
    requestAnimationFrame(() => {
      const target = screen.current === null ? null : find(screen.current);
      target?.focus();
      target?.scrollIntoView({ block: 'nearest' });
    });
  };
  const choose = (n: number) => () =>
    goTo((root) => {
      const radio = root.querySelector<HTMLInputElement>(`[data-choice="${n}"]:enabled`);
      radio?.click();
      return radio;
    });
  const letters = {
    e: () => goTo(findEditor),
    // The result of a choice stands under the option that was chosen.
    r: () => goTo((root) => root.querySelector('[data-reason], [data-results]:not([data-empty="true"]), [data-results]')),
    n: () => steps.onward(),
    p: () => steps.previous(),
    h: () => {
      showWork();
      work.hints.next();
    },
  };
  const digits = Object.fromEntries(Array.from({ length: 9 }, (_, i) => [String(i + 1), choose(i + 1)]));
  usePlayerKeys({ onPrimary, onSave, single: singleKeys ? { ...letters, ...digits } : {} });
}

/** The code editor's text lies in its shadow root. */
export function findEditor(root: HTMLElement): HTMLElement | null {
  const inShadow = root.querySelector('.code-editor')?.shadowRoot?.querySelector<HTMLElement>('.cm-content');
  return inShadow ?? root.querySelector('[data-editor], [data-choice]:checked, [data-choice]');
}
