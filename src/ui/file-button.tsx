import type { ChangeEvent, ReactNode } from 'react';
import './file-button.css';

interface FileButtonProps {
  /** `bare` has no look of its own. */
  kind?: 'primary' | 'plain' | 'bare';
  icon?: ReactNode;
  /** Its words are its name. */
  children: ReactNode;
  /** A whole folder, of which each file is given with its path. */
  isFolder?: boolean;
  /** Endings and media types of files that may be chosen. */
  accept?: string;
  onFiles: (files: readonly File[]) => void;
}

/** The browser's own file input in the look of a button. */
export function FileButton({ kind = 'plain', icon, children, isFolder = false, accept, onFiles }: FileButtonProps) {
  const onChange = ({ target }: ChangeEvent<HTMLInputElement>): void => {
    const files = [...(target.files ?? [])];
    // The same may be chosen again.
    target.value = '';
    if (files.length > 0) onFiles(files);
  };
  const setUp = (input: HTMLInputElement | null): void => {
    if (input !== null) input.webkitdirectory = isFolder;
  };
  return (
    <label className={kind === 'bare' ? 'file-button' : `file-button button button--${kind}`}>
      {icon}
      <span className="button__words">{children}</span>
      <input ref={setUp} className="visually-hidden" type="file" accept={accept} onChange={onChange} />
    </label>
  );
}
