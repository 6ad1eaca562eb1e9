import { t } from '../../i18n/text.ts';
import { TabList } from './TabList.tsx';

interface FileTabsProps {
  readonly names: readonly string[];
  readonly file: string;
  readonly onFile: (name: string) => void;
}

const PANEL_ID = 'player-file';
const tabId = (name: string): string => `player-file-${name}`;

/** What makes a place the panel of the file's tab. */
export const filePanelProps = (file: string) => ({ role: 'tabpanel', id: PANEL_ID, 'aria-labelledby': tabId(file) }) as const;

/** The files of a program. */
export const FileTabs = ({ names, file, onFile }: FileTabsProps) => (
  <TabList
    names={names}
    selected={file}
    onSelect={onFile}
    wordOf={(name) => name}
    tabId={tabId}
    panelId={() => PANEL_ID}
    className="code-work__files"
    tabClassName="code-work__file"
    label={t('player.files')}
  />
);
