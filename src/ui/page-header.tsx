import type { ReactNode } from 'react';
import './page-header.css';

interface PageHeaderProps {
  title: string;
  /** Of the title, where it is an author's (BCP 47). */
  lang?: string;
  /** One line above the title: which kind of thing this is. */
  kicker?: ReactNode;
  lead?: ReactNode;
  children?: ReactNode;
}

/** A screen's heading. The shell moves the focus to it when the screen changes. */
export function PageHeader({ title, lang, kicker, lead, children }: PageHeaderProps) {
  return (
    <header className="page-header">
      {kicker !== undefined && <p className="page-header__kicker">{kicker}</p>}
      <h1 tabIndex={-1} lang={lang}>{title}</h1>
      {lead !== undefined && <p className="page-header__lead">{lead}</p>}
      {children}
    </header>
  );
}
