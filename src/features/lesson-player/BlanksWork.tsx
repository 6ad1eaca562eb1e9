import './blanks-work.css';
import { Check, CircleDashed } from 'lucide-react';
import { useId, useMemo, useRef, type CSSProperties, type KeyboardEvent, type ReactNode } from 'react';
import type { Blank, FillBlanksExercise } from '../../../db/models/exercise.ts';
import { t } from '../../i18n/text.ts';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { cutAtBlanks, type Stretch } from './blanks.ts';
import { checkByKey } from './check-by-key.ts';
import { leaveEditor } from './leave-editor.ts';
import { partMarks } from './part-marks.ts';
import type { Work } from './use-work.ts';

/** A text or a program with blanks in it, written or picked where they stand. */
export function BlanksWork({ work, exercise }: { readonly work: Work; readonly exercise: FillBlanksExercise }) {
  const { draft, outcome, isStale, isReadOnly, keeper, store } = work;
  const id = useId();
  const root = useRef<HTMLDivElement>(null);
  const { text, language } = exercise.options;
  const { blanks } = exercise.answerKey;
  const lines = useMemo(() => cutAtBlanks(text, blanks.map((blank) => blank.id), language), [text, blanks, language]);
  const order = lines.flat().flatMap(({ blankId }) => (blankId === null ? [] : [blankId]));
  const written = draft.answer.type === 'FILL_BLANKS' ? draft.answer.blanks : {};
  const marks = partMarks(outcome);
  const write = (blankId: string, value: string): void => {
    store.setState({ failure: null });
    keeper.change({ answer: { type: 'FILL_BLANKS', blanks: { ...written, [blankId]: value } } });
  };
  /** Enter goes on to what is still empty, and checks when nothing is. */
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && !event.nativeEvent.isComposing) leaveEditor();
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return;
    const fields = [...(root.current?.querySelectorAll<HTMLInputElement | HTMLSelectElement>('[data-blank]') ?? [])];
    const at = fields.indexOf(event.target as HTMLInputElement);
    const next = [...fields.slice(at + 1), ...fields.slice(0, at)].find(({ value }) => value.trim() === '');
    if (next === undefined) {
      checkByKey(event, work);
      return;
    }
    event.preventDefault();
    next.focus();
  };
  const field = (blankId: string): ReactNode => {
    const blank = blanks.find((one) => one.id === blankId);
    return blank === undefined ? null : (
      <BlankField
        key={blankId}
        blank={blank}
        name={t('answers.blankOf', { n: order.indexOf(blankId) + 1, total: order.length })}
        value={written[blankId] ?? ''}
        passed={marks.get(blankId)?.passed ?? null}
        isStale={isStale}
        isReadOnly={isReadOnly}
        onWrite={(value) => write(blankId, value)}
        onLeave={() => void keeper.flush()}
      />
    );
  };
  return (
    <div className="blanks-work">
      <div
        ref={root}
        className="blanks-work__text"
        role="group"
        aria-label={t('player.yourAnswer')}
        aria-describedby={`${id}-help`}
        data-code={language !== null}
        data-stale={isStale}
        onKeyDown={onKeyDown}
      >
        {lines.map((line, at) => (
          <span key={at} className="blanks-work__line" style={{ '--depth': depthOf(line) } as CSSProperties}>
            {line.map((stretch, index) => (stretch.blankId === null ? <span key={index} className={stretch.kind}>{stretch.text}</span> : field(stretch.blankId)))}
            {'\n'}
          </span>
        ))}
      </div>
      <p className="blanks-work__help" id={`${id}-help`}>{t('answers.blanksHelp')}</p>
    </div>
  );
}

/** How far a line is indented, so that what has no room in it hangs deeper still. */
const depthOf = ([first]: readonly Stretch[]): number => (first?.blankId === null ? (/^ */.exec(first.text)?.[0].length ?? 0) : 0);

interface BlankFieldProps {
  readonly blank: Blank;
  readonly name: string;
  readonly value: string;
  /** null: not checked. */
  readonly passed: boolean | null;
  readonly isStale: boolean;
  readonly isReadOnly: boolean;
  readonly onWrite: (value: string) => void;
  readonly onLeave: () => void;
}

function BlankField({ blank, name, value, passed, isStale, isReadOnly, onWrite, onLeave }: BlankFieldProps) {
  const id = useId();
  const tone = passed === null || isStale ? 'none' : passed ? 'right' : 'notyet';
  const shared = {
    'data-blank': '',
    'data-editor': '',
    className: 'blank__field',
    value,
    'aria-label': name,
    'aria-invalid': tone === 'notyet',
    ...(passed === null ? {} : { 'aria-describedby': id }),
    onChange: (event: { readonly target: { readonly value: string } }) => onWrite(event.target.value),
    onBlur: onLeave,
  };
  return (
    <span className="blank" data-tone={tone}>
      {blank.choices === null ? (
        <input
          {...shared}
          type="text"
          readOnly={isReadOnly}
          size={Math.max(4, value.length + 1)}
          autoComplete="off"
          autoCapitalize="off"
          autoCorrect="off"
          spellCheck={false}
          enterKeyHint="next"
        />
      ) : (
        <select {...shared} disabled={isReadOnly}>
          <option value="">{t('answers.pick')}</option>
          {blank.choices.map((choice) => <option key={choice} value={choice}>{choice}</option>)}
        </select>
      )}
      {passed !== null && (
        <span className="blank__mark" id={id}>
          {passed ? <Check /> : <CircleDashed />}
          {passed || isStale ? <VisuallyHidden>{isStale ? t('player.staleWord') : t('answers.fits')}</VisuallyHidden> : t('answers.fitsNot')}
        </span>
      )}
    </span>
  );
}
