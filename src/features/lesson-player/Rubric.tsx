import './rubric.css';
import { t } from '../../i18n/text.ts';
import { CourseText, CourseWords } from '../../ui/course-text.tsx';
import type { Work } from './use-work.ts';

/** A sample and the author's criteria: the learner holds their own answer against them. */
export function Rubric({ work }: { readonly work: Work }) {
  const { exercise, state, store, isReadOnly, isStale } = work;
  if (exercise.type !== 'FREE_FORM' || exercise.answerKey.kind !== 'rubric') return null;
  const { criteria, sample } = exercise.answerKey;
  const isOpen = state.judgement === null && !isStale && !isReadOnly;
  const met = state.judgement ?? state.ticked;
  const toggle = (index: number): void =>
    store.setState({ ticked: met.includes(index) ? met.filter((one) => one !== index) : [...met, index].sort((a, b) => a - b) });
  return (
    <div className="rubric">
      <h3 className="rubric__title">{t('player.sample')}</h3>
      <CourseText text={sample} className="rubric__sample" />
      <fieldset className="rubric__criteria" disabled={!isOpen}>
        <legend className="rubric__title">{t('player.criteria')}</legend>
        {criteria.map((criterion, index) => (
          <label key={index} className="rubric__criterion">
            <input type="checkbox" checked={met.includes(index)} onChange={() => toggle(index)} />
            <CourseWords text={criterion} />
          </label>
        ))}
      </fieldset>
      <p className="rubric__note">
        {state.judgement === null
          ? t('player.criteriaNote')
          : met.length === criteria.length
            ? t('player.judgedRight')
            : t('player.judgedNotYet', { met: met.length, total: criteria.length })}
      </p>
    </div>
  );
}
