import { useState } from 'react';
import { useLive } from '../../hooks/use-live.ts';
import { usePlatform } from '../../hooks/use-platform.ts';
import { formatBytes } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import type { Persistence } from '../../platform/platform.ts';
import { Button } from '../../ui/button.tsx';
import { Status } from '../../ui/notice.tsx';

/** Where the data is, how big, and whether the browser has promised to keep it. */
export function Place() {
  const { kind, storage } = usePlatform();
  const [answer, setAnswer] = useState<Persistence | null>(null);
  const facts = useLive(async () => {
    const [estimate, persistence] = await Promise.all([storage.estimate(), storage.persistence()]);
    return { estimate, persistence };
  }, [storage, answer]);
  if (facts.state === 'loading') return null;
  const { estimate, persistence } = facts.value;
  const isKept = persistence === 'kept' || answer === 'kept';
  return (
    <>
      <dl className="my-data__facts">
        <Fact name={t('data.where')}>{t('data.whereIs', { kind })}</Fact>
        <Fact name={t('data.size')}>
          {estimate === null
            ? t('data.sizeUnknown')
            : t('data.sizeOf', { usage: formatBytes(estimate.usage), quota: formatBytes(estimate.quota) })}
        </Fact>
        <Fact name={t('data.kept')}>{t('data.keptIs', { persistence: isKept ? 'kept' : persistence })}</Fact>
      </dl>
      {!isKept && (
        <div className="my-data__ask">
          <Button size="s" onClick={() => void storage.askToPersist().then(setAnswer)}>{t('data.askToKeep')}</Button>
        </div>
      )}
      <Status>{answer !== null && t('data.answer', { persistence: answer })}</Status>
    </>
  );
}

function Fact({ name, children }: { name: string; children: string }) {
  return (
    <div className="my-data__fact">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
