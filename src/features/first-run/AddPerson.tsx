import { t } from '../../i18n/text.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { NameForm } from './NameForm.tsx';

/** Another learner on this device, who then is the current one. */
export function AddPerson({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  return (
    <Dialog title={t('common.addPerson')} isOpen={isOpen} onClose={onClose}>
      <NameForm label={t('firstRun.theirName')} action={t('firstRun.add')} onDone={onClose} />
    </Dialog>
  );
}
