import { Folder, Package } from 'lucide-react';
import { t } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { FileButton } from '../../ui/file-button.tsx';
import { FileDrop } from '../../ui/file-drop.tsx';
import { PACKS } from '../../ui/pack-files.ts';
import './author-preview.css';

interface OpenCourseProps {
  /** Asks for a folder that is then minded; null: its files come by an input. */
  askFolder: (() => void) | null;
  openFolder: (files: readonly File[]) => void;
  openPack: (files: readonly File[]) => void;
  openDropped: (data: DataTransfer) => void;
  isFirst: boolean;
}

/** Where an author says what to show: a course's folder, or its pack. */
export function OpenCourse({ askFolder, openFolder, openPack, openDropped, isFirst }: OpenCourseProps) {
  const words = t('preview.openFolder');
  const kind = isFirst ? 'primary' : 'plain';
  return (
    <div className="file-drop__place author-preview__choose">
      <FileDrop words={t('preview.drop')} onFiles={(_, data) => openDropped(data)} />
      <p className="file-drop__words">{t('preview.drop')}</p>
      <div className="author-preview__ways">
        {askFolder === null ? (
          <FileButton kind={kind} icon={<Folder />} isFolder onFiles={openFolder}>{words}</FileButton>
        ) : (
          <Button kind={kind} icon={<Folder />} onClick={askFolder}>{words}</Button>
        )}
        <FileButton icon={<Package />} accept={PACKS} onFiles={openPack}>{t('preview.openPack')}</FileButton>
      </div>
      <p className="author-preview__note">{t('preview.kinds')}{askFolder !== null && ` ${t('preview.minded')}`}</p>
    </div>
  );
}
