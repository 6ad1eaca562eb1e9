import { Download } from 'lucide-react';
import { useState } from 'react';
import { useLive } from '../../hooks/use-live.ts';
import { useNow } from '../../hooks/use-now.ts';
import { usePlatform } from '../../hooks/use-platform.ts';
import { useServices } from '../../hooks/use-services.ts';
import { formatAgo } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { Status } from '../../ui/notice.tsx';

/** One file holds everything; putting it back needs an empty device. */
export function Backups() {
  const { backups } = useServices();
  const { files } = usePlatform();
  const now = useNow();
  const made = useLive(() => backups.made(), [backups]);
  const [said, setSaid] = useState('');
  const last = made.state === 'ready' ? made.value[0] : undefined;
  const exportAll = async (): Promise<void> => {
    const { name, text } = await backups.exportAll();
    const saved = await files.save(name, text, 'application/json');
    if (saved.ok) setSaid(t('data.exported', { name }));
    else setSaid(saved.error.type === 'Cancelled' ? '' : t('data.notExported', { reason: saved.error.reason }));
  };
  return (
    <>
      <p>{t('data.backupWhy')}</p>
      <div className="my-data__actions">
        <Button kind="primary" icon={<Download />} onClick={() => void exportAll()}>{t('data.export')}</Button>
        <p className="my-data__note">
          {last === undefined ? t('data.noBackup') : t('data.lastBackup', { ago: formatAgo(last.at, now), name: last.name })}
        </p>
      </div>
      <Status>{said}</Status>
      <h3 className="my-data__sub">{t('data.restore')}</h3>
      <p className="my-data__note">{t('data.restoreWhy')}</p>
    </>
  );
}
