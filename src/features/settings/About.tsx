import { usePlatform } from '../../hooks/use-platform.ts';
import { t, type MessageId } from '../../i18n/text.ts';
import type { Missing } from '../../platform/platform.ts';
import { Notice } from '../../ui/notice.tsx';
import { Section } from '../../ui/section.tsx';

const MISSING = {
  jspi: 'settings.missingJspi',
  'lasting-storage': 'settings.missingLasting',
  'service-worker': 'settings.missingOffline',
  'web-locks': 'settings.missingLocks',
} as const satisfies Readonly<Record<Missing, MessageId>>;

/** Which version this is, and what the browser it runs in cannot do. */
export function About() {
  const { appVersion, kind, missing } = usePlatform();
  return (
    <Section title={t('settings.about')}>
      <p>{t('settings.version', { version: appVersion, kind })}</p>
      <p className="settings__note">{t('settings.changelog')}</p>
      {missing.length === 0 ? (
        <p className="settings__note">{t('settings.nothingMissing')}</p>
      ) : (
        <div className="settings__missing">
          <Notice title={t('settings.missingTitle')}>
            <ul className="settings__list">{missing.map((what) => <li key={what}>{t(MISSING[what])}</li>)}</ul>
          </Notice>
        </div>
      )}
    </Section>
  );
}
