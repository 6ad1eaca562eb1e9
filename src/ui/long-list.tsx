import { useRef, useState, type ReactNode } from 'react';
import { t } from '../i18n/text.ts';
import { Button } from './button.tsx';
import './long-list.css';
import { stretchAbout, stretched } from './stretch.ts';

interface LongListProps<T> {
  items: readonly T[];
  /** The place of what matters now; -1: there is none. */
  at: number;
  /** An `<li>` with a key and a link in it. */
  row: (item: T, index: number) => ReactNode;
  className: string;
  lang: string;
}

/** A numbered list of links; of a very long one what lies about `at`, and more on request. */
export function LongList<T>({ items, at, row, className, lang }: LongListProps<T>) {
  const [stretch, setStretch] = useState(() => stretchAbout(items.length, at));
  const list = useRef<HTMLOListElement>(null);
  const { from, to } = stretch;
  const showMore = (side: 'earlier' | 'later'): void => {
    setStretch(stretched(stretch, side, items.length));
    // The button may be gone, and the focus with it: on to the line beside it.
    const links = list.current?.querySelectorAll('a');
    links?.item(side === 'earlier' ? 0 : links.length - 1).focus({ preventScroll: true });
  };
  return (
    <>
      {from > 0 && (
        <p className="long-list__more"><Button size="s" onClick={() => showMore('earlier')}>{t('common.showEarlier', { count: from })}</Button></p>
      )}
      <ol ref={list} className={className} lang={lang} start={from + 1}>
        {items.slice(from, to).map((item, index) => row(item, from + index))}
      </ol>
      {to < items.length && (
        <p className="long-list__more"><Button size="s" onClick={() => showMore('later')}>{t('common.showLater', { count: items.length - to })}</Button></p>
      )}
    </>
  );
}
