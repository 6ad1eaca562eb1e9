import { useRef, type KeyboardEvent } from 'react';
import { t } from '../../i18n/text.ts';

interface FileTabsProps {
  readonly names: readonly string[];
  readonly file: string;
  readonly onFile: (name: string) => void;
}

const PANEL_ID = 'player-file';
const tabId = (name: string): string => `player-file-${name}`;

/** What makes a place the panel of the file's tab. */
export const filePanelProps = (file: string) => ({ role: 'tabpanel', id: PANEL_ID, 'aria-labelledby': tabId(file) }) as const;

/** One tab for each file; arrow keys go between them. */
export function FileTabs({ names, file, onFile }: FileTabsProps) {
  const list = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent): void => {
    const at = names.indexOf(file);
    const to = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: names.length - 1 }[event.key];
    const name = to === undefined ? undefined : names[(to + names.length) % names.length];
    if (name === undefined) return;
    event.preventDefault();
    onFile(name);
    list.current?.querySelector<HTMLElement>(`[data-file="${CSS.escape(name)}"]`)?.focus();
  };
  return (
    <div className="code-work__files" role="tablist" aria-label={t('player.files')} ref={list} onKeyDown={onKeyDown}>
      {names.map((name) => (
        <button
          key={name}
          type="button"
          role="tab"
          id={tabId(name)}
          data-file={name}
          className="code-work__file"
          aria-selected={name === file}
          aria-controls={PANEL_ID}
          tabIndex={name === file ? 0 : -1}
          onClick={() => onFile(name)}
        >
          {name}
        </button>
      ))}
    </div>
  );
}
