import { ArrowLeft, FileInput, FolderOpen } from 'lucide-react';
import { t } from '../../i18n/text.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { FileButton } from '../../ui/file-button.tsx';
import { FileDrop } from '../../ui/file-drop.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import './open-course.css';

/** Android knows no ending `.hornpack`: there such a file is of the last kind, and could not be chosen without it. */
const PACKS = '.hornpack,.zip,application/octet-stream';

interface OpenCourseProps {
  /** Asks for a folder that is then minded; null: its files come by an input. */
  askFolder: (() => void) | null;
  openFolder: (files: readonly File[]) => void;
  openPack: (files: readonly File[]) => void;
  openDropped: (data: DataTransfer) => void;
}

/** Where an author says what to show: a course's folder, or its pack. */
export function OpenCourse({ askFolder, openFolder, openPack, openDropped }: OpenCourseProps) {
  const words = t('preview.openFolder');
  return (
    <>
      <PageHeader title={t('preview.open')} lead={t('preview.openLead')} />
      <FileDrop words={t('preview.drop')} onFiles={(_, data) => openDropped(data)} />
      <div className="open-course__choose">
        <p className="open-course__drop">{t('preview.drop')}</p>
        <div className="open-course__ways">
          {askFolder === null ? (
            <FileButton kind="primary" icon={<FolderOpen />} isFolder onFiles={openFolder}>{words}</FileButton>
          ) : (
            <Button kind="primary" icon={<FolderOpen />} onClick={askFolder}>{words}</Button>
          )}
          <FileButton icon={<FileInput />} accept={PACKS} onFiles={openPack}>{t('preview.openPack')}</FileButton>
        </div>
        <p className="open-course__note">{t(askFolder === null ? 'preview.kinds' : 'preview.kindsMinded')}</p>
      </div>
      <p className="open-course__back"><ButtonLink kind="quiet" href="./" icon={<ArrowLeft />}>{t('preview.back')}</ButtonLink></p>
    </>
  );
}
