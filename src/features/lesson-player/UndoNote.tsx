import { Undo2, X } from 'lucide-react';
import { t } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import type { Work } from './use-work.ts';

/** After a reset or a restore: the way back, for as long as it may be wanted. */
export function UndoNote({ work: { state, store, undo } }: { readonly work: Work }) {
  if (state.undo === null) return null;
  // The note goes with its buttons: the focus must not go with it.
  const andGoOn = (act: () => void) => (): void => {
    act();
    document.querySelector<HTMLElement>('[data-primary]')?.focus();
  };
  return (
    <div className="undo-note">
      <p className="undo-note__words">{state.undo.words}</p>
      <Button size="s" icon={<Undo2 />} onClick={andGoOn(undo)}>{t('common.undo')}</Button>
      <IconButton label={t('common.close')} icon={<X />} onClick={andGoOn(() => store.setState({ undo: null }))} />
    </div>
  );
}
