import './code-search-bar.css';
import { closeSearchPanel, findNext, findPrevious, getSearchQuery, replaceAll, replaceNext, SearchQuery, setSearchQuery } from '@codemirror/search';
import type { EditorView } from '@codemirror/view';
import { ArrowDown, ArrowUp, CaseSensitive, Replace, X } from 'lucide-react';
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { t } from '../i18n/text.ts';
import { Button } from './button.tsx';
import { MOST, type SearchStatus } from './code-editor-search.ts';
import { IconButton } from './icon-button.tsx';

interface CodeSearchBarProps {
  readonly view: EditorView;
  readonly status: SearchStatus;
  /** Another number: the field takes the focus. */
  readonly asked: number;
  readonly isReadOnly: boolean;
}

/** Finds in the code, and replaces. Enter goes to the next match, Shift+Enter to the one before, Esc back to the code. */
export function CodeSearchBar({ view, status, asked, isReadOnly }: CodeSearchBarProps) {
  const query = getSearchQuery(view.state);
  const field = useRef<HTMLInputElement>(null);
  const [isReplacing, setReplacing] = useState(false);
  const replaceId = useId();
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, [asked]);

  const ask = (patch: { search?: string; replace?: string; caseSensitive?: boolean }): void => {
    const { search, replace, caseSensitive } = query;
    view.dispatch({ effects: setSearchQuery.of(new SearchQuery({ search, replace, caseSensitive, literal: true, ...patch })) });
  };
  const close = (): void => {
    closeSearchPanel(view);
    view.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const isField = event.target instanceof HTMLInputElement;
    const isFind = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'f';
    if (event.key === 'Escape') close();
    else if (isFind) field.current?.select();
    else if (event.key === 'Enter' && isField && event.target === field.current) (event.shiftKey ? findPrevious : findNext)(view);
    else if (event.key === 'Enter' && isField) replaceNext(view);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const hasNone = status.count === 0;

  return (
    <div className="search-bar" role="search" aria-label={t('player.searchCode')} onKeyDown={onKeyDown}>
      <div className="search-bar__row">
        <input
          ref={field}
          className="search-bar__field"
          aria-label={t('player.searchFind')}
          placeholder={t('player.searchFind')}
          autoComplete="off"
          spellCheck={false}
          value={query.search}
          data-none={query.search !== '' && hasNone}
          onChange={(event) => ask({ search: event.target.value })}
        />
        <span className="search-bar__count" role="status">{query.search === '' ? '' : countWords(status)}</span>
        <IconButton label={t('player.searchCase')} icon={<CaseSensitive />} aria-pressed={query.caseSensitive} onClick={() => ask({ caseSensitive: !query.caseSensitive })} />
        <IconButton label={t('player.searchPrevious')} icon={<ArrowUp />} disabled={hasNone} onClick={() => findPrevious(view)} />
        <IconButton label={t('player.searchNext')} icon={<ArrowDown />} disabled={hasNone} onClick={() => findNext(view)} />
        {!isReadOnly && (
          <IconButton
            label={t('player.searchReplace')}
            icon={<Replace />}
            aria-expanded={isReplacing}
            aria-controls={replaceId}
            onClick={() => setReplacing(!isReplacing)}
          />
        )}
        <IconButton label={t('player.searchClose')} icon={<X />} onClick={close} />
      </div>
      <div className="search-bar__row" id={replaceId} hidden={!isReplacing || isReadOnly}>
        <input
          className="search-bar__field"
          aria-label={t('player.searchWith')}
          placeholder={t('player.searchWith')}
          autoComplete="off"
          spellCheck={false}
          value={query.replace}
          onChange={(event) => ask({ replace: event.target.value })}
        />
        <Button kind="quiet" size="s" disabled={hasNone} onClick={() => replaceNext(view)}>{t('player.searchReplaceOne')}</Button>
        <Button kind="quiet" size="s" disabled={hasNone} onClick={() => replaceAll(view)}>{t('player.searchReplaceAll')}</Button>
      </div>
    </div>
  );
}

function countWords({ count, nth, isValid }: SearchStatus): string {
  if (count === 0 || !isValid) return t('player.searchNone');
  if (count >= MOST) return t('player.searchMany', { count });
  return nth === 0 ? t('player.searchCount', { count }) : t('player.searchNth', { nth, count });
}
