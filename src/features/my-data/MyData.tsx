import type { User } from '../../../db/models/user.ts';
import { useLive } from '../../hooks/use-live.ts';
import { useServices } from '../../hooks/use-services.ts';
import { t } from '../../i18n/text.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { href } from '../../ui/routes.ts';
import { Section } from '../../ui/section.tsx';
import { Copies } from './Copies.tsx';
import { Courses } from './Courses.tsx';
import { Erase } from './Erase.tsx';
import { Erased } from './Erased.tsx';
import { MyRecord } from './MyRecord.tsx';
import { Place } from './Place.tsx';
import { Safety } from './Safety.tsx';
import { useCopies } from './use-copies.ts';
import { useWeights } from './use-weights.ts';
import './my-data.css';

/** In the order in which a worried learner asks. */
export function MyData({ user }: { user: User }) {
  const { backups, profiles } = useServices();
  const facts = useLive(async () => ({ made: await backups.made(), users: await profiles.list() }), [backups, profiles]);
  const made = facts.state === 'ready' ? facts.value.made : [];
  const users = facts.state === 'ready' ? facts.value.users : [user];
  const { copies, trouble, reload } = useCopies(made[0]?.at ?? null);
  const weights = useWeights(users.length);
  return (
    <div className="page page--narrow my-data">
      <PageHeader title={t('common.myData')} lead={t('data.lead')} />
      <Erased />
      <Section title={t('data.safe')}><Safety copies={copies} lastBackup={made[0] ?? null} /></Section>
      <Section title={t('data.restore')}>
        <p className="my-data__note">{t('data.restoreWhy')}</p>
        <div className="my-data__ask"><ButtonLink size="s" href={href.restore}>{t('data.restoreLink')}</ButtonLink></div>
      </Section>
      <Section title={t('data.copies')}>
        {trouble !== null && <Notice tone="notyet">{t('data.copiesUnread', { reason: trouble })}</Notice>}
        {copies !== null && <Copies copies={copies} reload={reload} />}
      </Section>
      <Section title={t('data.place')}><Place users={users} weights={weights} /></Section>
      <Section title={t('data.courses')}><Courses userId={user.id} weights={weights} /></Section>
      <Section title={t('data.record')}><MyRecord userId={user.id} /></Section>
      <Section title={t('data.erase')}><Erase user={user} onErased={reload} /></Section>
    </div>
  );
}
