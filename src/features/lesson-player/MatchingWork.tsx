import './matching-work.css';
import { Check, CircleDashed } from 'lucide-react';
import { useId, useMemo } from 'react';
import type { Item, MatchingExercise } from '../../../db/models/exercise.ts';
import { t } from '../../i18n/text.ts';
import { CourseWords } from '../../ui/course-text.tsx';
import { bareWords } from '../../ui/plain-text.ts';
import { stableShuffle } from './arrange/stable-shuffle.ts';
import { partMarks } from './part-marks.ts';
import type { Work } from './use-work.ts';

/** A list to choose from shows this much of an item at least, in characters. */
const SHORT = 32;

/** Each on the left gets one from the right, by a list of its own to choose from. */
export function MatchingWork({ work, exercise }: { readonly work: Work; readonly exercise: MatchingExercise }) {
  const { draft, outcome, isStale, isReadOnly, keeper, store } = work;
  const partners = usePartners(exercise);
  const pairs = draft.answer.type === 'MATCHING' ? draft.answer.pairs : {};
  const marks = partMarks(outcome);
  const pair = (leftId: string, rightId: string): void => {
    const others = Object.entries(pairs).filter(([id]) => id !== leftId);
    store.setState({ failure: null });
    keeper.change({ answer: { type: 'MATCHING', pairs: Object.fromEntries(rightId === '' ? others : [...others, [leftId, rightId]]) } });
  };
  return (
    <div className="matching" data-stale={isStale}>
      <ul className="matching__left">
        {exercise.options.left.map((item) => (
          <Row
            key={item.id}
            item={item}
            partners={partners}
            partnerId={pairs[item.id] ?? ''}
            passed={marks.get(item.id)?.passed ?? null}
            isStale={isStale}
            isReadOnly={isReadOnly}
            onPair={(rightId) => pair(item.id, rightId)}
          />
        ))}
      </ul>
      {partners.some(({ letter }) => letter !== null) && (
        <div className="matching__partners">
          <h3 className="matching__title">{t('answers.partners')}</h3>
          <dl className="matching__list">
            {partners.map(({ id, letter, text }) => (
              <div key={id} className="matching__partner">
                <dt>{letter}</dt>
                <dd><CourseWords text={text} /></dd>
              </div>
            ))}
          </dl>
        </div>
      )}
      <p className="matching__help">{t('answers.matchHelp')}</p>
    </div>
  );
}

interface Partner extends Item {
  /** Its words without any marks. */
  readonly words: string;
  /** null: its words stand in the lists in full. */
  readonly letter: string | null;
}

/** Never in the order of the left ones: that would give the pairs away. */
function usePartners({ id, options: { left, right }, answerKey: { pairs } }: MatchingExercise): readonly Partner[] {
  return useMemo(() => {
    const isGiven = (order: readonly Item[]): boolean => left.every((item, index) => pairs[item.id] === order[index]?.id);
    const order = stableShuffle(right, id, isGiven);
    // A list to choose from shows bare words in one line: where that is too little they are written out beside it.
    const isPlain = order.every(({ text }) => text.length <= SHORT && bareWords(text) === text.trim());
    return order.map((item, index) => ({
      ...item,
      words: bareWords(item.text),
      letter: isPlain ? null : String.fromCharCode('A'.charCodeAt(0) + index),
    }));
  }, [id, left, right, pairs]);
}

interface RowProps {
  readonly item: Item;
  readonly partners: readonly Partner[];
  /** '': none yet. */
  readonly partnerId: string;
  readonly passed: boolean | null;
  readonly isStale: boolean;
  readonly isReadOnly: boolean;
  readonly onPair: (rightId: string) => void;
}

function Row({ item, partners, partnerId, passed, isStale, isReadOnly, onPair }: RowProps) {
  const id = useId();
  const tone = passed === null || isStale ? 'none' : passed ? 'right' : 'notyet';
  return (
    <li className="match" data-tone={tone}>
      <label className="match__words" htmlFor={id}><CourseWords text={item.text} /></label>
      <select
        id={id}
        className="match__choice"
        data-editor=""
        value={partnerId}
        disabled={isReadOnly}
        aria-invalid={tone === 'notyet'}
        {...(passed === null ? {} : { 'aria-describedby': `${id}-mark` })}
        onChange={(event) => onPair(event.target.value)}
      >
        <option value="">{t('answers.pick')}</option>
        {partners.map(({ id: one, letter, words }) => (
          <option key={one} value={one}>{letter === null ? words : t('answers.lettered', { letter, words })}</option>
        ))}
      </select>
      {passed !== null && (
        <span className="match__mark" id={`${id}-mark`}>
          {passed ? <Check /> : <CircleDashed />}
          {isStale ? <span className="visually-hidden">{t('player.staleWord')}</span> : passed ? t('answers.fits') : t('answers.fitsNot')}
        </span>
      )}
    </li>
  );
}
