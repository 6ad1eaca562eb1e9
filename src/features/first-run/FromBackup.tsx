import { FileUp } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { usePlatform } from '../../hooks/use-platform.ts';
import { useServices } from '../../hooks/use-services.ts';
import { loadWords, t } from '../../i18n/text.ts';
import type { BackupInfo } from '../../services/backup-service.ts';
import { Button } from '../../ui/button.tsx';
import { Notice, Status } from '../../ui/notice.tsx';

// Only who has a backup needs these.
const BackupFacts = lazy(async () => ({ default: (await import('./BackupFacts.tsx')).BackupFacts }));
const wordsFor = async (...failed: Parameters<typeof import('./backup-words.ts').backupWords>): Promise<string> =>
  (await import('./backup-words.ts')).backupWords(...failed);

interface Chosen {
  readonly name: string;
  readonly text: string;
  readonly info: BackupInfo;
}

/** From browser to desktop and back: choose the file, see what is in it, restore. */
export function FromBackup() {
  const { backups, profiles } = useServices();
  const { files } = usePlatform();
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);

  const choose = async (): Promise<void> => {
    const opened = await files.open(['.json']);
    if (!opened.ok) return;
    const { name, text } = opened.value;
    const [inspected] = await Promise.all([backups.inspect(text), loadWords('from-backup')]);
    const info = inspected.ok && inspected.value.users.length > 0 ? inspected.value : null;
    setChosen(info === null ? null : { name, text, info });
    if (!inspected.ok) setProblem(await wordsFor(inspected.error));
    else setProblem(info === null ? t('firstRun.backupOfNobody') : null);
  };
  const restore = async ({ text, info }: Chosen): Promise<void> => {
    setBusy(true);
    const restored = await backups.restoreIntoEmpty(text);
    setBusy(false);
    if (!restored.ok) {
      setProblem(await wordsFor(restored.error));
      return;
    }
    const { users } = restored.value;
    const [first] = users;
    // Erasing is final on the device it was done on (R5): the backup then brings nobody back.
    if (first === undefined) setProblem(t('firstRun.allErased', { count: info.users.length }));
    else if (users.length === 1) await profiles.switchTo(first.id);
  };

  return (
    <section className="from-backup">
      <h2>{t('firstRun.backup')}</h2>
      <p className="from-backup__words">{chosen === null ? t('firstRun.backupWhy') : chosen.name}</p>
      <Suspense>{chosen !== null && <BackupFacts info={chosen.info} />}</Suspense>
      <div className="from-backup__actions">
        {chosen !== null && (
          <Button kind="primary" disabled={isBusy} onClick={() => void restore(chosen)}>{t('firstRun.restore')}</Button>
        )}
        <Button icon={<FileUp />} onClick={() => void choose()}>
          {t(chosen === null ? 'firstRun.chooseFile' : 'firstRun.chooseAnother')}
        </Button>
      </div>
      <Status>{problem !== null && <Notice tone="notyet">{problem}</Notice>}</Status>
    </section>
  );
}
