import { useState } from 'react';
import type { Id } from '../../../db/models/ids.ts';
import { isKnownAlready, skipAheadQuestions } from '../../core/progress/skip-ahead.ts';
import { useServices } from '../../hooks/use-services.ts';
import type { LessonView } from '../../services/views.ts';
import { isUntouched } from './is-untouched.ts';
import type { Steps } from './use-steps.ts';

/** The check by which a learner who knows a lesson already is done with it in two minutes. */
export interface SkipAhead {
  /** How many questions it asks. */
  readonly total: number;
  /** `offered`: the lesson is untouched, and long enough. */
  readonly standing: 'none' | 'offered' | 'going' | 'not-yet';
  /** How many were right at the first try, once all were asked. */
  readonly right: number;
  readonly start: () => void;
  /** Back to the lesson, from its first exercise. */
  readonly stop: () => void;
  /** The way through the lesson; while the check goes on, through its questions. */
  readonly steps: Steps;
}

export function useSkipAhead(userId: Id, view: LessonView, lesson: Steps): SkipAhead {
  const { attempts } = useServices();
  const [isGoing, setGoing] = useState(false);
  const [right, setRight] = useState<number | null>(null);
  const questions = skipAheadQuestions(view.exercises);
  const places = questions.map((question) => view.exercises.indexOf(question));
  const canSkip = !view.isDone && isUntouched(view) && questions.length > 0;

  const leave = (): void => {
    setGoing(false);
    setRight(null);
  };
  const finish = async (): Promise<void> => {
    // Attempts never change, and only the first of each counts: no transaction holds these together.
    const histories = await Promise.all(questions.map(({ id }) => attempts.history(userId, id)));
    const known = histories.filter((newestFirst) => isKnownAlready(newestFirst.slice(-1))).length;
    setGoing(false);
    if (known === questions.length) await lesson.finishLesson();
    else setRight(known);
  };
  const at = places.indexOf(lesson.index);
  const next = (): Promise<void> => {
    const following = places[at + 1];
    if (following === undefined) return finish();
    lesson.goTo(following);
    return Promise.resolve();
  };
  const goTo = (index: number): void => {
    leave();
    lesson.goTo(index);
  };
  return {
    total: questions.length,
    standing: right !== null ? 'not-yet' : isGoing ? 'going' : canSkip ? 'offered' : 'none',
    right: right ?? 0,
    start() {
      setGoing(true);
      lesson.goTo(places[0] ?? 0);
    },
    stop: () => goTo(0),
    // A question that is left out here is not yet skipped in the lesson.
    steps: isGoing ? { ...lesson, isLast: at === places.length - 1, next, skip: next, onward: () => void next(), goTo } : { ...lesson, goTo },
  };
}
