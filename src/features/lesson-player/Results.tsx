import './results.css';
import { CircleAlert, CircleCheck, CircleDashed, CircleHelp } from 'lucide-react';
import { t } from '../../i18n/text.ts';
import { CourseText } from '../../ui/course-text.tsx';
import { AfterSuccess } from './AfterSuccess.tsx';
import { isCodeExercise } from './code-exercise.ts';
import { ErrorNote } from './ErrorNote.tsx';
import { outcomeTone, type Outcome } from './outcome.ts';
import { QuestionTold } from './QuestionTold.tsx';
import { Preparing } from './Preparing.tsx';
import { Rubric } from './Rubric.tsx';
import { RunOutput } from './RunOutput.tsx';
import { checkEndingWords } from './run-words.ts';
import { Stdin } from './Stdin.tsx';
import { TestRows } from './TestRows.tsx';
import { usePreparation } from './use-preparation.ts';
import type { Work } from './use-work.ts';
import { failureWords, outcomeTitle } from './words.ts';

const ICONS = { right: CircleCheck, notyet: CircleDashed, open: CircleHelp } as const;

/** How it went, under the work: of the last check, and of the last scratch run. */
export function Results({ work }: { readonly work: Work }) {
  const { state, outcome, isStale, exercise, isSolved } = work;
  const isCode = isCodeExercise(exercise);
  const readiness = usePreparation(isCodeExercise(exercise) ? exercise.language : null);
  const isPreparing = readiness !== null && readiness !== 'ready';
  const isEmpty = outcome === null && state.run === null && state.failure === null;
  return (
    <section className="results" aria-label={t('player.results')} tabIndex={isCode && !isEmpty ? 0 : -1} data-results="" data-empty={isEmpty}>
      {isCode && <Stdin work={work} exercise={exercise} />}
      {state.failure !== null && (
        <p className="results__failure">
          <CircleAlert />
          {failureWords(state.failure, exercise, work.draft.answer)}
        </p>
      )}
      {state.run !== null && <RunOutput key={state.run.startedAt} run={state.run} work={work} />}
      {outcome !== null && (
        <div className="results__outcome" data-stale={isStale} data-phase={state.phase}>
          {isStale && <p className="results__stale">{t('player.stale')}</p>}
          {isCode ? <Told work={work} outcome={outcome} /> : <QuestionTold work={work} outcome={outcome} />}
          {outcome.verdict === 'UNGRADED' && <Rubric work={work} />}
          {isSolved && <AfterSuccess work={work} />}
        </div>
      )}
      {isCodeExercise(exercise) && (
        <Preparing language={exercise.language} readiness={readiness} isWanted={state.phase !== 'idle'} isQuiet={!isEmpty} />
      )}
      {isCode && state.phase !== 'idle' && !isPreparing && <p className="results__busy">{state.phase === 'checking' ? t('player.busyCheck') : t('player.busy')}</p>}
      {isEmpty && isCode && state.phase === 'idle' && <p className="results__none">{t('player.noResults')}</p>}
    </section>
  );
}

/** The verdict on code, and what led to it. */
function Told({ work, outcome }: { readonly work: Work; readonly outcome: Outcome }) {
  const { exercise, isSolved, state } = work;
  const tone = isSolved ? 'right' : outcomeTone(outcome);
  const Icon = ICONS[tone];
  const { testResults, verdict, stoppedBy, error, say } = outcome;
  // Of what was stopped before anything passed, its end says it all.
  const isStopped = verdict === 'TIMED_OUT' || (stoppedBy !== null && verdict === 'ERRORED');
  const hasRows = isCodeExercise(exercise) && testResults.length > 0 && (!isStopped || testResults.some(({ passed }) => passed));
  return (
    <>
      <h3 className="results__title" data-tone={tone} data-told="">
        <Icon />
        {outcomeTitle(exercise, outcome, state.judgement)}
      </h3>
      {isStopped && <p className="results__why">{checkEndingWords(stoppedBy ?? 'timed-out')}</p>}
      {error !== null && <ErrorNote error={error} work={work} answer={outcome.answer} />}
      {hasRows ? (
        <TestRows
          results={testResults}
          language={exercise.language}
          say={say}
          isTold={(error !== null && verdict === 'ERRORED') || isStopped}
          onJump={(jump) => work.store.setState({ jump })}
        />
      ) : (
        say !== null && <CourseText text={say} className="results__say" />
      )}
    </>
  );
}
