import { panelId, tabId, type Tab } from './Tabs.tsx';

/** What makes a pane the panel of its tab, where there are tabs; a hidden pane keeps what it holds. */
export const panelProps = (tab: Tab, isTab: boolean, isShown: boolean) =>
  isTab
    ? ({ role: 'tabpanel', id: panelId(tab), 'aria-labelledby': tabId(tab), hidden: !isShown } as const)
    : ({ id: panelId(tab) } as const);
