import { Terminal, X } from 'lucide-react';
import type { RunResult } from '../../core/run-result.ts';
import { t } from '../../i18n/text.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { ErrorNote } from './ErrorNote.tsx';
import { endingWords } from './run-words.ts';
import type { Work } from './use-work.ts';

/** What a scratch run printed, in the order it was written. */
export function RunOutput({ run, work }: { readonly run: RunResult; readonly work: Work }) {
  const ending = endingWords(run.outcome);
  const isSilent = run.output.every((chunk) => chunk.text === '');
  return (
    <div className="run-output">
      <div className="run-output__head">
        <h3 className="run-output__title">
          <Terminal />
          {t('player.output')}
          <span className="run-output__note">{t('player.outputCounts')}</span>
        </h3>
        <IconButton label={t('player.closeOutput')} icon={<X />} onClick={() => work.store.setState({ run: null })} />
      </div>
      {!isSilent && (
        <pre className="run-output__text" tabIndex={0}>
          {run.output.map((chunk, index) => (
            <span key={index} data-stream={chunk.stream}>{chunk.text}</span>
          ))}
        </pre>
      )}
      {run.error !== null && <ErrorNote error={run.error} work={work} answer={work.draft.answer} />}
      {ending !== null && <p className="run-output__ending">{ending}</p>}
      {isSilent && run.error === null && ending === null && <p className="run-output__ending">{t('player.noOutput')}</p>}
    </div>
  );
}
