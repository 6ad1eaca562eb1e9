import './code-editor.css';
import { openSearchPanel } from '@codemirror/search';
import { EditorView } from '@codemirror/view';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { CodeLanguage } from '../../db/models/enums.ts';
import { createDocuments, DESCRIPTION_ID, goToLine, replaceText, type Documents, type Selection } from './code-editor-documents.ts';
import { setErrorLine } from './code-editor-error-line.ts';
import { searchStatus, type SearchStatus } from './code-editor-search.ts';
import type { EditorEvents } from './code-editor-setup.ts';
import { CodeSearchBar } from './code-search-bar.tsx';

interface CodeEditorProps extends Partial<Pick<EditorEvents, 'onSelect' | 'onBlur' | 'onLeave'>> {
  /** Each file has its own history and cursor, which stay while another is shown. */
  readonly file: string;
  readonly value: string;
  readonly onChange?: (value: string) => void;
  /** Of this file; null: plain text. */
  readonly language: CodeLanguage | null;
  /** What a screen reader calls it. */
  readonly name: string;
  /** How to leave it and what its keys do, for a screen reader. */
  readonly description: string;
  /** Where the cursor stands when the file is first shown; clamped to the text. */
  readonly selection?: Selection | null;
  readonly isReadOnly?: boolean;
  /** Long lines go on in the next. */
  readonly wraps?: boolean;
  /** The line an error speaks of, from 1; a new object marks it anew. */
  readonly error?: { readonly line: number } | null;
  /** A line of this file to go to, from 1; a new object goes there again. */
  readonly jump?: { readonly line: number } | null;
  /** Takes the focus once it is there. */
  readonly takesFocus?: boolean;
}

interface Made {
  readonly view: EditorView;
  readonly documents: Documents;
}

/**
 * A code editor in a shadow root: there CodeMirror adopts its style sheets instead of writing <style> elements, which
 * the page's policy forbids. The search bar stands outside, over it.
 */
export default function CodeEditor(props: CodeEditorProps) {
  const { file, value, name, isReadOnly = false, wraps = false, error = null, jump = null } = props;
  const host = useRef<HTMLDivElement>(null);
  const made = useRef<Made | null>(null);
  const latest = useRef(props);
  const shown = useRef(file);
  const [search, setSearch] = useState<{ readonly view: EditorView; readonly status: SearchStatus } | null>(null);
  const [asked, setAsked] = useState(0);

  useEffect(() => {
    latest.current = props;
  });

  useEffect(() => {
    if (host.current === null) return;
    const { view } = (made.current = mount(host.current, latest.current, {
      onChange: (text) => latest.current.onChange?.(text),
      onSelect: (anchor, head) => latest.current.onSelect?.(anchor, head),
      onBlur: () => latest.current.onBlur?.(),
      onLeave: () => latest.current.onLeave?.(),
      onSearch: (status) => setSearch(status === null || made.current === null ? null : { view: made.current.view, status }),
    }));
    shown.current = latest.current.file;
    if (latest.current.takesFocus === true) view.focus();
    return () => {
      made.current = null;
      setSearch(null);
      view.destroy();
    };
  }, []);

  useEffect(() => {
    if (made.current === null || shown.current === file) return;
    show(made.current, shown.current, latest.current);
    shown.current = file;
    setSearch(null);
  }, [file]);

  useEffect(() => {
    if (made.current !== null) replaceText(made.current.view, value, !isReadOnly);
  }, [file, value, isReadOnly]);

  useEffect(() => {
    made.current?.view.dispatch({ effects: made.current.documents.access({ name, isReadOnly, wraps }) });
  }, [file, name, isReadOnly, wraps]);

  useEffect(() => {
    made.current?.view.dispatch({ effects: setErrorLine.of(error?.line ?? null) });
  }, [file, error]);

  useEffect(() => {
    if (made.current !== null && jump !== null) goToLine(made.current.view, jump.line);
  }, [jump]);

  // Here and not among the editor's keys: the bar must be there before the next letter is typed.
  const onKeyDown = (event: KeyboardEvent): void => {
    const { current } = made;
    if (current === null || !isFind(event)) return;
    event.preventDefault();
    openSearchPanel(current.view);
    const status = searchStatus(current.view.state);
    if (status !== null) setSearch({ view: current.view, status });
    setAsked((times) => times + 1);
  };

  return (
    <div className="code-editor-frame">
      {search !== null && <CodeSearchBar {...search} asked={asked} isReadOnly={isReadOnly} />}
      <div ref={host} className="code-editor" onKeyDown={onKeyDown} />
    </div>
  );
}

const isFind = ({ ctrlKey, metaKey, altKey, shiftKey, key }: KeyboardEvent): boolean =>
  (ctrlKey || metaKey) && !altKey && !shiftKey && key.toLowerCase() === 'f';

function mount(host: HTMLDivElement, props: CodeEditorProps, events: EditorEvents): Made {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  const description = document.createElement('p');
  description.id = DESCRIPTION_ID;
  description.hidden = true;
  description.textContent = props.description;
  root.replaceChildren(description);
  const { name, isReadOnly = false, wraps = false } = props;
  const documents = createDocuments({ name, isReadOnly, wraps }, events);
  const state = documents.open(props.file, props.value, props.language, props.selection ?? null);
  const scrollTo = EditorView.scrollIntoView(state.selection.main.head, { y: 'nearest' });
  return { documents, view: new EditorView({ root, parent: root, state, scrollTo }) };
}

/** Another file, as it was left. */
function show({ view, documents }: Made, from: string, { file, value, language, selection }: CodeEditorProps): void {
  documents.leave(from, view);
  view.setState(documents.open(file, value, language, selection ?? null));
  const scroll = documents.scroll(file);
  if (scroll !== null) view.dispatch({ effects: scroll });
}
