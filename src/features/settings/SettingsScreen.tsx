import type { User } from '../../../db/models/user.ts';
import { t } from '../../i18n/text.ts';
import { Loading } from '../../ui/loading.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Section } from '../../ui/section.tsx';
import { Switch } from '../../ui/switch.tsx';
import { About } from './About.tsx';
import { Reading } from './Reading.tsx';
import { Rename } from './Rename.tsx';
import { ThemeChoice } from './ThemeChoice.tsx';
import { useSettings } from './use-settings.ts';
import './settings.css';

export function SettingsScreen({ user }: { user: User }) {
  const [settings, set] = useSettings(user.id);
  if (settings === null) return <Loading />;
  return (
    <div className="page page--narrow settings">
      <PageHeader title={t('common.settings')} lead={t('settings.lead', { name: user.displayName })} />
      <Section title={t('settings.look')}>
        <ThemeChoice theme={settings.theme} onChange={(theme) => set({ theme })} />
      </Section>
      <Section title={t('settings.reading')}>
        <Reading settings={settings} onChange={set} />
      </Section>
      <Section title={t('common.keys')}>
        <Switch
          label={t('settings.singleKeys')}
          hint={t('settings.singleKeysWhy')}
          isOn={settings.singleKeys}
          onChange={(singleKeys) => set({ singleKeys })}
        />
      </Section>
      <Section title={t('settings.name')}>
        <Rename user={user} />
      </Section>
      <About />
    </div>
  );
}
