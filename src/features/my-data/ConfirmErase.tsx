import { t } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import type { Target } from './erasure.ts';

interface ConfirmEraseProps {
  target: Target | null;
  onClose: () => void;
  onErase: (target: Target) => void;
}

export function ConfirmErase({ target, onClose, onErase }: ConfirmEraseProps) {
  const actions = target !== null && (
    <>
      <Button onClick={onClose}>{t('data.keepIt')}</Button>
      <Button kind="danger" onClick={() => onErase(target)}>{t('data.eraseVerb')}</Button>
    </>
  );
  return (
    <Dialog title={target === null ? '' : questionOf(target)} isOpen={target !== null} onClose={onClose} actions={actions}>
      <p>{target !== null && consequenceOf(target)}</p>
      <p className="my-data__note my-data__promise">{t('data.undoPromise')} {t('data.finalHere')}</p>
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
