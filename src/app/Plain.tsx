import { useEffect, type ReactNode } from 'react';
import { t } from '../i18n/text.ts';
import './plain.css';

/** A page outside the app: the mark, one message, nothing to press but what helps. */
export function Plain({ title, children }: { title: string; children: ReactNode }) {
  useEffect(() => {
    document.title = t('common.titleOf', { screen: title });
  }, [title]);
  return (
    <div className="plain">
      <header className="plain__bar"><span className="plain__mark">{t('common.appName')}</span></header>
      <main>{children}</main>
    </div>
  );
}
