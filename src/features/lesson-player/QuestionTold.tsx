import { CircleCheck, CircleDashed, CircleHelp } from 'lucide-react';
import { CourseText } from '../../ui/course-text.tsx';
import { isChoiceExercise } from './choice-exercise.ts';
import { outcomeTone, type Outcome } from './outcome.ts';
import { partsDetail } from './parts-words.ts';
import type { Work } from './use-work.ts';
import { outcomeTitle } from './words.ts';

const ICONS = { right: CircleCheck, notyet: CircleDashed, open: CircleHelp } as const;

/** The verdict on an answer that is no code. A choice has its verdict under the option; parts are marked where they stand. */
export function QuestionTold({ work, outcome }: { readonly work: Work; readonly outcome: Outcome }) {
  const { exercise, isSolved, state } = work;
  const isOpen = outcome.verdict === 'UNGRADED';
  if (isChoiceExercise(exercise) || (isOpen && state.judgement === null)) return null;
  const tone = isSolved ? 'right' : isOpen ? 'notyet' : outcomeTone(outcome);
  const Icon = ICONS[tone];
  const detail = partsDetail(exercise, outcome);
  // The reasons of several options stand under the options themselves.
  const say = exercise.type === 'MULTI_SELECT' ? null : outcome.say;
  return (
    <div className="results__told" data-told="">
      <h3 className="results__title" data-tone={tone}>
        <Icon />
        {outcomeTitle(exercise, outcome, state.judgement)}
      </h3>
      {detail !== null && <p className="results__why">{detail}</p>}
      {say !== null && <CourseText text={say} className="results__say" />}
    </div>
  );
}
