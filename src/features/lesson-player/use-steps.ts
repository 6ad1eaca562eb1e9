import { useState } from 'react';
import type { Exercise } from '../../../db/models/exercise.ts';
import type { Id } from '../../../db/models/ids.ts';
import type { Lesson } from '../../../db/models/lesson.ts';
import { useServices } from '../../hooks/use-services.ts';
import { attemptWrite, type WriteFailure } from '../../services/failures.ts';
import type { LessonView } from '../../services/views.ts';
import { href, navigate } from '../../ui/routes.ts';

/** `open-left`: the last exercise is behind, others are not. `lesson`: all are, and another follows. `course`: none does. */
export type Ending = 'none' | 'open-left' | 'lesson' | 'course';

export interface Steps {
  /** From 0. */
  readonly index: number;
  readonly total: number;
  readonly isLast: boolean;
  readonly ending: Ending;
  /** At the ending `lesson`: the next one. */
  readonly following: Lesson | null;
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
  const [following, setFollowing] = useState<Lesson | null>(null);
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

  /** Records the lesson as complete; gives the one that follows, and undefined where it could not be recorded. */
  const complete = async (): Promise<Lesson | null | undefined> => {
    const result = await attemptWrite(() => progress.advanceToNextLesson(userId, course.id, lesson.id));
    setFailure(result.ok ? null : result.error);
    if (result.ok && result.value === null) setEnding('course');
    return result.ok ? result.value : undefined;
  };

  const finishLesson = async (): Promise<void> => {
    const lessonAfter = await complete();
    if (lessonAfter) navigate(href.lesson(lessonAfter.id));
  };

  const next = async (isSolved: boolean): Promise<void> => {
    const hasOpen = openBut(isSolved ? (exercise?.id ?? null) : null).length > 0;
    if (!isLast) goTo(index + 1);
    else if (hasOpen) setEnding('open-left');
    else {
      const lessonAfter = await complete();
      if (!lessonAfter) return;
      setFollowing(lessonAfter);
      setEnding('lesson');
    }
  };

  const skip = async (): Promise<void> => {
    if (exercise === null) return;
    const result = await attemptWrite(() => attempts.skip({ userId, exerciseId: exercise.id }));
    setFailure(result.ok ? null : result.error);
    if (result.ok) await next(false);
  };

  return {
    ...{ index, total: exercises.length, isLast, ending, following, failure, goTo, next, skip, finishLesson },
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
