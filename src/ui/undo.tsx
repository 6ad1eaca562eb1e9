import { Undo2, X } from 'lucide-react';
import { createContext } from 'react';
import { t } from '../i18n/text.ts';
import { Button } from './button.tsx';
import { IconButton } from './icon-button.tsx';
import './undo.css';

/** Something that was erased and can still be brought back, until the app starts again. */
export interface UndoOffer {
  readonly id: string;
  /** What was done: "Jane's profile was erased." */
  readonly words: string;
  /** More about it; empty when there is nothing to add. */
  readonly note: string;
  /** The screen that made the offer shows it in its place, so no bar lies over the screen as well. */
  readonly isInPlace?: true;
  undo(): Promise<void>;
}

/** Held above everything, since erasing a profile takes its screens away. */
export interface UndoOffers {
  readonly offers: readonly UndoOffer[];
  readonly offer: (offer: UndoOffer) => void;
  readonly take: (id: string) => Promise<void>;
}

export const UndoContext = createContext<UndoOffers>({ offers: [], offer: () => undefined, take: () => Promise.resolve() });

interface UndoBarProps {
  offer: UndoOffer;
  onUndo: () => void;
  onClose: () => void;
}

export function UndoBar({ offer, onUndo, onClose }: UndoBarProps) {
  return (
    <section className="undo" aria-label={t('common.undo')}>
      <p className="undo__words">
        {offer.words} <span className="undo__note">{offer.note}</span>
      </p>
      <Button size="s" icon={<Undo2 />} onClick={onUndo}>{t('common.undo')}</Button>
      <IconButton label={t('common.close')} icon={<X />} onClick={onClose} />
    </section>
  );
}
