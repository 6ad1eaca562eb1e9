import { useState } from 'react';
import type { Exercise } from '../../../db/models/exercise.ts';
import type { Id } from '../../../db/models/ids.ts';
import { useServices } from '../../hooks/use-services.ts';
import { attemptWrite, type WriteFailure } from '../../services/failures.ts';
import type { LessonView } from '../../services/views.ts';
import { href, navigate } from '../../ui/routes.ts';

/** `open-left`: the last exercise is behind, others are not. `course`: there is no further lesson. */
export type Ending = 'none' | 'open-left' | 'course';

export interface Steps {
  /** From 0. */
  readonly index: number;
  readonly total: number;
  readonly isLast: boolean;
  readonly ending: Ending;
  /** Exercises that count and are not done, by their place from 0. */
  readonly open: readonly number[];
  readonly failure: WriteFailure | null;
  readonly goTo: (index: number) => void;
  /** After success: the next exercise, or the end of the lesson. `isSolved`: the one that is left behind is done. */
  readonly next: (isSolved: boolean) => Promise<void>;
  readonly skip: () => Promise<void>;
  /** Records the lesson as complete and goes on to the next one (R10). */
  readonly finishLesson: () => Promise<void>;
  readonly previous: () => void;
  /** On without recording anything. */
  readonly onward: () => void;
}

export function useSteps(userId: Id, view: LessonView, exercise: Exercise | null): Steps {
  const { attempts, progress } = useServices();
  const [ending, setEnding] = useState<Ending>('none');
  const [failure, setFailure] = useState<WriteFailure | null>(null);
  const { exercises, lesson, course, statuses } = view;
  const index = exercises.findIndex(({ id }) => id === exercise?.id);
  const isLast = index >= exercises.length - 1;
  const openBut = (solvedId: Id | null): number[] =>
    exercises.flatMap(({ id, isRequired }, at) => (isRequired && id !== solvedId && statuses[id] !== 'COMPLETED' ? [at] : []));

  const goTo = (to: number): void => {
    const target = exercises[to];
    if (target === undefined) return;
    setEnding('none');
    navigate(href.lesson(lesson.id, target.id));
  };

  const finishLesson = async (): Promise<void> => {
    const result = await attemptWrite(() => progress.advanceToNextLesson(userId, course.id, lesson.id));
    setFailure(result.ok ? null : result.error);
    if (!result.ok) return;
    if (result.value === null) setEnding('course');
    else navigate(href.lesson(result.value.id));
  };

  const next = async (isSolved: boolean): Promise<void> => {
    const hasOpen = openBut(isSolved ? (exercise?.id ?? null) : null).length > 0;
    if (!isLast) goTo(index + 1);
    else if (hasOpen) setEnding('open-left');
    else await finishLesson();
  };

  const skip = async (): Promise<void> => {
    if (exercise === null) return;
    const result = await attemptWrite(() => attempts.skip({ userId, exerciseId: exercise.id }));
    setFailure(result.ok ? null : result.error);
    if (result.ok) await next(false);
  };

  return {
    ...{ index, total: exercises.length, isLast, ending, failure, goTo, next, skip, finishLesson },
    open: openBut(null),
    previous: () => {
      if (index > 0) goTo(index - 1);
      else if (view.previousLessonId !== null) navigate(href.lesson(view.previousLessonId));
    },
    onward: () => {
      if (!isLast) goTo(index + 1);
      else if (view.nextLessonId !== null) navigate(href.lesson(view.nextLessonId));
    },
  };
}
