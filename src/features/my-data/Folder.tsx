import { FolderOpen } from 'lucide-react';
import { useState } from 'react';
import { usePlatform } from '../../hooks/use-platform.ts';
import { t } from '../../i18n/text.ts';
import type { FolderShown } from '../../services/copies/copy-service.ts';
import { Button } from '../../ui/button.tsx';
import { Notice, Status } from '../../ui/notice.tsx';
import { makeCopyNow } from './make-copy-now.ts';
import type { CopiesShown } from './use-copies.ts';

/** A folder of the learner's own, where copies outlive the browser's data. */
export function Folder({ copies, reload }: { copies: CopiesShown; reload: () => Promise<void> }) {
  const [said, setSaid] = useState('');
  const { service: { folder: choice }, where } = copies;
  if (choice === null || where === null) return <p className="my-data__small">{t('data.folderNone')}</p>;
  const choose = async (): Promise<void> => {
    const chosen = await choice.choose();
    if (!chosen.ok && chosen.error.type !== 'Cancelled') {
      setSaid(t('data.folderNot', { reason: chosen.error.type === 'CopyFull' ? t('data.copyFull') : chosen.error.reason }));
      return;
    }
    // The first copy at once: a folder that cannot be written is better known now.
    setSaid(chosen.ok ? await makeCopyNow(copies.service) : '');
    await reload();
  };
  const allow = async (): Promise<void> => {
    await choice.allow();
    await reload();
  };
  const forget = async (): Promise<void> => {
    await choice.forget();
    await reload();
  };
  const isSet = where.state !== 'none';
  return (
    <>
      <h3 className="my-data__sub">{t('data.folder')}</h3>
      <FolderWords where={where} isReadable={copies.folder !== null} />
      <div className="my-data__two my-data__ask">
        {where.state === 'locked' && <Button size="s" onClick={() => void allow()}>{t('data.folderAllow')}</Button>}
        <Button size="s" icon={<FolderOpen />} onClick={() => void choose()}>{t(isSet ? 'data.folderOther' : 'data.folderChoose')}</Button>
        {isSet && <Button size="s" kind="quiet" onClick={() => void forget()}>{t('data.folderForget')}</Button>}
      </div>
      <Status>{said}</Status>
    </>
  );
}

function FolderWords({ where: { state, name }, isReadable }: { where: FolderShown; isReadable: boolean }) {
  const { kind } = usePlatform();
  if (name === null) return <p className="my-data__note">{t('data.folderWhy', { kind })}</p>;
  if (state === 'locked') return <Notice tone="notyet">{t('data.folderLocked', { name })}</Notice>;
  if (!isReadable) return <Notice tone="notyet">{t('data.folderGone', { name })}</Notice>;
  return <p className="my-data__note">{t('data.folderOpen', { name })}</p>;
}
