import './tabs.css';
import { useRef, type KeyboardEvent } from 'react';
import { t } from '../../i18n/text.ts';

export type Tab = 'lesson' | 'work';
const TABS: readonly Tab[] = ['lesson', 'work'];

export const tabId = (tab: Tab): string => `player-tab-${tab}`;
export const panelId = (tab: Tab): string => `player-panel-${tab}`;

/** Lesson and work where there is no room for both side by side. Arrow keys go between them. */
export function Tabs({ tab, onTab }: { readonly tab: Tab; readonly onTab: (tab: Tab) => void }) {
  const list = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!['ArrowLeft', 'ArrowRight', 'Home', 'End'].includes(event.key)) return;
    event.preventDefault();
    const to = event.key === 'Home' ? 'lesson' : event.key === 'End' ? 'work' : tab === 'lesson' ? 'work' : 'lesson';
    onTab(to);
    list.current?.querySelector<HTMLElement>(`#${tabId(to)}`)?.focus();
  };
  return (
    <div className="player-tabs" role="tablist" ref={list} onKeyDown={onKeyDown}>
      {TABS.map((one) => (
        <button
          key={one}
          type="button"
          role="tab"
          id={tabId(one)}
          className="player-tabs__tab"
          aria-selected={tab === one}
          aria-controls={panelId(one)}
          tabIndex={tab === one ? 0 : -1}
          onClick={() => onTab(one)}
        >
          {one === 'lesson' ? t('player.lesson') : t('player.work')}
        </button>
      ))}
    </div>
  );
}
