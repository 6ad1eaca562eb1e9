import { Play } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { PredictOutputExercise } from '../../../db/models/exercise.ts';
import type { Program } from '../../core/explain/seen-error.ts';
import type { RunResult } from '../../core/run-result.ts';
import { useServices } from '../../hooks/use-services.ts';
import { t } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { DiffView } from '../../ui/diff-view.tsx';
import { Explanation } from './Explanation.tsx';
import { say } from './player-store.ts';
import { endingWords } from './run-words.ts';
import type { Work } from './use-work.ts';

/** So many tries of one's own come first. */
const TRIES = 2;

interface RealRunProps {
  readonly work: Work;
  readonly exercise: PredictOutputExercise;
  readonly prediction: string;
}

/** After two tries, or once it is right: the program runs, and what it prints stands beside what was predicted. */
export function RealRun({ work, exercise, prediction }: RealRunProps) {
  const { attempts } = useServices();
  const { store, state, keeper, history, hints, isReadOnly, isSolved } = work;
  const [run, setRun] = useState<RunResult | null>(null);
  const tries = (history ?? []).filter((attempt) => attempt.exerciseRev === exercise.rev);
  const hasPassed = isSolved || tries.some(({ verdict }) => verdict === 'PASSED');
  const isOpen = hasPassed || hints.isRevealed || tries.length >= TRIES;
  const mayCome = tries.length > 0 || hints.isRevealed;
  useEffect(() => {
    if (mayCome) attempts.warmUp(exercise.language);
  }, [attempts, exercise.language, mayCome]);
  useEffect(() => () => (store.getState().phase === 'running' ? attempts.stop() : undefined), [attempts, store]);
  if (!isOpen) return null;

  const start = async (): Promise<void> => {
    if (store.getState().phase !== 'idle') return;
    // To be shown what it prints is to be shown the answer.
    if (!hasPassed && !hints.isRevealed) keeper.change({ solutionRevealed: true });
    store.setState({ phase: 'running', failure: null });
    try {
      const result = await attempts.run({ exercise, files: exercise.starter.files, stdin: '' });
      setRun(result);
      const printed = printedBy(result);
      say(store, `${t('answers.realOutput')}: ${printed.trim() === '' ? t('answers.silent') : printed}`);
    } finally {
      store.setState({ phase: 'idle' });
    }
  };
  return (
    <section className="real-run" aria-label={t('answers.realOutput')}>
      <div className="real-run__head">
        <p className="real-run__words">{hasPassed || hints.isRevealed ? t('answers.runAfter') : t('answers.runTold')}</p>
        <Button icon={<Play />} disabled={isReadOnly || state.phase !== 'idle'} onClick={() => void start()}>
          {run === null ? t('answers.runIt') : t('answers.runAgain')}
        </Button>
      </div>
      {run !== null && <Printed run={run} prediction={prediction} program={{ language: exercise.language, ...exercise.starter }} />}
    </section>
  );
}

interface PrintedProps {
  readonly run: RunResult;
  readonly prediction: string;
  readonly program: Program;
}

function Printed({ run, prediction, program }: PrintedProps) {
  const printed = printedBy(run);
  const ending = run.error === null ? endingWords(run.outcome) : `${run.error.type}: ${run.error.message}`;
  const words = { added: t('answers.itPrints'), removed: t('answers.youWrote'), same: t('answers.sameOutput') };
  const isSame = tidy(printed) === tidy(prediction);
  return (
    <>
      <h3 className="real-run__title">{t('answers.realOutput')}</h3>
      {isSame ? (
        <pre className="real-run__output" tabIndex={0}>{printed}</pre>
      ) : (
        <>
          <p className="real-run__key">{t('answers.diffKey')}</p>
          <DiffView before={tidy(prediction)} after={tidy(printed)} by="lines" words={words} />
        </>
      )}
      {isSame && <p className="real-run__words">{t('answers.sameOutput')}</p>}
      {ending !== null && <p className="real-run__words">{ending}</p>}
      {run.error !== null && <Explanation error={run.error} {...program} />}
      {printed === '' && ending === null && <p className="real-run__words">{t('answers.silent')}</p>}
    </>
  );
}

const printedBy = (run: RunResult): string => run.output.map(({ text }) => text).join('');

/** As the grader compares: white space at the ends says nothing. */
const tidy = (text: string): string => text.replace(/[ \t\r]+$/gm, '').trimEnd();
