import { ChoiceWork } from './ChoiceWork.tsx';
import { TextWork } from './TextWork.tsx';
import type { Work } from './use-work.ts';

/** What the learner answers with, by the type of the exercise. */
export function QuestionWork({ work }: { readonly work: Work }) {
  const { exercise } = work;
  switch (exercise.type) {
    case 'MULTIPLE_CHOICE':
    case 'TRUE_FALSE':
      return <ChoiceWork work={work} exercise={exercise} />;
    case 'FREE_FORM':
      return <TextWork work={work} />;
    default:
      return null;
  }
}
