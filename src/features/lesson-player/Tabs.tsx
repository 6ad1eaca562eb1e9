import './tabs.css';
import { t } from '../../i18n/text.ts';
import { TabList } from './TabList.tsx';

export type Tab = 'lesson' | 'work';
const TABS: readonly Tab[] = ['lesson', 'work'];

export const tabId = (tab: Tab): string => `player-tab-${tab}`;
export const panelId = (tab: Tab): string => `player-panel-${tab}`;

/** Lesson and work where there is no room for both side by side. */
export const Tabs = ({ tab, onTab }: { readonly tab: Tab; readonly onTab: (tab: Tab) => void }) => (
  <TabList
    names={TABS}
    selected={tab}
    onSelect={onTab}
    wordOf={(one) => (one === 'lesson' ? t('player.lesson') : t('player.work'))}
    tabId={tabId}
    panelId={panelId}
    className="player-tabs"
    tabClassName="player-tabs__tab"
  />
);
