import { t } from '../i18n/text.ts';
import { Dialog } from '../ui/dialog.tsx';
import { KeyTable } from '../ui/key-table.tsx';
import { APP_KEYS, PLAYER_KEYS, REVIEW_KEYS } from '../ui/key-tables.ts';

interface KeysDialogProps {
  isOpen: boolean;
  onClose: () => void;
  singleKeys: boolean;
}

export function KeysDialog({ isOpen, onClose, singleKeys }: KeysDialogProps) {
  const works = ({ isSingle }: { isSingle: boolean }): boolean => singleKeys || !isSingle;
  return (
    <Dialog title={t('common.keys')} isOpen={isOpen} onClose={onClose}>
      {/* Longer than a phone: the keyboard must reach it to scroll. */}
      <div role="group" aria-label={t('common.keys')} tabIndex={0}>
        <KeyTable title={t('common.keysInLesson')} keys={PLAYER_KEYS.filter(works)} />
        {singleKeys && <KeyTable title={t('common.keysInReview')} keys={REVIEW_KEYS} />}
        {singleKeys ? <KeyTable title={t('common.keysEverywhere')} keys={APP_KEYS} /> : <p>{t('common.keysSingleOff')}</p>}
      </div>
    </Dialog>
  );
}
