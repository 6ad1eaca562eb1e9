import type { User } from '../../../db/models/user.ts';
import { useLive } from '../../hooks/use-live.ts';
import { useServices } from '../../hooks/use-services.ts';
import { t } from '../../i18n/text.ts';
import type { Settings } from '../../services/settings-service.ts';
import { Loading } from '../../ui/loading.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Section } from '../../ui/section.tsx';
import { Switch } from '../../ui/switch.tsx';
import { About } from './About.tsx';
import { Reading } from './Reading.tsx';
import { Rename } from './Rename.tsx';
import { ThemeChoice } from './ThemeChoice.tsx';
import './settings.css';

export function SettingsScreen({ user }: { user: User }) {
  const { settings } = useServices();
  const values = useLive(() => settings.values(user.id), [settings, user.id]);
  if (values.state === 'loading') return <Loading />;
  const set = (patch: Partial<Settings>): void => void settings.set(user.id, patch);
  return (
    <div className="page page--narrow settings">
      <PageHeader title={t('common.settings')} lead={t('settings.lead', { name: user.displayName })} />
      <Section title={t('settings.look')}>
        <ThemeChoice theme={values.value.theme} onChange={(theme) => set({ theme })} />
      </Section>
      <Section title={t('settings.reading')}>
        <Reading settings={values.value} onChange={set} />
      </Section>
      <Section title={t('common.keys')}>
        <Switch
          label={t('settings.singleKeys')}
          hint={t('settings.singleKeysWhy')}
          isOn={values.value.singleKeys}
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
