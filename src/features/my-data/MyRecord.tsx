import { FileSpreadsheet, FileText } from 'lucide-react';
import { useState } from 'react';
import type { Id } from '../../../db/models/ids.ts';
import { usePlatform } from '../../hooks/use-platform.ts';
import { useServices } from '../../hooks/use-services.ts';
import { t } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { Status } from '../../ui/notice.tsx';
import { saveFile } from './save-file.ts';

/** Every answer as a table or as data: to look at elsewhere, not to come back from. */
export function MyRecord({ userId }: { userId: Id }) {
  const { records } = useServices();
  const { files } = usePlatform();
  const [said, setSaid] = useState('');
  const save = async (format: 'csv' | 'json'): Promise<void> => setSaid(await saveFile(files, await (await records()).export(userId, format)));
  return (
    <>
      <p className="my-data__note">{t('data.recordWhy')}</p>
      <div className="my-data__ask">
        <Button size="s" icon={<FileSpreadsheet />} onClick={() => void save('csv')}>{t('data.recordTable')}</Button>
        <Button size="s" icon={<FileText />} onClick={() => void save('json')}>{t('data.recordData')}</Button>
      </div>
      <Status>{said}</Status>
    </>
  );
}
