import { useSyncExternalStore } from 'react';
import { useServices } from '../hooks/use-services.ts';
import { t } from '../i18n/text.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import './recovery-notice.css';

/** Work was gone from the database and is back: told once, in plain words. */
export function RecoveryNotice() {
  const { news } = useServices().recovery;
  const found = useSyncExternalStore(news.subscribe, news.get);
  if (found === null) return null;
  const { attempts, profiles, others, isAnew, isPartial } = found;
  return (
    <section className="recovery-notice" aria-label={t('recovery.title')} role="status">
      <Notice
        tone="note"
        title={t('recovery.title')}
        actions={<Button size="s" onClick={() => news.dismiss()}>{t('common.understood')}</Button>}
      >
        <p>{t(isAnew ? 'recovery.anew' : 'recovery.missing')}</p>
        <p>{t('recovery.back', { attempts, profiles, others })}</p>
        {isPartial && <p>{t('recovery.partial')}</p>}
      </Notice>
    </section>
  );
}
