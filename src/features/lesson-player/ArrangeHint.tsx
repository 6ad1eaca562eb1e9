import { CircleCheck, CircleDashed } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { TestResult } from '../../../db/models/exercise-attempt.ts';
import { markParsons } from '../../core/grading/parsons.ts';
import { t } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { Arranger } from './arrange/Arranger.tsx';
import { isSameArrangement, type Arrangement } from './arrange/arrangement.ts';
import type { Puzzle } from './arrange/arrange-solution.ts';
import { lineMarks } from './arrange/line-marks.ts';
import { limitsOf, linesFrom, piecesOf } from './arrange/puzzle.tsx';
import { linesDetail } from './parts-words.ts';

/** The last rung before the solution: its lines, shuffled. A scratch of its own: never an attempt, never kept. */
export function ArrangeHint({ puzzle, isReadOnly }: { readonly puzzle: Puzzle; readonly isReadOnly: boolean }) {
  const [placed, setPlaced] = useState<Arrangement>([]);
  const [looked, setLooked] = useState<{ readonly placed: Arrangement; readonly isRight: boolean; readonly results: readonly TestResult[] } | null>(null);
  const pieces = useMemo(() => piecesOf(puzzle), [puzzle]);
  const limits = useMemo(() => limitsOf(puzzle), [puzzle]);
  const isStale = looked !== null && !isSameArrangement(looked.placed, placed);
  const look = (): void => {
    const { isRight, parts } = markParsons(puzzle, linesFrom(placed));
    setLooked({ placed, isRight, results: parts });
  };
  return (
    <div className="arrange-hint">
      <p className="hint-ladder__count">{t('answers.arrangeHintTitle')}</p>
      <p className="arrange-hint__words">{t('answers.arrangeHint')}</p>
      <Arranger
        pieces={pieces}
        placed={placed}
        limits={limits}
        isCode
        marks={lineMarks(looked?.results ?? [])}
        isStale={isStale}
        isReadOnly={isReadOnly}
        onChange={setPlaced}
      />
      <div className="arrange-hint__foot">
        <Button size="s" disabled={isReadOnly || placed.length === 0} onClick={look}>{t('answers.arrangeHintLook')}</Button>
        <p role="status" className="arrange-hint__told" data-tone={looked === null || isStale ? 'none' : looked.isRight ? 'right' : 'notyet'}>
          {looked !== null && !isStale && (
            <>
              {looked.isRight ? <CircleCheck /> : <CircleDashed />}
              {looked.isRight ? t('answers.arrangeHintRight') : linesDetail(looked.results)}
            </>
          )}
        </p>
      </div>
    </div>
  );
}
