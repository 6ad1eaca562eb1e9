import { Terminal, X } from 'lucide-react';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import type { Exercise } from '../../../db/models/exercise.ts';
import { t } from '../../i18n/text.ts';
import { CodeBlock } from '../../ui/course-text.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { isSameAnswer } from './answers.ts';
import { isCodeExercise } from './code-exercise.ts';
import { Elapsed } from './Elapsed.tsx';
import { ErrorNote } from './ErrorNote.tsx';
import { InputLine } from './InputLine.tsx';
import { OutputScreen } from './OutputScreen.tsx';
import { Pictures } from './Pictures.tsx';
import { endingWords, outputText, seconds } from './run-words.ts';
import type { ScratchRun } from './scratch-run.ts';
import { useLingering } from './use-lingering.ts';
import type { Work } from './use-work.ts';

/** A scratch run: what it prints as it prints it, the line it waits for, what it drew, and how it ended. */
export function RunOutput({ run, work }: { readonly run: ScratchRun; readonly work: Work }) {
  const { log, result, waiting } = run;
  const isStale = !isSameAnswer(run.answer, work.draft.answer);
  const hasOutput = !useSyncExternalStore(log.subscribe, log.isEmpty);
  const asking = useLingering(waiting, LINGERS_MS, result !== null);
  const error = result?.error ?? null;
  const ending = result === null ? null : endingWords(result.outcome);
  const isSilent = result !== null && !hasOutput && result.pictures.length === 0;
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.scrollIntoView({ block: 'nearest' });
  }, [log]);
  return (
    <div
      className="run-output"
      ref={box}
      data-stale={isStale && result !== null}
      data-running={result === null}
      data-told={result === null ? undefined : ''}
    >
      <div className="run-output__head">
        <h3 className="run-output__title">
          <Terminal />
          {t('player.output')}
          <span className="run-output__note">{t('player.outputCounts')}</span>
        </h3>
        {result === null ? <Elapsed run={run} /> : result.activeMs > 0 && <span className="run-output__time">{seconds(result.activeMs)}</span>}
        {result !== null && <IconButton label={t('player.closeOutput')} icon={<X />} onClick={() => work.store.setState({ run: null })} />}
      </div>
      {isStale && result !== null && <p className="results__stale">{t('player.staleRun')}</p>}
      {(hasOutput || asking !== null) && (
        <OutputScreen log={log}>
          {asking !== null && (
            <InputLine
              waiting={asking}
              isOpen={waiting !== null}
              isPromptShown={asking.prompt === '' || outputText(log.view()).endsWith(asking.prompt)}
              isStale={isStale}
              onStop={work.stop}
            />
          )}
        </OutputScreen>
      )}
      {error !== null && <ErrorNote error={error} work={work} answer={run.answer} />}
      {ending !== null && <p className="run-output__ending">{ending}</p>}
      {isSilent && error === null && ending === null && <Silent exercise={work.exercise} />}
      {result !== null && result.pictures.length > 0 && <Pictures pictures={result.pictures} />}
    </div>
  );
}

/** A function that nobody calls prints nothing: the first check shows how to see it at work. */
function Silent({ exercise }: { readonly exercise: Exercise }) {
  const test = exercise.tests?.find(({ kind, isVisible }) => kind === 'call' && isVisible);
  if (!isCodeExercise(exercise) || test?.kind !== 'call') return <p className="run-output__ending">{t('player.noOutput')}</p>;
  return (
    <>
      <p className="run-output__ending">{t('player.noOutputCall')}</p>
      <CodeBlock code={exercise.language === 'python' ? `print(${test.call})` : `console.log(${test.call});`} language={exercise.language} />
    </>
  );
}

/** A program that asks again does so well within this time. */
const LINGERS_MS = 250;
