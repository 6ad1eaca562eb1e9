import { formatMoment } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import type { Preview } from '../../services/backup-service.ts';
import { Notice } from '../../ui/notice.tsx';
import { damageWords } from './words.ts';

/** What is in the file, and what of it is not here yet. */
export function FileFacts({ name, preview }: { name: string; preview: Preview }) {
  const { madeAt, users, attemptCount, draftCount, courses, app, fresh, damage } = preview;
  const titles = courses.map(({ title, isHere }) => (isHere ? title : t('restore.courseNew', { title })));
  const facts = [
    [t('restore.made'), formatMoment(madeAt)],
    [t('restore.people'), users.map(({ displayName }) => displayName).join(', ') || t('restore.nobody')],
    [t('restore.answers'), t('restore.answersOf', { all: attemptCount, fresh: fresh.exerciseAttempts ?? 0 })],
    [t('restore.drafts'), t('restore.count', { count: draftCount })],
    [t('restore.courses'), titles.join(', ') || t('restore.count', { count: 0 })],
    [t('restore.version'), app],
  ] as const;
  return (
    <>
      <h3 className="restore__name">{name}</h3>
      <dl className="restore__facts">
        {facts.map(([what, value]) => (
          <div key={what} className="restore__fact">
            <dt>{what}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {damage !== null && <Notice tone="notyet" title={t('restore.damaged')}><p>{damageWords(damage)}</p></Notice>}
    </>
  );
}
