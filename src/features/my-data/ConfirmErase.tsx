import { useState } from 'react';
import { t } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Switch } from '../../ui/switch.tsx';
import type { Target } from './erasure.ts';

interface ConfirmEraseProps {
  target: Target | null;
  /** Automatic copies that hold it too. */
  copyCount: number;
  onClose: () => void;
  onErase: (target: Target, alsoCopies: boolean) => void;
}

export function ConfirmErase({ target, copyCount, onClose, onErase }: ConfirmEraseProps) {
  const [alsoCopies, setAlsoCopies] = useState(false);
  const close = (): void => {
    setAlsoCopies(false);
    onClose();
  };
  const erase = (chosen: Target): void => {
    setAlsoCopies(false);
    onErase(chosen, alsoCopies && copyCount > 0);
  };
  const actions = target !== null && (
    <>
      <Button onClick={close}>{t('data.keepIt')}</Button>
      <Button kind="danger" onClick={() => erase(target)}>{t('data.eraseVerb')}</Button>
    </>
  );
  return (
    <Dialog title={target === null ? '' : questionOf(target)} isOpen={target !== null} onClose={close} actions={actions}>
      <p>{target !== null && consequenceOf(target)}</p>
      <p className="my-data__note my-data__promise">{t('data.undoPromise')} {t('data.finalHere')}</p>
      {copyCount > 0 && (
        <div className="my-data__also">
          <Switch label={t('data.eraseCopies', { count: copyCount })} hint={t('data.eraseCopiesHint')} isOn={alsoCopies} onChange={setAlsoCopies} />
        </div>
      )}
    </Dialog>
  );
}

function questionOf(target: Target): string {
  switch (target.kind) {
    case 'course':
      return t('data.askCourse', { course: target.course.title });
    case 'profile':
      return t('data.askProfile', { name: target.user.displayName });
    case 'all':
      return t('data.askAll');
  }
}

function consequenceOf(target: Target): string {
  switch (target.kind) {
    case 'course':
      return t('data.courseGoes', { course: target.course.title });
    case 'profile':
      return t('data.profileGoes', { name: target.user.displayName });
    case 'all':
      return t('data.allGoes', { names: target.users.map(({ displayName }) => displayName).join(', ') });
  }
}
