import { FileUp } from 'lucide-react';
import { t } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { Notice, Status } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Section } from '../../ui/section.tsx';
import { Done } from './Done.tsx';
import { FileFacts } from './FileFacts.tsx';
import { Look } from './Look.tsx';
import { useRestore } from './use-restore.ts';
import './restore-backup.css';

/** A backup, to a device that is in use. */
export function RestoreBackup() {
  const restoring = useRestore();
  const { stage, said, isBusy, choose } = restoring;
  const chosen = stage.step === 'look' ? stage.chosen : null;
  return (
    <div className="page page--narrow restore">
      <PageHeader title={t('restore.title')} lead={t('restore.lead')} />
      {stage.step === 'done' ? (
        <Done restored={stage.restored} offerId={stage.offerId} onUndo={restoring.undo} />
      ) : (
        <Section title={t('restore.file')}>
          {chosen !== null && <FileFacts name={chosen.name} preview={chosen.preview} />}
          <Button
            kind={chosen === null ? 'primary' : 'plain'}
            icon={<FileUp />}
            disabled={isBusy}
            onClick={() => void choose()}
          >
            {t(chosen === null ? 'restore.choose' : 'restore.chooseAnother')}
          </Button>
        </Section>
      )}
      {chosen !== null && <Look chosen={chosen} restoring={restoring} />}
      <Status>
        {said.words !== '' && (said.tone === 'notyet' ? <Notice tone="notyet">{said.words}</Notice> : <p className="restore__note">{said.words}</p>)}
      </Status>
    </div>
  );
}
