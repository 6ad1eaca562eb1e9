import './player.css';
import { useState } from 'react';
import type { Exercise } from '../../../db/models/exercise.ts';
import type { Id } from '../../../db/models/ids.ts';
import type { LessonView } from '../../services/views.ts';
import { CourseLanguage } from '../../ui/course-language.ts';
import { CoursePictures } from '../../ui/course-pictures.ts';
import { AheadEnd } from './AheadEnd.tsx';
import { Contents } from './Contents.tsx';
import { CourseEnd } from './CourseEnd.tsx';
import { ExerciseScreen } from './ExerciseScreen.tsx';
import { LessonDone } from './LessonDone.tsx';
import { LessonEnd } from './LessonEnd.tsx';
import { PlayerBar } from './PlayerBar.tsx';
import { ReadingScreen } from './ReadingScreen.tsx';
import { useLessonLanguage } from './use-lesson-language.ts';
import { usePictures } from './use-pictures.ts';
import { useSame } from './use-same.ts';
import { useSkipAhead } from './use-skip-ahead.ts';
import { useSteps } from './use-steps.ts';

interface PlayerScreenProps {
  readonly userId: Id;
  readonly view: LessonView;
  /** null: a lesson that is only read. */
  readonly exercise: Exercise | null;
  readonly singleKeys: boolean;
}

/** A lesson with one of its exercises, its end, or the end of its course. */
export function PlayerScreen({ userId, view, exercise, singleKeys }: PlayerScreenProps) {
  const [isContentsOpen, setContentsOpen] = useState(false);
  const current = useSame(exercise, exercise === null ? '' : `${exercise.id}@${exercise.rev}@${exercise.updatedAt}`);
  const ahead = useSkipAhead(userId, view, useSteps(userId, view, current));
  const { steps } = ahead;
  const isOver = steps.ending !== 'none' || ahead.standing === 'not-yet';
  const openContents = (): void => setContentsOpen(true);
  const shared = { view, steps, onContents: openContents };
  const pictures = usePictures(view.lesson.id);
  const language = useLessonLanguage(view);

  return (
    <CourseLanguage value={language}>
      <CoursePictures value={pictures}>
        <div className="player" data-ending={steps.ending}>
          {isOver ? (
            <>
              <PlayerBar {...shared} saving={null} />
              {steps.ending === 'course' ? (
                <CourseEnd userId={userId} view={view} />
              ) : steps.following !== null && steps.ending === 'lesson' ? (
                <LessonDone view={view} following={steps.following} />
              ) : ahead.standing === 'not-yet' ? (
                <AheadEnd view={view} ahead={ahead} />
              ) : (
                <LessonEnd view={view} steps={steps} />
              )}
            </>
          ) : current === null ? (
            <ReadingScreen {...shared} />
          ) : (
            <ExerciseScreen {...shared} ahead={ahead} userId={userId} exercise={current} singleKeys={singleKeys} />
          )}
          <Contents view={view} steps={steps} isOpen={isContentsOpen} onClose={() => setContentsOpen(false)} />
        </div>
      </CoursePictures>
    </CourseLanguage>
  );
}
