import { useMemo } from 'react';
import type { ParsonsExercise } from '../../../db/models/exercise.ts';
import { Arranger } from './arrange/Arranger.tsx';
import type { Arrangement } from './arrange/arrangement.ts';
import { lineMarks } from './arrange/line-marks.ts';
import { limitsOf, linesFrom, piecesOf, placedFrom } from './arrange/puzzle.tsx';
import type { Work } from './use-work.ts';

/** Lines of code to be put in order and, where it counts, to be indented; some of them may belong nowhere. */
export function ParsonsWork({ work, exercise }: { readonly work: Work; readonly exercise: ParsonsExercise }) {
  const { draft, outcome, isStale, isReadOnly, keeper, store } = work;
  const pieces = useMemo(() => piecesOf(exercise), [exercise]);
  const limits = useMemo(() => limitsOf(exercise), [exercise]);
  const lines = draft.answer.type === 'PARSONS' ? draft.answer.lines : [];
  const onChange = (placed: Arrangement): void => {
    store.setState({ failure: null });
    keeper.change({ answer: { type: 'PARSONS', lines: linesFrom(placed) } });
  };
  return (
    <Arranger
      pieces={pieces}
      placed={placedFrom(lines)}
      limits={limits}
      isCode
      marks={lineMarks(outcome?.testResults ?? [])}
      isStale={isStale}
      isReadOnly={isReadOnly}
      onChange={onChange}
    />
  );
}
