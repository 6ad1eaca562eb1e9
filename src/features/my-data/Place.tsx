import { useState } from 'react';
import type { User } from '../../../db/models/user.ts';
import { useLive } from '../../hooks/use-live.ts';
import { usePlatform } from '../../hooks/use-platform.ts';
import { formatBytes } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import type { Persistence } from '../../platform/platform.ts';
import type { Weights } from '../../services/soundness/soundness-service.ts';
import { Button } from '../../ui/button.tsx';
import { Status } from '../../ui/notice.tsx';
import { Fact, Facts } from './Facts.tsx';
import { about } from './use-weights.ts';

/** Where the data is, how big, and whether the browser has promised to keep it. */
export function Place({ users, weights }: { users: readonly User[]; weights: Weights | null }) {
  const { kind, storage } = usePlatform();
  const [answer, setAnswer] = useState<Persistence | null>(null);
  const facts = useLive(async () => {
    const [estimate, persistence] = await Promise.all([storage.estimate(), storage.persistence()]);
    return { estimate, persistence };
  }, [storage, answer]);
  if (facts.state === 'loading') return null;
  const { estimate, persistence } = facts.value;
  const isKept = persistence === 'kept' || answer === 'kept';
  const ask = (
    <Button size="s" onClick={() => void storage.askToPersist().then(setAnswer)}>{t('data.askToKeep')}</Button>
  );
  return (
    <>
      <Facts>
        <Fact name={t('data.where')}>{t('data.whereIs', { kind })}</Fact>
        <Fact name={t('data.kept')} action={isKept ? undefined : ask}>{t('data.keptIs', { persistence: isKept ? 'kept' : persistence })}</Fact>
        <Fact name={t('data.size')}>
          {estimate === null
            ? t('data.sizeUnknown')
            : t('data.sizeOf', { usage: formatBytes(estimate.usage), quota: formatBytes(estimate.quota) })}
        </Fact>
      </Facts>
      <Status>{answer !== null && t('data.answer', { persistence: answer })}</Status>
      <h3 className="my-data__sub">{t('data.profiles')}</h3>
      <Facts>
        {users.map(({ id, displayName }) => (
          <Fact key={id} name={displayName}>{weights === null ? t('data.weighing') : about(weights.users.get(id))}</Fact>
        ))}
      </Facts>
      <p className="my-data__small">
        {weights !== null && t('data.rowsInAll', { count: weights.rows, size: formatBytes(weights.bytes) })}
      </p>
    </>
  );
}
