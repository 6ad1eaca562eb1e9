import { useEffect, useRef, useState, type RefObject } from 'react';
import { leaveEditor } from './leave-editor.ts';
import type { Work } from './use-work.ts';

type Field = HTMLTextAreaElement | HTMLInputElement;
type TextType = 'FREE_FORM' | 'SHORT_TEXT' | 'NUMERIC' | 'PREDICT_OUTPUT';

export interface TextAnswer<F extends Field> {
  readonly text: string;
  /** What makes a field the exercise's one text field, whichever kind of field it is. */
  readonly field: {
    readonly ref: RefObject<F | null>;
    readonly 'data-editor': '';
    readonly value: string;
    readonly readOnly: boolean;
    /** Keeps what is typed out of the browser's own session files. */
    readonly autoComplete: 'off';
    readonly onChange: (event: { readonly target: F }) => void;
    readonly onBlur: () => void;
    readonly onSelect: () => void;
  };
  /** To be called with the key that was pressed in it: Escape leaves the field. */
  readonly onKey: (event: { readonly key: string; readonly nativeEvent: { readonly isComposing: boolean } }) => void;
}

/** An answer that is one text, with the cursor where it was. */
export function useTextAnswer<F extends Field>(work: Work, type: TextType): TextAnswer<F> {
  const { draft, isReadOnly, keeper, store } = work;
  const ref = useRef<F>(null);
  const { answer, cursor } = draft;
  const text = answer.type === type ? answer.text : '';

  const [first] = useState(isReadOnly ? null : cursor);
  useEffect(() => {
    if (ref.current === null || first === null || document.activeElement !== document.body) return;
    ref.current.focus({ preventScroll: true });
    ref.current.setSelectionRange(Math.min(first.anchor, first.head), Math.max(first.anchor, first.head));
  }, [first]);

  const place = (): { cursor: { file: null; anchor: number; head: number } } => ({
    cursor: { file: null, anchor: ref.current?.selectionStart ?? 0, head: ref.current?.selectionEnd ?? 0 },
  });
  return {
    text,
    field: {
      ref,
      'data-editor': '',
      value: text,
      readOnly: isReadOnly,
      autoComplete: 'off',
      onChange: (event) => {
        store.setState({ failure: null });
        keeper.change({ answer: { type, text: event.target.value }, ...place() });
      },
      onBlur: () => void keeper.flush(),
      onSelect: () => (draft.saving.type === 'untouched' ? undefined : keeper.change(place())),
    },
    onKey: (event) => {
      if (event.key === 'Escape' && !event.nativeEvent.isComposing) leaveEditor();
    },
  };
}
