import { t } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';

/** R17: another tab writes; this one reads along until the learner says otherwise. */
export function ElsewhereNotice({ onTakeOver }: { readonly onTakeOver: () => void }) {
  return (
    <div className="work-pane__notice" role="status">
      <Notice title={t('player.elsewhere')} actions={<Button size="s" onClick={onTakeOver}>{t('player.takeOver')}</Button>}>
        {t('player.elsewhereWhy')}
      </Notice>
    </div>
  );
}
