import { X } from 'lucide-react';
import { useEffect, useId, useRef, type MouseEvent, type ReactNode } from 'react';
import { t } from '../i18n/text.ts';
import { classNames } from './class-names.ts';
import { IconButton } from './icon-button.tsx';
import './dialog.css';

interface DialogProps {
  title: string;
  isOpen: boolean;
  /** Esc, the cross, or a press beside it. */
  onClose: () => void;
  children: ReactNode;
  /** Buttons at the foot, the way out first. */
  actions?: ReactNode;
  /** `side` slides in at the end of the line: contents, history. */
  shape?: 'middle' | 'wide' | 'side';
}

/** The browser's own modal dialog: focus stays in it and goes back where it came from. */
export function Dialog({ title, isOpen, onClose, children, actions, shape = 'middle' }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const dialog = ref.current;
    if (dialog === null) return;
    if (isOpen && !dialog.open) {
      dialog.showModal();
      // A field focuses itself as it is mounted, when the dialog cannot be seen yet; the browser then took the cross.
      dialog.querySelector<HTMLElement>('[data-autofocus]')?.focus();
    }
    if (!isOpen && dialog.open) dialog.close();
  }, [isOpen]);
  const onPress = (event: MouseEvent<HTMLDialogElement>): void => {
    if (event.target === event.currentTarget) onClose();
  };
  return (
    <dialog ref={ref} className={classNames('dialog', `dialog--${shape}`)} aria-labelledby={titleId} onClose={onClose} onMouseDown={onPress}>
      {isOpen && (
        <div className="dialog__sheet">
          <header className="dialog__head">
            <h2 id={titleId}>{title}</h2>
            <IconButton label={t('common.close')} icon={<X />} onClick={onClose} />
          </header>
          <div className="dialog__body">{children}</div>
          {actions !== undefined && <footer className="dialog__foot">{actions}</footer>}
        </div>
      )}
    </dialog>
  );
}
