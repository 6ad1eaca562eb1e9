import { usePlatform } from '../../hooks/use-platform.ts';
import { t } from '../../i18n/text.ts';
import { Notice } from '../../ui/notice.tsx';
import { Section } from '../../ui/section.tsx';

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
            <ul className="settings__list">{missing.map((what) => <li key={what}>{t('settings.missing', { what })}</li>)}</ul>
          </Notice>
        </div>
      )}
    </Section>
  );
}
