import { FileInput } from 'lucide-react';
import { t } from '../../i18n/text.ts';
import { FileButton } from '../../ui/file-button.tsx';
import { PACKS } from '../../ui/pack-files.ts';

interface ChooseFileProps {
  isFirst: boolean;
  /** Whatever was here before went with the button that had the focus. */
  takesFocus: boolean;
  onFiles: (files: readonly File[]) => void;
}

/** The place that says where files may be dropped, and where to choose one. */
export function ChooseFile({ isFirst, takesFocus, onFiles }: ChooseFileProps) {
  return (
    <div className="file-drop__place">
      <p className="file-drop__words">{t('add.drop')}</p>
      <FileButton kind="primary" icon={<FileInput />} isMultiple accept={PACKS} takesFocus={takesFocus} onFiles={onFiles}>
        {t(isFirst ? 'add.choose' : 'add.chooseAnother')}
      </FileButton>
      <p className="add-course__note">{t('add.kind')}</p>
    </div>
  );
}
