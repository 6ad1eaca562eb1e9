import { isolateHistory } from '@codemirror/commands';
import { Compartment, EditorSelection, EditorState, Transaction, type Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { useEffect, useRef, useState } from 'react';
import type { CodeLanguage } from '../../db/models/enums.ts';
import { setErrorLine } from './code-editor-error-line.ts';
import { editorSetup, fromOutside, type EditorEvents } from './code-editor-setup.ts';

interface CodeEditorProps extends Partial<EditorEvents> {
  readonly value: string;
  readonly language: CodeLanguage;
  /** What a screen reader calls it. */
  readonly name: string;
  /** How to leave it and what its keys do, for a screen reader. */
  readonly description: string;
  /** Where the cursor stands at first, as offsets; clamped to the text. */
  readonly selection?: { readonly anchor: number; readonly head: number } | null;
  readonly isReadOnly?: boolean;
  /** From 1. */
  readonly errorLine?: number | null;
  /** Takes the focus once it is there. */
  readonly takesFocus?: boolean;
}

/**
 * A code editor in a shadow root: there CodeMirror adopts its style sheets instead of writing <style> elements, which
 * the page's policy forbids. Language and first selection are read once; give it a new `key` for another file.
 */
export default function CodeEditor(props: CodeEditorProps) {
  const { value, name, isReadOnly = false, errorLine = null } = props;
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const latest = useRef(props);
  const [access] = useState(() => new Compartment());

  useEffect(() => {
    latest.current = props;
  });

  useEffect(() => {
    const made = mount(host.current, latest.current, access, {
      onChange: (text) => latest.current.onChange?.(text),
      onSelect: (anchor, head) => latest.current.onSelect?.(anchor, head),
      onBlur: () => latest.current.onBlur?.(),
      onLeave: () => latest.current.onLeave?.(),
    });
    view.current = made;
    if (latest.current.takesFocus === true) made?.focus();
    return () => {
      view.current = null;
      made?.destroy();
    };
  }, [access]);

  useEffect(() => {
    if (view.current !== null) replaceText(view.current, value, !isReadOnly);
  }, [value, isReadOnly]);

  useEffect(() => {
    view.current?.dispatch({ effects: access.reconfigure(accessOf(name, isReadOnly)) });
  }, [access, name, isReadOnly]);

  useEffect(() => {
    view.current?.dispatch({ effects: setErrorLine.of(errorLine) });
  }, [errorLine]);

  return <div ref={host} className="code-editor" />;
}

const DESCRIPTION_ID = 'how';

function mount(host: HTMLDivElement | null, props: CodeEditorProps, access: Compartment, events: EditorEvents): EditorView | null {
  if (host === null) return null;
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  const description = document.createElement('p');
  description.id = DESCRIPTION_ID;
  description.hidden = true;
  description.textContent = props.description;
  root.replaceChildren(description);
  const clamp = (offset: number): number => Math.min(Math.max(0, offset), props.value.length);
  const { anchor, head } = props.selection ?? { anchor: 0, head: 0 };
  return new EditorView({
    root,
    parent: root,
    state: EditorState.create({
      doc: props.value,
      selection: EditorSelection.single(clamp(anchor), clamp(head)),
      extensions: [
        editorSetup(props.language, events),
        access.of(accessOf(props.name, props.isReadOnly ?? false)),
      ],
    }),
    scrollTo: EditorView.scrollIntoView(clamp(head), { y: 'nearest' }),
  });
}

const accessOf = (name: string, isReadOnly: boolean): Extension => [
  EditorState.readOnly.of(isReadOnly),
  EditorView.contentAttributes.of({
    'aria-label': name,
    'aria-describedby': DESCRIPTION_ID,
    tabindex: '0',
    ...(isReadOnly ? { 'aria-readonly': 'true' } : {}),
  }),
];

/** A text from outside is one step that Undo takes back, unless the editor only mirrors another tab. */
function replaceText(view: EditorView, value: string, isUndoable: boolean): void {
  const { doc, selection } = view.state;
  // CodeMirror counts every line end as one character.
  const text = value.replace(/\r\n?/g, '\n');
  if (doc.toString() === text) return;
  const head = Math.min(selection.main.head, text.length);
  view.dispatch({
    changes: { from: 0, to: doc.length, insert: text },
    selection: EditorSelection.cursor(head),
    annotations: [fromOutside.of(true), Transaction.addToHistory.of(isUndoable), isolateHistory.of('full')],
  });
}
