import { useEffect, useRef } from 'react';
import { usePlatform } from '../../hooks/use-platform.ts';
import { t } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { packProblemWords } from '../../ui/pack-problem-words.ts';
import { Findings } from './Findings.tsx';
import type { Place, Problem } from './use-add-course.ts';

interface RefusedProps {
  at: Place;
  problem: Problem;
  onSkip: () => void;
}

/** What a file is instead of a course that can be taken, and what to do about it. */
export function Refused({ at: { files, index }, problem, onSkip }: RefusedProps) {
  const platform = usePlatform();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.focus(), []);
  const { title, why } = packProblemWords(problem, platform.appVersion);
  const findings = problem.type === 'BadPack' ? problem.findings : [];
  const hasNext = index + 1 < files.length;
  return (
    <div ref={place} tabIndex={-1} className="add-course__refused">
      <p className="add-course__file">{files[index]?.name}</p>
      <Notice
        tone="notyet"
        title={title}
        actions={
          <>
            {hasNext && <Button onClick={onSkip}>{t('add.skip')}</Button>}
            {problem.type === 'StaleTab' && <Button onClick={() => platform.reload()}>{t('common.reload')}</Button>}
          </>
        }
      >
        <p>{why}</p>
        <p>{t('add.notNothing')}</p>
        {problem.type === 'BadPack' && findings.length === 0 && <p className="add-course__detail">{t('add.notFound', { message: problem.message })}</p>}
      </Notice>
      {findings.length > 0 && <Findings findings={findings} />}
    </div>
  );
}
