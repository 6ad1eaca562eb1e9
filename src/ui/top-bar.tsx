import { ChevronRight } from 'lucide-react';
import { createContext, use, type ReactNode } from 'react';
import { t } from '../i18n/text.ts';
import { href } from './routes.ts';
import './top-bar.css';

export interface Crumb {
  readonly label: string;
  /** null: here. */
  readonly to: string | null;
}

interface TopBarProps {
  crumbs?: readonly Crumb[];
  /** Beside the mark: the navigation, instead of crumbs. */
  lead?: ReactNode;
  /** In the middle: a lesson's steps. */
  center?: ReactNode;
  /** Before the account: "Saved", icon buttons. */
  children?: ReactNode;
}

/** What every bar ends with. The shell fills it once, so that a screen need not know who is learning. */
export const AccountSlot = createContext<ReactNode>(null);

export function TopBar({ crumbs = [], lead, center, children }: TopBarProps) {
  return (
    <header className="top-bar">
      <a className="top-bar__mark" href={href.home}>{t('common.appName')}</a>
      {lead}
      {crumbs.length > 0 && <Crumbs crumbs={crumbs} />}
      {center !== undefined && <div className="top-bar__center">{center}</div>}
      <div className="top-bar__end">
        {children}
        {use(AccountSlot)}
      </div>
    </header>
  );
}

function Crumbs({ crumbs }: { crumbs: readonly Crumb[] }) {
  return (
    <nav className="top-bar__crumbs" aria-label={t('common.breadcrumb')}>
      <ol className="top-bar__trail">
        {crumbs.map((crumb, index) => (
          <li key={crumb.label} className="top-bar__crumb">
            {index > 0 && <ChevronRight className="top-bar__arrow" />}
            {crumb.to === null ? <span aria-current="page">{crumb.label}</span> : <a href={crumb.to}>{crumb.label}</a>}
          </li>
        ))}
      </ol>
    </nav>
  );
}
