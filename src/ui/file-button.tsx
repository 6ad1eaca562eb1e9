import { useEffect, useRef, type ChangeEvent, type ReactNode } from 'react';
import './file-button.css';

interface FileButtonProps {
  /** `bare` has no look of its own. */
  kind?: 'primary' | 'plain' | 'bare';
  icon?: ReactNode;
  /** Its words are its name. */
  children: ReactNode;
  /** A whole folder, of which each file is given with its path. */
  isFolder?: boolean;
  isMultiple?: boolean;
  /** Whatever was here before went with the button that had the focus. */
  takesFocus?: boolean;
  /** Endings and media types of files that may be chosen. */
  accept?: string;
  onFiles: (files: readonly File[]) => void;
}

/** The browser's own file input in the look of a button. */
export function FileButton({ kind = 'plain', icon, children, isFolder = false, isMultiple = false, takesFocus = false, accept, onFiles }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (input.current !== null) input.current.webkitdirectory = isFolder;
  }, [isFolder]);
  useEffect(() => {
    if (takesFocus) input.current?.focus();
  }, [takesFocus]);
  const onChange = ({ target }: ChangeEvent<HTMLInputElement>): void => {
    const files = [...(target.files ?? [])];
    // The same may be chosen again.
    target.value = '';
    if (files.length > 0) onFiles(files);
  };
  return (
    <label className={kind === 'bare' ? 'file-button' : `file-button button button--${kind}`}>
      {icon}
      <span className="button__words">{children}</span>
      <input ref={input} className="visually-hidden" type="file" accept={accept} multiple={isMultiple} onChange={onChange} />
    </label>
  );
}
