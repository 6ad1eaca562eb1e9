import { closeBrackets } from '@codemirror/autocomplete';
import { history } from '@codemirror/commands';
import { javascript } from '@codemirror/lang-javascript';
import { python } from '@codemirror/lang-python';
import { bracketMatching, indentOnInput, indentUnit } from '@codemirror/language';
import { highlightSelectionMatches } from '@codemirror/search';
import { Annotation, EditorState, type Extension } from '@codemirror/state';
import {
  EditorView,
  drawSelection,
  dropCursor,
  highlightActiveLine,
  highlightActiveLineGutter,
  lineNumbers,
  rectangularSelection,
} from '@codemirror/view';
import type { CodeLanguage } from '../../db/models/enums.ts';
import { t } from '../i18n/text.ts';
import { completion } from './code-editor-completion.ts';
import { errorLine } from './code-editor-error-line.ts';
import { editorKeys } from './code-editor-keys.ts';
import { searching, type SearchStatus } from './code-editor-search.ts';
import { editorTheme } from './code-editor-theme.ts';

/** On a transaction that came from outside (restore, reset, another tab), so that it is not told back as typing. */
export const fromOutside = Annotation.define<true>();

export interface EditorEvents {
  readonly onChange: (value: string) => void;
  /** Offsets into the text. */
  readonly onSelect: (anchor: number, head: number) => void;
  readonly onBlur: () => void;
  readonly onLeave: () => void;
  /** What the search says; null: it was closed. */
  readonly onSearch: (status: SearchStatus | null) => void;
}

/** All that an editor of `language` (null: plain text) does, but for its name and whether it may be written. */
export function editorSetup(language: CodeLanguage | null, events: EditorEvents): Extension {
  const step = language === 'javascript' || language === 'typescript' ? 2 : 4;
  return [
    editorKeys(() => events.onLeave()),
    lineNumbers(),
    highlightActiveLine(),
    highlightActiveLineGutter(),
    history(),
    drawSelection(),
    dropCursor(),
    EditorState.allowMultipleSelections.of(true),
    rectangularSelection(),
    indentOnInput(),
    indentUnit.of(' '.repeat(step)),
    EditorState.tabSize.of(step),
    bracketMatching(),
    closeBrackets(),
    completion(language),
    searching((status) => events.onSearch(status)),
    highlightSelectionMatches({ minSelectionLength: 2, wholeWords: true }),
    EditorState.phrases.of(phrases()),
    support(language),
    editorTheme,
    errorLine,
    listen(events),
  ];
}

const support = (language: CodeLanguage | null): Extension =>
  language === null ? [] : language === 'python' ? python() : javascript({ typescript: language === 'typescript' });

/** CodeMirror's own words, which a screen reader hears. */
const phrases = () => ({
  Completions: t('player.editorCompletions'),
  'current match': t('player.editorMatch'),
  'on line': t('player.editorOnLine'),
  'replaced match on line $': t('player.editorReplaced'),
  'replaced $ matches': t('player.editorReplacedAll'),
  'Selection deleted': t('player.editorDeleted'),
  'Control character': t('player.editorControl'),
});

const listen = (events: EditorEvents): Extension =>
  EditorView.updateListener.of((update) => {
    if (update.focusChanged && !update.view.hasFocus) events.onBlur();
    if (update.transactions.some((transaction) => transaction.annotation(fromOutside) === true)) return;
    if (update.docChanged) events.onChange(update.state.doc.toString());
    if (update.docChanged || update.selectionSet) {
      const { anchor, head } = update.state.selection.main;
      events.onSelect(anchor, head);
    }
  });
