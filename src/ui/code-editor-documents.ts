import { isolateHistory } from '@codemirror/commands';
import { Compartment, EditorSelection, EditorState, Transaction, type Extension, type StateEffect } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import type { CodeLanguage } from '../../db/models/enums.ts';
import { editorSetup, fromOutside, type EditorEvents } from './code-editor-setup.ts';

/** What may change about an editor while it stands. */
export interface EditorAccess {
  /** What a screen reader calls it. */
  readonly name: string;
  readonly isReadOnly: boolean;
  /** Long lines go on in the next, where there is little room. */
  readonly wraps: boolean;
}

/** The element, in the editor's shadow root, that tells how to leave it. */
export const DESCRIPTION_ID = 'how';

/** Where the cursor stands, as offsets. */
export interface Selection {
  readonly anchor: number;
  readonly head: number;
}

/** The files of one editor: each keeps its history, its cursor and how far it was scrolled while another is shown. */
export interface Documents {
  /** The file as it was left, or new. */
  open(file: string, value: string, language: CodeLanguage | null, selection: Selection | null): EditorState;
  leave(file: string, view: EditorView): void;
  /** Where the file was scrolled to. */
  scroll(file: string): StateEffect<unknown> | null;
  access(given: EditorAccess): StateEffect<unknown>;
}

export function createDocuments(first: EditorAccess, events: EditorEvents): Documents {
  const access = new Compartment();
  const left = new Map<string, { readonly state: EditorState; readonly scroll: StateEffect<unknown> }>();
  let now = first;
  return {
    open: (file, value, language, selection) =>
      left.get(file)?.state ??
      EditorState.create({
        doc: value,
        selection: selection === null ? EditorSelection.single(0) : clamped(selection, value.length),
        extensions: [editorSetup(language, events), access.of(accessOf(now))],
      }),
    leave: (file, view) => void left.set(file, { state: view.state, scroll: view.scrollSnapshot() }),
    scroll: (file) => left.get(file)?.scroll ?? null,
    access: (given) => access.reconfigure(accessOf((now = given))),
  };
}

function clamped({ anchor, head }: Selection, length: number): EditorSelection {
  const clamp = (offset: number): number => Math.min(Math.max(0, offset), length);
  return EditorSelection.single(clamp(anchor), clamp(head));
}

const accessOf = ({ name, isReadOnly, wraps }: EditorAccess): Extension => [
  EditorState.readOnly.of(isReadOnly),
  wraps ? EditorView.lineWrapping : [],
  EditorView.contentAttributes.of({
    'aria-label': name,
    'aria-describedby': DESCRIPTION_ID,
    tabindex: '0',
    ...(isReadOnly ? { 'aria-readonly': 'true' } : {}),
  }),
];

/** A text from outside is one step that Undo takes back, unless the editor only mirrors another tab. */
export function replaceText(view: EditorView, value: string, isUndoable: boolean): void {
  const { doc, selection } = view.state;
  // CodeMirror counts every line end as one character.
  const text = value.replace(/\r\n?/g, '\n');
  if (doc.length === text.length && doc.toString() === text) return;
  const head = Math.min(selection.main.head, text.length);
  view.dispatch({
    changes: { from: 0, to: doc.length, insert: text },
    selection: EditorSelection.cursor(head),
    annotations: [fromOutside.of(true), Transaction.addToHistory.of(isUndoable), isolateHistory.of('full')],
  });
}

/** Puts the cursor where a line's code begins (from 1; past the end: the last) and goes there. */
export function goToLine(view: EditorView, line: number): void {
  const { doc } = view.state;
  const { from, text } = doc.line(Math.min(Math.max(1, line), doc.lines));
  const at = from + text.length - text.trimStart().length;
  view.dispatch({ selection: EditorSelection.cursor(at), effects: EditorView.scrollIntoView(at, { y: 'center' }) });
  view.focus();
}
