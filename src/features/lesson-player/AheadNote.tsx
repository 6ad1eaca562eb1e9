import './ahead-note.css';
import { FastForward } from 'lucide-react';
import { t } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import type { SkipAhead } from './use-skip-ahead.ts';

/** Offers the skip-ahead check; while it goes on, stands where the lesson's text stood. */
export function AheadNote({ ahead }: { readonly ahead: SkipAhead }) {
  const { standing, total } = ahead;
  if (standing === 'offered') {
    return (
      <p className="ahead-note">
        {t('player.aheadOffer')}{' '}
        <Button kind="quiet" size="s" icon={<FastForward />} onClick={ahead.start}>{t('player.aheadStart', { total })}</Button>
      </p>
    );
  }
  return standing !== 'going' ? null : (
    <div className="ahead-note ahead-note--going">
      <p>{t('player.aheadGoing', { total })}</p>
      <Button size="s" onClick={ahead.stop}>{t('player.aheadTake')}</Button>
    </div>
  );
}
