import type { MouseEvent } from 'react';
import { t } from '../i18n/text.ts';
import './skip-link.css';

/** The id every screen gives to its `<main tabIndex={-1}>`. */
export const MAIN_ID = 'main';

/** First in the tab order. The address bar's hash belongs to the routes, so the focus is moved by hand. */
export function SkipLink() {
  const onClick = (event: MouseEvent): void => {
    event.preventDefault();
    document.getElementById(MAIN_ID)?.focus();
  };
  return <a className="skip-link" href={`#${MAIN_ID}`} onClick={onClick}>{t('common.skipToContent')}</a>;
}
