import { FileInput } from 'lucide-react';
import { useEffect, useRef, type ChangeEvent } from 'react';
import { t } from '../../i18n/text.ts';

/** Android knows no ending `.hornpack`: there such a file is of the last kind, and could not be chosen without it. */
const ACCEPT = '.hornpack,.zip,application/octet-stream';

interface ChooseFileProps {
  isFirst: boolean;
  /** Whatever was here before went with the button that had the focus. */
  takesFocus: boolean;
  onFiles: (files: readonly File[]) => void;
}

/** The place that says where files may be dropped, with the browser's own file input in the look of a button. */
export function ChooseFile({ isFirst, takesFocus, onFiles }: ChooseFileProps) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (takesFocus) input.current?.focus();
  }, [takesFocus]);
  const onChange = ({ target }: ChangeEvent<HTMLInputElement>): void => {
    const files = [...(target.files ?? [])];
    // The same file may be chosen again.
    target.value = '';
    if (files.length > 0) onFiles(files);
  };
  return (
    <div className="add-course__choose">
      <p className="add-course__drop">{t('add.drop')}</p>
      <label className="add-course__input button button--primary">
        <FileInput />
        <span className="button__words">{t(isFirst ? 'add.choose' : 'add.chooseAnother')}</span>
        <input ref={input} className="visually-hidden" type="file" accept={ACCEPT} multiple onChange={onChange} />
      </label>
      <p className="add-course__note">{t('add.kind')}</p>
    </div>
  );
}
