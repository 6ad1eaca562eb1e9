import { WifiOff } from 'lucide-react';
import { t } from '../i18n/text.ts';
import './network-sign.css';

/** The promise, always in sight. Narrow screens keep the sign and hide the words from the eye only. */
export function NetworkSign() {
  return (
    <span className="network-sign" title={t('common.noNetworkNeededWhy')}>
      <WifiOff />
      <span className="network-sign__words">{t('common.noNetworkNeeded')}</span>
    </span>
  );
}
