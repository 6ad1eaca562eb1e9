import type { User } from '../../../db/models/user.ts';
import { t } from '../../i18n/text.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { Section } from '../../ui/section.tsx';
import { Backups } from './Backups.tsx';
import { Erase } from './Erase.tsx';
import { Erased } from './Erased.tsx';
import { Place } from './Place.tsx';
import './my-data.css';

export function MyData({ user }: { user: User }) {
  return (
    <div className="page page--narrow my-data">
      <PageHeader title={t('common.myData')} lead={t('data.lead')} />
      <Erased />
      <Section title={t('data.place')}><Place /></Section>
      <Section title={t('data.backup')}><Backups /></Section>
      <Section title={t('data.erase')}><Erase user={user} /></Section>
    </div>
  );
}
