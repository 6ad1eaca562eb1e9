import { Undo2, X } from 'lucide-react';
import { t } from '../i18n/text.ts';
import { Button } from './button.tsx';
import { IconButton } from './icon-button.tsx';
import type { UndoOffer } from './undo.tsx';
import './undo.css';

interface UndoBarProps {
  offer: UndoOffer;
  onUndo: () => void;
  onClose: () => void;
}

/** Lies over the screen: what was done, and the way back. */
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
