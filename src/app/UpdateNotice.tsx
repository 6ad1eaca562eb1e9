import { useEffect, useState } from 'react';
import { usePlatform } from '../hooks/use-platform.ts';
import { t } from '../i18n/text.ts';
import { Button } from '../ui/button.tsx';
import { Status } from '../ui/notice.tsx';
import './update-notice.css';

/** A new version never comes in by itself: it asks, and waits while anything is unsaved in any tab. */
export function UpdateNotice() {
  const { updates } = usePlatform();
  const [state, setState] = useState<'none' | 'ready' | 'waiting' | 'later'>('none');
  useEffect(() => updates.onReady(() => setState('ready')), [updates]);
  const apply = async (): Promise<void> => {
    const applied = await updates.apply();
    if (!applied.ok) setState('waiting');
  };
  const isShown = state === 'ready' || state === 'waiting';
  return (
    <section className="update-notice" aria-label={t('common.update')} hidden={!isShown}>
      <Status>{isShown && t(state === 'ready' ? 'common.updateReady' : 'common.updateWaits')}</Status>
      {isShown && (
        <div className="update-notice__actions">
          <Button size="s" kind="quiet" onClick={() => setState('later')}>{t('common.later')}</Button>
          <Button size="s" kind="primary" onClick={() => void apply()}>{t('common.updateNow')}</Button>
        </div>
      )}
    </section>
  );
}
