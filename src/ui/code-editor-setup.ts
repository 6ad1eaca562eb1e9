import { closeBrackets, closeBracketsKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { javascript } from '@codemirror/lang-javascript';
import { python } from '@codemirror/lang-python';
import { bracketMatching, indentOnInput, indentUnit } from '@codemirror/language';
import { Annotation, EditorState, Prec, type Extension } from '@codemirror/state';
import {
  EditorView,
  drawSelection,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
} from '@codemirror/view';
import type { CodeLanguage } from '../../db/models/enums.ts';
import { errorLine } from './code-editor-error-line.ts';
import { editorTheme } from './code-editor-theme.ts';

/** On a transaction that came from outside (restore, reset, another tab), so that it is not told back as typing. */
export const fromOutside = Annotation.define<true>();

export interface EditorEvents {
  onChange(value: string): void;
  /** Offsets into the text. */
  onSelect(anchor: number, head: number): void;
  onBlur(): void;
  onLeave(): void;
}

/** All that an editor of `language` does, but for its name and whether it may be written. */
export function editorSetup(language: CodeLanguage, events: EditorEvents): Extension {
  return [
    Prec.highest(keymap.of(keysThatLeave(events))),
    lineNumbers(),
    highlightActiveLine(),
    highlightActiveLineGutter(),
    history(),
    drawSelection(),
    indentOnInput(),
    indentUnit.of(language === 'python' ? '    ' : '  '),
    EditorState.tabSize.of(language === 'python' ? 4 : 2),
    bracketMatching(),
    closeBrackets(),
    keymap.of([...closeBracketsKeymap, ...defaultKeymap, ...historyKeymap, indentWithTab]),
    language === 'python' ? python() : javascript({ typescript: language === 'typescript' }),
    editorTheme,
    errorLine,
    listen(events),
  ];
}

/** Esc leaves, so that Tab is never a trap; Ctrl/Cmd+Enter is the page's, and must not also open a line. */
const keysThatLeave = (events: EditorEvents) => [
  { key: 'Escape', run: () => (events.onLeave(), true) },
  { key: 'Mod-Enter', run: () => true },
];

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
