import { Download, ScanSearch } from 'lucide-react';
import { useState } from 'react';
import { useNow } from '../../hooks/use-now.ts';
import { usePlatform } from '../../hooks/use-platform.ts';
import { useServices } from '../../hooks/use-services.ts';
import { formatAgo } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import type { BackupMade } from '../../services/device-state.ts';
import { attemptWrite } from '../../services/failures.ts';
import { Button } from '../../ui/button.tsx';
import { failureWords } from '../../ui/failure-words.ts';
import { Notice, Status } from '../../ui/notice.tsx';
import { Fact, Facts } from './Facts.tsx';
import { Findings } from './Findings.tsx';
import { saveFile } from './save-file.ts';
import { shareWords, useCheckup, type CheckupShown } from './use-checkup.ts';
import type { CopiesShown } from './use-copies.ts';

interface SafetyProps {
  copies: CopiesShown | null;
  lastBackup: BackupMade | null;
}

/** "Is my work safe?" answered in one line, then what the answer rests on, then the next thing to do about it. */
export function Safety({ copies, lastBackup }: SafetyProps) {
  const checkup = useCheckup();
  const now = useNow();
  return (
    <>
      {copies !== null && <Answer copies={copies} amiss={checkup.last?.findings.length ?? 0} now={now} />}
      <Facts>
        <Fact name={t('data.saved')}>{t('data.savedHow')}</Fact>
        <Fact name={t('data.lastCopy')}>{copies === null ? '' : copyWords(copies, now)}</Fact>
        <Fact name={t('data.lastFile')}>
          {lastBackup === null ? t('data.noFile') : t('data.lastFileIs', { ago: formatAgo(lastBackup.at, now), name: lastBackup.name })}
        </Fact>
        <Fact
          name={t('data.checked')}
          action={
            <Button size="s" icon={<ScanSearch />} disabled={checkup.share !== null} aria-describedby="my-data-check" onClick={() => void checkup.check()}>
              {t('data.checkNow')}
            </Button>
          }
        >
          {checkWords(checkup, now)}
        </Fact>
      </Facts>
      <p className="my-data__small" id="my-data-check">{t('data.checkWhat')}</p>
      <div className={checkup.isShown ? undefined : 'visually-hidden'}>
        <Status>{checkup.said}</Status>
      </div>
      <Findings checkup={checkup} />
      <Export />
    </>
  );
}

function Answer({ copies, amiss, now }: { copies: CopiesShown; amiss: number; now: number }) {
  const { own: [newest], service, daysWithoutBackup: days } = copies;
  if (amiss > 0) return <Notice tone="notyet" title={t('data.amissTitle')}><p>{t('data.amiss')}</p></Notice>;
  if (days !== null) return <Notice tone="notyet" title={t('data.remindTitle')}><p>{t('data.remind', { days })}</p></Notice>;
  if (!service.isSupported) return <Notice title={t('data.safeNoCopies')} />;
  return <Notice tone="right" title={newest === undefined ? t('data.safeUncopied') : t('data.safeCopied', { ago: formatAgo(newest.at, now) })} />;
}

function copyWords({ own: [newest], folder }: CopiesShown, now: number): string {
  if (newest === undefined) return t('data.noCopyYet');
  const isInFolder = folder?.some(({ at }) => Math.abs(at - newest.at) < 60_000) === true;
  return t('data.lastCopyIn', { ago: formatAgo(newest.at, now), place: isInFolder ? 'folder' : 'own' });
}

function checkWords({ last, share }: CheckupShown, now: number): string {
  if (share !== null) return t('data.checking', { share: shareWords(share) });
  if (last === null) return t('data.notChecked');
  const ago = formatAgo(last.at, now);
  return last.findings.length === 0
    ? t('data.sound', { ago, count: last.rows })
    : t('data.unsound', { ago, count: last.rows, amiss: last.findings.length });
}

function Export() {
  const { backups } = useServices();
  const { files } = usePlatform();
  const [said, setSaid] = useState('');
  const exportAll = async (): Promise<void> => {
    const made = await attemptWrite(() => backups.exportAll());
    setSaid(made.ok ? await saveFile(files, made.value) : failureWords(made.error));
  };
  return (
    <>
      <div className="my-data__actions">
        <Button kind="primary" icon={<Download />} onClick={() => void exportAll()}>{t('data.export')}</Button>
        <p className="my-data__note">{t('data.backupWhy')}</p>
      </div>
      <Status>{said}</Status>
    </>
  );
}
