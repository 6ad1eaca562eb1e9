import { acceptCompletion, closeBracketsKeymap, closeCompletion, completionStatus, moveCompletionSelection, selectedCompletionIndex } from '@codemirror/autocomplete';
import { defaultKeymap, historyKeymap, indentLess, indentMore, simplifySelection } from '@codemirror/commands';
import { getIndentUnit } from '@codemirror/language';
import { closeSearchPanel, findNext, findPrevious, searchPanelOpen, selectNextOccurrence, selectSelectionMatches } from '@codemirror/search';
import { countColumn, EditorSelection, Prec, type Extension } from '@codemirror/state';
import { keymap, type Command, type EditorView, type KeyBinding } from '@codemirror/view';

/**
 * Tab indents and Esc leaves, so that Tab is never a trap. Esc first closes what stands open: completions, the search,
 * more than one cursor. Ctrl/Cmd+Enter and Ctrl/Cmd+F are the page's; the one must not also open a line.
 */
export function editorKeys(onLeave: () => void): Extension {
  const leave: Command = (view) => closeCompletion(view) || closeSearch(view) || simplifySelection(view) || (onLeave(), true);
  return [
    Prec.highest(
      keymap.of([
        { key: 'Escape', run: leave },
        { key: 'Mod-Enter', run: () => true },
        { key: 'Tab', run: (view) => takeCompletion(view) || insertIndent(view), shift: indentLess },
      ]),
    ),
    keymap.of([...closeBracketsKeymap, ...SEARCH, ...defaultKeymap, ...historyKeymap]),
  ];
}

const SEARCH: readonly KeyBinding[] = [
  { key: 'F3', run: findNext, shift: findPrevious, preventDefault: true },
  { key: 'Mod-g', run: findNext, shift: findPrevious, preventDefault: true },
  { key: 'Mod-Shift-l', run: selectSelectionMatches },
  { key: 'Mod-d', run: selectNextOccurrence, preventDefault: true },
];

const closeSearch: Command = (view) => searchPanelOpen(view.state) && closeSearchPanel(view);

/** The first completion where none was chosen yet. */
const takeCompletion: Command = (view) => {
  if (completionStatus(view.state) !== 'active') return false;
  if ((selectedCompletionIndex(view.state) ?? -1) < 0) moveCompletionSelection(true)(view);
  return acceptCompletion(view);
};

/** Spaces up to the next step; selected lines are indented whole. */
function insertIndent(view: EditorView): boolean {
  const { state } = view;
  if (state.readOnly) return false;
  if (state.selection.ranges.some((range) => !range.empty)) return indentMore(view);
  const unit = getIndentUnit(state);
  view.dispatch(
    state.update(
      state.changeByRange(({ head }) => {
        const line = state.doc.lineAt(head);
        const column = countColumn(line.text, state.tabSize, head - line.from);
        const insert = ' '.repeat(unit - (column % unit));
        return { changes: { from: head, insert }, range: EditorSelection.cursor(head + insert.length) };
      }),
      { scrollIntoView: true, userEvent: 'input' },
    ),
  );
  return true;
}
