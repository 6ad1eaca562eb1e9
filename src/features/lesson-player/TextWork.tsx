import './text-work.css';
import { useEffect, useId, useRef, useState, type ChangeEvent, type KeyboardEvent } from 'react';
import { t } from '../../i18n/text.ts';
import { leaveEditor } from './leave-editor.ts';
import type { Work } from './use-work.ts';

/** A free answer. `autocomplete="off"` keeps what is typed out of the browser's own session files. */
export function TextWork({ work }: { readonly work: Work }) {
  const { exercise, draft, isReadOnly, keeper, store } = work;
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const isEssay = exercise.type === 'FREE_FORM' && exercise.answerKey.kind === 'rubric';
  const { answer, cursor } = draft;
  const text = answer.type === 'FREE_FORM' ? answer.text : '';

  const [first] = useState(isReadOnly ? null : cursor);
  useEffect(() => {
    if (field.current === null || first === null || document.activeElement !== document.body) return;
    field.current.focus({ preventScroll: true });
    field.current.setSelectionRange(Math.min(first.anchor, first.head), Math.max(first.anchor, first.head));
  }, [first]);

  const place = (): { cursor: { file: null; anchor: number; head: number } } => ({
    cursor: { file: null, anchor: field.current?.selectionStart ?? 0, head: field.current?.selectionEnd ?? 0 },
  });
  const onChange = (event: ChangeEvent<HTMLTextAreaElement>): void => {
    store.setState({ failure: null });
    keeper.change({ answer: { type: 'FREE_FORM', text: event.target.value }, ...place() });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && !event.nativeEvent.isComposing) leaveEditor();
  };
  return (
    <div className="text-work">
      <label className="text-work__label" htmlFor={id}>{t('player.yourAnswer')}</label>
      <textarea
        ref={field}
        id={id}
        className="text-work__field"
        data-editor=""
        rows={isEssay ? 8 : 2}
        value={text}
        readOnly={isReadOnly}
        autoComplete="off"
        spellCheck={isEssay}
        aria-describedby={`${id}-help`}
        onChange={onChange}
        onKeyDown={onKeyDown}
        onBlur={() => void keeper.flush()}
        onSelect={() => (draft.saving.type === 'untouched' ? undefined : keeper.change(place()))}
      />
      <p className="text-work__help" id={`${id}-help`}>{isEssay ? t('player.essayHelp') : t('player.answerHelp')}</p>
    </div>
  );
}
