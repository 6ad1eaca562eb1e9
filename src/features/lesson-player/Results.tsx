import './results.css';
import { CircleAlert, CircleCheck, CircleDashed, CircleHelp } from 'lucide-react';
import { t } from '../../i18n/text.ts';
import { CourseText } from '../../ui/course-text.tsx';
import { AfterSuccess } from './AfterSuccess.tsx';
import { isCodeExercise } from './code-exercise.ts';
import { ErrorNote } from './ErrorNote.tsx';
import { outcomeTone, type Outcome } from './outcome.ts';
import { Rubric } from './Rubric.tsx';
import { RunOutput } from './RunOutput.tsx';
import { Stdin } from './Stdin.tsx';
import { TestRows } from './TestRows.tsx';
import type { Work } from './use-work.ts';
import { failureWords, outcomeTitle } from './words.ts';

const ICONS = { right: CircleCheck, notyet: CircleDashed, open: CircleHelp } as const;

/** How it went, under the work: of the last check, and of the last scratch run. */
export function Results({ work }: { readonly work: Work }) {
  const { state, outcome, isStale, exercise, isSolved } = work;
  const isCode = isCodeExercise(exercise);
  const isEmpty = outcome === null && state.run === null && state.failure === null;
  return (
    <section className="results" aria-label={t('player.results')} tabIndex={isCode && !isEmpty ? 0 : -1} data-results="" data-empty={isEmpty}>
      {isCode && <Stdin work={work} exercise={exercise} />}
      {state.failure !== null && (
        <p className="results__failure">
          <CircleAlert />
          {failureWords(state.failure, exercise)}
        </p>
      )}
      {state.run !== null && <RunOutput run={state.run} work={work} />}
      {outcome !== null && (
        <div className="results__outcome" data-stale={isStale} data-phase={state.phase}>
          {isStale && <p className="results__stale">{t('player.stale')}</p>}
          {exercise.options === null && <Told work={work} outcome={outcome} />}
          {outcome.verdict === 'UNGRADED' && <Rubric work={work} />}
          {isSolved && <AfterSuccess work={work} />}
        </div>
      )}
      {isCode && state.phase !== 'idle' && <p className="results__busy">{t('player.busy')}</p>}
      {isEmpty && isCode && state.phase === 'idle' && <p className="results__none">{t('player.noResults')}</p>}
    </section>
  );
}

/** The verdict and what led to it. A choice has its verdict under the option. */
function Told({ work, outcome }: { readonly work: Work; readonly outcome: Outcome }) {
  const { exercise, isSolved, state } = work;
  if (outcome.verdict === 'UNGRADED' && state.judgement === null) return null;
  const tone = isSolved ? 'right' : outcome.verdict === 'UNGRADED' ? 'notyet' : outcomeTone(outcome);
  const Icon = ICONS[tone];
  const hasRows = outcome.testResults.length > 0 && outcome.verdict !== 'TIMED_OUT';
  return (
    <>
      <h3 className="results__title" data-tone={tone} data-told="">
        <Icon />
        {outcomeTitle(exercise, outcome, state.judgement)}
      </h3>
      {outcome.verdict === 'TIMED_OUT' && <p className="results__why">{t('player.timedOutWhy')}</p>}
      {outcome.error !== null && <ErrorNote error={outcome.error} work={work} answer={outcome.answer} />}
      {hasRows ? (
        <TestRows results={outcome.testResults} say={outcome.say} isTold={outcome.error !== null && outcome.verdict === 'ERRORED'} />
      ) : (
        outcome.say !== null && <CourseText text={outcome.say} className="results__say" />
      )}
    </>
  );
}
