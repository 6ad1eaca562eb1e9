import { Download, RotateCw } from 'lucide-react';
import { useState } from 'react';
import { t, type MessageId } from '../i18n/text.ts';
import { Button } from '../ui/button.tsx';
import { Status } from '../ui/notice.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Plain } from './Plain.tsx';

/**
 * Why the app does not run here, or not now. `upgrade-blocked`: an older tab holds the database; once it is closed
 * the entry point goes on by itself. `stale-tab`: this is that older tab.
 */
export type RefusalReason = 'insecure-origin' | 'no-indexeddb' | 'data-newer' | 'upgrade-blocked' | 'stale-tab';

interface Words {
  readonly title: MessageId;
  readonly why: MessageId;
  readonly steps: readonly MessageId[];
  readonly canReload: boolean;
}

const WORDS: Readonly<Record<RefusalReason, Words>> = {
  'insecure-origin': {
    title: 'problems.insecure',
    why: 'problems.insecureWhy',
    steps: ['problems.insecureHttps', 'problems.insecureDesktop', 'problems.insecureHere'],
    canReload: false,
  },
  'no-indexeddb': {
    title: 'problems.noStorage',
    why: 'problems.noStorageWhy',
    steps: ['problems.noStoragePrivate', 'problems.noStorageBlocked', 'problems.noStorageOther'],
    canReload: true,
  },
  'data-newer': {
    title: 'problems.newer',
    why: 'common.newerWhy',
    steps: ['problems.newerReload', 'problems.newerDesktop'],
    canReload: true,
  },
  'upgrade-blocked': {
    title: 'problems.blocked',
    why: 'problems.blockedWhy',
    steps: [],
    canReload: false,
  },
  'stale-tab': {
    title: 'problems.stale',
    why: 'common.staleWhy',
    steps: [],
    canReload: true,
  },
};

interface RefusalProps {
  reason: RefusalReason;
  /** Saves what is stored as a file; null: nothing is, or nothing can be. */
  exportAnyway: (() => Promise<void>) | null;
}

export function Refusal({ reason, exportAnyway }: RefusalProps) {
  const [said, setSaid] = useState('');
  const save = async (): Promise<void> => {
    try {
      await exportAnyway?.();
      setSaid(t('problems.exported'));
    } catch {
      setSaid(t('problems.notExportedHere'));
    }
  };
  const { title, why, steps, canReload } = WORDS[reason];
  return (
    <Plain title={t(title)}>
      <div className="page page--narrow">
        <PageHeader title={t(title)} lead={t(why)} />
        {steps.length > 0 && (
          <>
            <h2 className="plain__what">{t('problems.whatHelps')}</h2>
            <ul className="plain__steps">{steps.map((step) => <li key={step}>{t(step)}</li>)}</ul>
          </>
        )}
        {(canReload || exportAnyway !== null) && (
          <p className="plain__actions">
            {canReload && (
              <Button kind="primary" icon={<RotateCw />} onClick={() => window.location.reload()}>{t('common.reload')}</Button>
            )}
            {exportAnyway !== null && <Button icon={<Download />} onClick={() => void save()}>{t('problems.export')}</Button>}
          </p>
        )}
        <Status>{said}</Status>
      </div>
    </Plain>
  );
}
