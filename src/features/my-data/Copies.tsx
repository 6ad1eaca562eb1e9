import { CopyPlus, Download, History } from 'lucide-react';
import { useState } from 'react';
import { usePlatform } from '../../hooks/use-platform.ts';
import { formatBytes, formatMoment } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import type { AutoCopy } from '../../services/copies/copy-service.ts';
import { handOver } from '../../services/copies/hand-over.ts';
import { Button } from '../../ui/button.tsx';
import { Status } from '../../ui/notice.tsx';
import { href, navigate } from '../../ui/routes.ts';
import { Folder } from './Folder.tsx';
import { makeCopyNow } from './make-copy-now.ts';
import { saveFile } from './save-file.ts';
import { allCopies, type CopiesShown } from './use-copies.ts';

/** Further ones are a click away. */
const SHOWN = 4;

export function Copies({ copies, reload }: { copies: CopiesShown; reload: () => Promise<void> }) {
  const { files } = usePlatform();
  const [said, setSaid] = useState('');
  const [isBusy, setBusy] = useState(false);
  const { service } = copies;
  if (!service.isSupported) return <p className="my-data__note">{t('data.copiesNotHere')}</p>;

  const makeNow = async (): Promise<void> => {
    setSaid('');
    setBusy(true);
    setSaid(await makeCopyNow(service));
    setBusy(false);
    await reload();
  };
  const save = async (copy: AutoCopy): Promise<void> => {
    const file = await service.toFile(copy).catch(() => null);
    setSaid(file === null ? t('data.copyDamaged') : await saveFile(files, file));
  };
  const restore = async (copy: AutoCopy): Promise<void> => {
    const text = await service.read(copy).catch(() => null);
    if (text === null) {
      setSaid(t('data.copyDamaged'));
      return;
    }
    handOver({ name: t('data.copyName', { when: formatMoment(copy.at) }), text });
    navigate(href.restore);
  };

  const all = allCopies(copies);
  const rows = (some: readonly AutoCopy[]) => (
    <ul className="my-data__targets">
      {some.map((copy) => (
        <CopyRow key={`${copy.place} ${copy.name}`} copy={copy} onSave={() => void save(copy)} onRestore={() => void restore(copy)} />
      ))}
    </ul>
  );
  return (
    <>
      <p className="my-data__note">{t('data.copiesWhy')}</p>
      {all.length === 0 ? <p>{t('data.copiesNone')}</p> : rows(all.slice(0, SHOWN))}
      {all.length > SHOWN && (
        <details className="my-data__more">
          <summary>{t('data.copiesMore', { count: all.length - SHOWN })}</summary>
          {rows(all.slice(SHOWN))}
        </details>
      )}
      <div className="my-data__ask">
        <Button size="s" icon={<CopyPlus />} disabled={isBusy} onClick={() => void makeNow()}>{t('data.copyNow')}</Button>
      </div>
      <Status>{said}</Status>
      <Folder copies={copies} reload={reload} />
    </>
  );
}

function CopyRow({ copy, onSave, onRestore }: { copy: AutoCopy; onSave: () => void; onRestore: () => void }) {
  const when = formatMoment(copy.at);
  return (
    <li className="my-data__target">
      <div>
        <p className="my-data__when">{when}</p>
        <p className="my-data__note">{t('data.copyIn', { place: copy.place, size: formatBytes(copy.bytes) })}</p>
      </div>
      <div className="my-data__two">
        <Button size="s" icon={<Download />} aria-label={t('data.copySaveWhat', { when })} onClick={onSave}>{t('data.copySave')}</Button>
        <Button size="s" icon={<History />} aria-label={t('data.copyRestoreWhat', { when })} onClick={onRestore}>{t('data.copyRestore')}</Button>
      </div>
    </li>
  );
}
