import { useEffect, useState } from 'react';
import { usePlatform } from '../hooks/use-platform.ts';
import { t } from '../i18n/text.ts';
import { Button } from '../ui/button.tsx';
import { Status } from '../ui/notice.tsx';
import './update-notice.css';

const WORDS = {
  ready: 'common.updateReady',
  waiting: 'common.updateWaits',
  failed: 'common.updateFailed',
  undone: 'common.updateUndone',
} as const;

/** A new version never comes in by itself: it asks, and waits while anything is unsaved in any tab. One undone is told. */
export function UpdateNotice() {
  const { updates } = usePlatform();
  const [state, setState] = useState<'none' | keyof typeof WORDS | 'later'>('none');
  useEffect(() => updates.onNews(setState), [updates]);
  const apply = async (): Promise<void> => {
    const applied = await updates.apply();
    if (!applied.ok) setState(applied.error.type === 'NotTaken' ? 'failed' : 'waiting');
  };
  const understand = (): void => {
    updates.understood();
    setState('none');
  };
  const isShown = state !== 'none' && state !== 'later';
  return (
    <section className="update-notice" aria-label={t('common.update')} hidden={!isShown}>
      <Status>{isShown && t(WORDS[state])}</Status>
      {isShown && (
        <div className="update-notice__actions">
          {state === 'undone' && <Button size="s" onClick={understand}>{t('common.understood')}</Button>}
          {state !== 'undone' && (
            <>
              <Button size="s" kind="quiet" onClick={() => setState('later')}>{t('common.later')}</Button>
              <Button size="s" kind="primary" onClick={() => void apply()}>{t('common.updateNow')}</Button>
            </>
          )}
        </div>
      )}
    </section>
  );
}
