import { getSearchQuery, search, searchPanelOpen, setSearchQuery } from '@codemirror/search';
import type { EditorState, Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';

/** What the search bar says. */
export interface SearchStatus {
  /** Matches, counted up to `MOST`. */
  readonly count: number;
  /** Which of them is selected, from 1; 0: none. */
  readonly nth: number;
  /** false: a regular expression that is none. */
  readonly isValid: boolean;
}

/** Beyond this nobody counts. */
export const MOST = 1_000;

/** null while the search is closed. */
export function searchStatus(state: EditorState): SearchStatus | null {
  if (!searchPanelOpen(state)) return null;
  const query = getSearchQuery(state);
  if (query.search === '') return { count: 0, nth: 0, isValid: true };
  if (!query.valid) return { count: 0, nth: 0, isValid: false };
  const { from, to } = state.selection.main;
  const cursor = query.getCursor(state);
  let count = 0;
  let nth = 0;
  for (let match = cursor.next(); match.done !== true && count < MOST; match = cursor.next()) {
    count++;
    if (match.value.from === from && match.value.to === to) nth = count;
  }
  return { count, nth, isValid: true };
}

/** The search of an editor; the bar is drawn by the page, where its styles are, and hears of every change. */
export function searching(onStatus: (status: SearchStatus | null) => void): Extension {
  return [
    search({ createPanel: () => ({ dom: document.createElement('div'), top: true }) }),
    EditorView.updateListener.of(({ state, startState, docChanged, selectionSet, transactions }) => {
      const isOpen = searchPanelOpen(state);
      const isOther = isOpen !== searchPanelOpen(startState);
      const isAsked = transactions.some(({ effects }) => effects.some((effect) => effect.is(setSearchQuery)));
      if (isOther || (isOpen && (docChanged || selectionSet || isAsked))) onStatus(searchStatus(state));
    }),
  ];
}
