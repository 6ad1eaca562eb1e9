import { useMemo } from 'react';
import type { ParsonsExercise } from '../../../db/models/exercise.ts';
import { CodeWords } from '../../ui/code-words.tsx';
import { Arranger } from './arrange/Arranger.tsx';
import type { Arrangement } from './arrange/arrangement.ts';
import { lineMarks } from './arrange/line-marks.ts';
import { stableShuffle } from './arrange/stable-shuffle.ts';
import type { Work } from './use-work.ts';

/** One may always indent a little deeper than is right. */
const DEEPEST = 8;

/** Lines of code to be put in order and, where it counts, to be indented; some of them may belong nowhere. */
export function ParsonsWork({ work, exercise }: { readonly work: Work; readonly exercise: ParsonsExercise }) {
  const { draft, outcome, isStale, isReadOnly, keeper, store } = work;
  const { id, options, answerKey, language } = exercise;
  const { orders, indented } = answerKey;
  const pieces = useMemo(() => {
    const isGiven = (order: typeof options): boolean => orders.some((lines) => isInOrder(lines.map(({ blockId }) => blockId), order.map((block) => block.id)));
    return stableShuffle(options, id, isGiven).map((block) => ({
      id: block.id,
      name: block.code,
      content: <CodeWords code={block.code} language={language} />,
    }));
  }, [options, orders, id, language]);
  const limits = useMemo(() => {
    const deepest = Math.max(0, ...orders.flatMap((lines) => lines.map(({ indent }) => indent)));
    return { hasSpare: true, maxIndent: indented ? Math.min(DEEPEST, deepest + 1) : 0 };
  }, [orders, indented]);
  const lines = draft.answer.type === 'PARSONS' ? draft.answer.lines : [];
  const onChange = (placed: Arrangement): void => {
    store.setState({ failure: null });
    keeper.change({ answer: { type: 'PARSONS', lines: placed.map(({ id: blockId, indent }) => ({ blockId, indent })) } });
  };
  return (
    <Arranger
      pieces={pieces}
      placed={lines.map(({ blockId, indent }) => ({ id: blockId, indent }))}
      limits={limits}
      isCode
      marks={lineMarks(outcome?.testResults ?? [])}
      isStale={isStale}
      isReadOnly={isReadOnly}
      onChange={onChange}
    />
  );
}

/** Whether the blocks of `right` lie in that order among all of `order`. */
const isInOrder = (right: readonly string[], order: readonly string[]): boolean =>
  order.filter((id) => right.includes(id)).every((id, index) => id === right[index]);
