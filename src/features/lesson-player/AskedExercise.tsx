import './player.css';
import './asked-exercise.css';
import { useRef, type ReactNode } from 'react';
import type { Id } from '../../../db/models/ids.ts';
import type { ReviewGrade } from '../../../db/models/review-log.ts';
import { t } from '../../i18n/text.ts';
import type { DraftService } from '../../services/draft-service.ts';
import type { ReviewItem } from '../../services/review/review-service.ts';
import { CourseLanguage } from '../../ui/course-language.ts';
import { CoursePictures } from '../../ui/course-pictures.ts';
import { MAIN_ID } from '../../ui/skip-link.tsx';
import { AskedBar } from './AskedBar.tsx';
import { isCodeExercise } from './code-exercise.ts';
import { HistoryDialog } from './HistoryDialog.tsx';
import { say } from './player-store.ts';
import { Said } from './Said.tsx';
import { SavedSign } from './SavedSign.tsx';
import { Task } from './Task.tsx';
import { useAnswered, type Answered } from './use-answered.ts';
import { useAskedKeys } from './use-asked-keys.ts';
import { useLessonLanguage } from './use-lesson-language.ts';
import { useMedia, WIDE } from './use-media.ts';
import { usePictures } from './use-pictures.ts';
import { useSame } from './use-same.ts';
import { useWork } from './use-work.ts';
import { WorkPane } from './WorkPane.tsx';

interface AskedExerciseProps {
  readonly userId: Id;
  readonly item: ReviewItem;
  /** From 1. */
  readonly n: number;
  readonly total: number;
  readonly drafts: DraftService;
  readonly singleKeys: boolean;
  /** The bar above; `saving`: the sign that tells what is saved. */
  readonly top: (saving: ReactNode) => ReactNode;
  /** What is asked, and why. */
  readonly about: ReactNode;
  /** What takes the place of Check once there is an answer. */
  readonly grades: (answered: Answered, onGrade: (grade: ReviewGrade) => void) => ReactNode;
  /** null: the grade that is suggested. */
  readonly onGrade: (answered: Answered, grade: ReviewGrade | null) => void;
  readonly onUndo: () => void;
}

/** One exercise by itself, asked again: a clean answer, its checks and hints, and then how well it was known. */
export function AskedExercise({ userId, item, n, total, drafts, singleKeys, top, about, grades, onGrade, onUndo }: AskedExerciseProps) {
  const exercise = useSame(item.exercise, `${item.card.id} ${item.askedAt} ${item.exercise.id}@${item.exercise.rev}`);
  const work = useWork(userId, exercise, 'NOT_STARTED', { drafts, askedAt: item.askedAt });
  const screen = useRef<HTMLElement>(null);
  const answered = useAnswered(work, screen);
  // What was typed last must not come after the grade, with which this draft is closed.
  const grade = (to: ReviewGrade | null): void => {
    if (answered !== null) void work.keeper.flush().then(() => onGrade(answered, to));
  };
  const onPrimary = (): void => {
    if (answered !== null) grade(null);
    else if (work.primary === 'stop') work.stop();
    else if (work.primary === 'judge') void work.judge();
    else if (work.primary === 'check') void work.check();
  };
  const onSave = (): void => {
    void work.keeper.flush().then((isSaved) => (isSaved ? say(work.store, t('player.savedNow')) : undefined));
  };
  useAskedKeys({ work, answered, screen, singleKeys, onPrimary, onSave, onGrade: grade, onUndo });
  const isCode = isCodeExercise(exercise);
  const isWide = useMedia(WIDE);
  const task = <Task work={work} n={n} total={total} />;
  return (
    <CourseLanguage value={useLessonLanguage(item)}>
      <CoursePictures value={usePictures(item.lesson.id)}>
        <div className="player">
          {top(<SavedSign saving={work.draft.saving} />)}
          <main id={MAIN_ID} className="player__panes asked" tabIndex={-1} ref={screen} data-kind={isCode ? 'code' : 'question'} data-exercise={exercise.id}>
            <section className="asked__side" aria-label={t('player.yourTurn')} tabIndex={isWide && isCode ? 0 : undefined}>
              {about}
              {isWide && isCode && task}
            </section>
            <WorkPane work={work} isShown isTab={false} task={isWide && isCode ? null : task} />
            <AskedBar work={work} onPrimary={onPrimary} grades={answered === null ? null : grades(answered, grade)} />
          </main>
          <HistoryDialog work={work} />
          <Said words={work.state.said.words} nth={work.state.said.nth} />
        </div>
      </CoursePictures>
    </CourseLanguage>
  );
}
