import { CornerDownLeft } from 'lucide-react';
import { useEffect, useId, useLayoutEffect, useRef, useState, type KeyboardEvent, type RefObject } from 'react';
import { t } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import type { Waiting } from './scratch-run.ts';

interface InputLineProps {
  readonly waiting: Waiting;
  /** False for a moment after the line was sent: the program may ask again at once, and the focus should not wander. */
  readonly isOpen: boolean;
  /** The end of the output says the prompt already. */
  readonly isPromptShown: boolean;
  /** The learner may be writing in the editor: the focus stays there. */
  readonly isStale: boolean;
  readonly onStop: () => void;
}

/** The program waits for a line: typed where it would stand, sent by Enter. */
export function InputLine({ waiting, isOpen, isPromptShown, isStale, onStop }: InputLineProps) {
  const [typed, setTyped] = useState({ waiting, line: '' });
  const field = useRef<HTMLInputElement>(null);
  const help = useId();
  const { prompt } = waiting;
  const line = typed.waiting === waiting ? typed.line : '';
  const answer = (given: string | null): void => (isOpen ? waiting.answer(given) : undefined);
  const mayTakeFocus = useRef(!isStale);
  useEffect(() => {
    mayTakeFocus.current = !isStale || document.activeElement?.classList.contains('code-editor') !== true;
  });
  useEffect(() => {
    if (mayTakeFocus.current) field.current?.focus();
  }, [waiting]);
  useReturnFocus(field);
  const onKeyDown = (event: KeyboardEvent): void => {
    const isEnd = event.ctrlKey && event.key.toLowerCase() === 'd' && line === '';
    if (!isEnd && event.key !== 'Escape') return;
    event.preventDefault();
    if (isEnd) answer(null);
    else onStop();
  };
  return (
    <form
      className="input-line"
      data-open={isOpen}
      onSubmit={(event) => {
        event.preventDefault();
        answer(line);
      }}
    >
      {!isPromptShown && isOpen && <span aria-hidden="true">{prompt}</span>}
      <input
        ref={field}
        className="input-line__field"
        aria-label={prompt.trim() === '' ? t('player.inputLabel') : t('player.inputLabelPrompt', { prompt: prompt.trim() })}
        aria-describedby={help}
        autoComplete="off"
        autoCapitalize="off"
        autoCorrect="off"
        spellCheck={false}
        enterKeyHint="send"
        readOnly={!isOpen}
        value={line}
        onChange={(event) => setTyped({ waiting, line: event.target.value })}
        onKeyDown={onKeyDown}
      />
      <span className="input-line__actions">
        <Button type="submit" kind="quiet" size="s" icon={<CornerDownLeft />}>{t('player.inputSend')}</Button>
        <Button kind="quiet" size="s" title={t('player.inputEndKey')} onClick={() => answer(null)}>{t('player.inputEnd')}</Button>
      </span>
      <span id={help} hidden>{t('player.inputHelp')}</span>
    </form>
  );
}

/** What had the focus goes: the output it stood in takes it, where letters still on their way are no commands. */
function useReturnFocus(field: RefObject<HTMLInputElement | null>): void {
  useLayoutEffect(() => {
    const { current } = field;
    return () => {
      if (current !== null && current === document.activeElement) current.closest<HTMLElement>('[data-no-letters]')?.focus();
    };
  }, [field]);
}
