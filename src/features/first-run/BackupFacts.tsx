import { formatMoment } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import type { BackupInfo } from '../../services/backup-service.ts';
import { Notice } from '../../ui/notice.tsx';
import { damageWords } from './backup-words.ts';

/** What is in a backup, before anything is restored. */
export function BackupFacts({ info }: { info: BackupInfo }) {
  const facts = [
    [t('firstRun.madeAt'), formatMoment(info.madeAt)],
    [t('firstRun.people'), info.users.map(({ displayName }) => displayName).join(', ')],
    [t('firstRun.courses'), t('firstRun.count', { count: info.courseCount })],
    [t('firstRun.attempts'), t('firstRun.count', { count: info.attemptCount })],
    [t('firstRun.drafts'), t('firstRun.count', { count: info.draftCount })],
    [t('firstRun.appVersion'), info.app],
  ] as const;
  return (
    <>
      <dl className="from-backup__facts">
        {facts.map(([name, value]) => (
          <div key={name} className="from-backup__fact">
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {info.damage && <Notice tone="notyet">{damageWords(info.damage)}</Notice>}
    </>
  );
}
