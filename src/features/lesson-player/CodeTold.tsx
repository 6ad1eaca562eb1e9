import { CircleCheck, CircleDashed } from 'lucide-react';
import type { CodeExercise } from '../../../db/models/exercise.ts';
import type { CodeError } from '../../core/run-result.ts';
import { CourseText } from '../../ui/course-text.tsx';
import { isCodeAnswer } from './code-exercise.ts';
import { errorPlaces } from './code-places.ts';
import { ErrorNote } from './ErrorNote.tsx';
import type { Outcome } from './outcome.ts';
import { checkEndingWords } from './run-words.ts';
import { TestRows } from './TestRows.tsx';
import type { Work } from './use-work.ts';
import { outcomeTitle } from './words.ts';

interface CodeToldProps {
  readonly work: Work;
  readonly exercise: CodeExercise;
  readonly outcome: Outcome;
}

/** The verdict on code, and what led to it: what stopped it, its error, and each of its checks. */
export function CodeTold({ work, exercise, outcome }: CodeToldProps) {
  const { isSolved, state, store } = work;
  const { testResults, verdict, stoppedBy, error, say } = outcome;
  const isStopped = verdict === 'TIMED_OUT' || (stoppedBy !== null && verdict === 'ERRORED');
  // Of what was stopped before anything passed, its end says it all.
  const hasRows = testResults.length > 0 && (!isStopped || testResults.some(({ passed }) => passed));
  const told = error === null ? null : `${error.type}: ${error.message}`;
  // Without a line of the learner's, the check's own row tells it as well.
  const hasNote = error !== null && (!hasRows || hasPlace(error, exercise, outcome) || !testResults.some(({ message }) => message === told));
  return (
    <>
      <h3 className="results__title" data-tone={isSolved ? 'right' : 'notyet'} data-told="">
        {isSolved ? <CircleCheck /> : <CircleDashed />}
        {outcomeTitle(exercise, outcome, state.judgement)}
      </h3>
      {isStopped && <p className="results__why">{checkEndingWords(stoppedBy ?? 'timed-out')}</p>}
      {hasNote && <ErrorNote error={error} work={work} answer={outcome.answer} />}
      {hasRows ? (
        <TestRows
          results={testResults}
          language={exercise.language}
          say={say}
          isTold={(hasNote && verdict === 'ERRORED') || isStopped}
          told={hasNote ? told : null}
          onJump={(jump) => store.setState({ jump })}
        />
      ) : (
        say !== null && <CourseText text={say} className="results__say" />
      )}
    </>
  );
}

const hasPlace = (error: CodeError, { starter }: CodeExercise, { answer }: Outcome): boolean =>
  isCodeAnswer(answer) && errorPlaces(error, starter.entry, answer.files).length > 0;
