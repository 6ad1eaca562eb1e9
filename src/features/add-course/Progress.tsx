import { formatPercentage } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import type { InstallProgress } from '../../services/packs/pack-service.ts';
import { Button } from '../../ui/button.tsx';
import { Meter } from '../../ui/meter.tsx';
import { Status } from '../../ui/notice.tsx';
import { StageHead } from './StageHead.tsx';

interface ProgressProps {
  title: string;
  progress: InstallProgress;
  isStopping: boolean;
  onStop: () => void;
}

/** Reading, which can be stopped, and writing, which cannot. Read out at each quarter, not at each step. */
export function Progress({ title, progress: { step, fraction }, isStopping, onStop }: ProgressProps) {
  const isReading = step === 'reading';
  const heading = t(isReading ? 'add.reading' : 'add.writing', { title });
  const quarter = formatPercentage(25 * Math.floor(4 * fraction));
  return (
    <div className="add-course__progress">
      <StageHead title={heading} />
      <div className="add-course__meter">
        <Meter percentage={100 * fraction} label={heading} />
        <span className="add-course__share" aria-hidden="true">{formatPercentage(100 * fraction)}</span>
      </div>
      <p className="add-course__note">{t(isReading ? 'add.readingWhy' : 'add.writingWhy')}</p>
      <div className="add-course__actions">
        {/* Not disabled: the focus would be lost with it. */}
        <Button aria-disabled={!isReading || isStopping} onClick={onStop}>{t(isStopping ? 'add.stopping' : 'add.stop')}</Button>
      </div>
      <div className="visually-hidden">
        <Status>{isReading ? t('add.readingSaid', { title, percentage: quarter }) : heading}</Status>
      </div>
    </div>
  );
}
