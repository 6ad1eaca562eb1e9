import './preparing.css';
import { CircleCheck } from 'lucide-react';
import type { CodeLanguage } from '../../../db/models/enums.ts';
import { formatPercentage } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import { Meter } from '../../ui/meter.tsx';
import type { Readiness } from './use-preparation.ts';

interface PreparingProps {
  readonly language: CodeLanguage;
  readonly readiness: Readiness;
  /** Somebody waits for it. */
  readonly isWanted: boolean;
  /** There is something else to be looked at: that it is ready needs no word. */
  readonly isQuiet: boolean;
}

/** The slow first start of a language, told where results come; writing goes on meanwhile. */
export function Preparing({ language, readiness, isWanted, isQuiet }: PreparingProps) {
  if (readiness === null) return null;
  if (readiness === 'ready') {
    return isWanted || isQuiet ? null : (
      <p className="preparing preparing--ready" role="status">
        <CircleCheck />
        {t('player.engineReady', { language })}
      </p>
    );
  }
  const { step, fraction, isFirst } = readiness;
  if (!isFirst && !isWanted) return null;
  const words = t(step === 'loading' ? 'player.engineLoading' : 'player.engineStarting', { language });
  return (
    <div className="preparing">
      <p>
        {words}
        {fraction !== null && <span className="preparing__share"> {formatPercentage(fraction * 100)}</span>}
      </p>
      {fraction === null ? <span className="preparing__bar" aria-hidden="true" /> : <Meter percentage={fraction * 100} label={words} />}
      {isFirst && <p>{t('player.engineOnce')}</p>}
    </div>
  );
}
