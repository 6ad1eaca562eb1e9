import { BlanksWork } from './BlanksWork.tsx';
import { ChoiceWork } from './ChoiceWork.tsx';
import { LineWork } from './LineWork.tsx';
import { MatchingWork } from './MatchingWork.tsx';
import { MultiSelectWork } from './MultiSelectWork.tsx';
import { OrderingWork } from './OrderingWork.tsx';
import { ParsonsWork } from './ParsonsWork.tsx';
import { PredictWork } from './PredictWork.tsx';
import { TextWork } from './TextWork.tsx';
import type { Work } from './use-work.ts';

/** What the learner answers with, by the type of the exercise; code has a room of its own. */
export function QuestionWork({ work }: { readonly work: Work }) {
  const { exercise } = work;
  switch (exercise.type) {
    case 'MULTIPLE_CHOICE':
    case 'TRUE_FALSE':
      return <ChoiceWork work={work} exercise={exercise} />;
    case 'MULTI_SELECT':
      return <MultiSelectWork work={work} exercise={exercise} />;
    case 'FREE_FORM':
      return <TextWork work={work} exercise={exercise} />;
    case 'SHORT_TEXT':
    case 'NUMERIC':
      return <LineWork work={work} exercise={exercise} />;
    case 'PREDICT_OUTPUT':
      return <PredictWork work={work} exercise={exercise} />;
    case 'PARSONS':
      return <ParsonsWork work={work} exercise={exercise} />;
    case 'FILL_BLANKS':
      return <BlanksWork work={work} exercise={exercise} />;
    case 'MATCHING':
      return <MatchingWork work={work} exercise={exercise} />;
    case 'ORDERING':
      return <OrderingWork work={work} exercise={exercise} />;
    case 'CODE_COMPLETION':
    case 'FIX_BUG':
      return null;
  }
}
