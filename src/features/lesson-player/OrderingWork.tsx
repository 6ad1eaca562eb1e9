import { useMemo } from 'react';
import type { OrderingExercise } from '../../../db/models/exercise.ts';
import { CourseWords } from '../../ui/course-text.tsx';
import { bareWords } from '../../ui/plain-text.ts';
import { Arranger } from './arrange/Arranger.tsx';
import type { Arrangement } from './arrange/arrangement.ts';
import { lineMarks } from './arrange/line-marks.ts';
import { stableShuffle } from './arrange/stable-shuffle.ts';
import type { Work } from './use-work.ts';

const LIMITS = { hasSpare: false, maxIndent: 0 } as const;

/** Things to be put in order: all of them, each in its place. Until one is moved there is no answer. */
export function OrderingWork({ work, exercise }: { readonly work: Work; readonly exercise: OrderingExercise }) {
  const { draft, outcome, isStale, isReadOnly, keeper, store } = work;
  const { id, options, answerKey } = exercise;
  const pieces = useMemo(() => {
    const isGiven = (order: typeof options): boolean => answerKey.orders.some((right) => right.every((one, index) => one === order[index]?.id));
    return stableShuffle(options, id, isGiven).map((item) => ({
      id: item.id,
      name: bareWords(item.text),
      content: <CourseWords text={item.text} />,
    }));
  }, [options, answerKey, id]);
  const itemIds = draft.answer.type === 'ORDERING' ? draft.answer.itemIds : [];
  const shown = itemIds.length > 0 ? itemIds : pieces.map((piece) => piece.id);
  const onChange = (placed: Arrangement): void => {
    store.setState({ failure: null });
    keeper.change({ answer: { type: 'ORDERING', itemIds: placed.map((one) => one.id) } });
  };
  return (
    <Arranger
      pieces={pieces}
      placed={shown.map((one) => ({ id: one, indent: 0 }))}
      limits={LIMITS}
      isCode={false}
      marks={lineMarks(outcome?.testResults ?? [])}
      isStale={isStale}
      isReadOnly={isReadOnly}
      onChange={onChange}
    />
  );
}
