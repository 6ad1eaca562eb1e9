import './results.css';
import { CircleAlert } from 'lucide-react';
import { t } from '../../i18n/text.ts';
import { AfterSuccess } from './AfterSuccess.tsx';
import { isCodeExercise } from './code-exercise.ts';
import { CodeTold } from './CodeTold.tsx';
import { QuestionTold } from './QuestionTold.tsx';
import type { PlayerState } from './player-store.ts';
import { Preparing } from './Preparing.tsx';
import { Rubric } from './Rubric.tsx';
import { RunOutput } from './RunOutput.tsx';
import { Stdin } from './Stdin.tsx';
import { usePreparation } from './use-preparation.ts';
import type { Work } from './use-work.ts';
import { failureWords } from './words.ts';

/** How it went, under the work: of the last check, and of the last scratch run. */
export function Results({ work }: { readonly work: Work }) {
  const { state, outcome, isStale, exercise, isSolved } = work;
  const isCode = isCodeExercise(exercise);
  const readiness = usePreparation(isCode ? exercise.language : null);
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
          {isCode ? <CodeTold work={work} exercise={exercise} outcome={outcome} /> : <QuestionTold work={work} outcome={outcome} />}
          {outcome.verdict === 'UNGRADED' && <Rubric work={work} />}
          {isSolved && <AfterSuccess work={work} />}
        </div>
      )}
      {isCode && (
        <Preparing language={exercise.language} readiness={readiness} isWanted={state.phase !== 'idle'} isQuiet={!isEmpty} />
      )}
      {isCode && state.phase !== 'idle' && !isPreparing && <p className="results__busy">{busyWords(state)}</p>}
      {isEmpty && isCode && state.phase === 'idle' && <p className="results__none">{t('player.noResults')}</p>}
    </section>
  );
}

const busyWords = ({ phase, run }: PlayerState): string =>
  phase === 'checking' ? t('player.busyCheck') : (run?.waiting ?? null) === null ? t('player.busy') : t('player.busyWaiting');
