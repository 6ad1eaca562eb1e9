import { useEffect } from 'react';
import type { Id } from '../../../db/models/ids.ts';
import { useLive } from '../../hooks/use-live.ts';
import { useServices } from '../../hooks/use-services.ts';
import { t } from '../../i18n/text.ts';
import { attemptWrite } from '../../services/failures.ts';
import type { LessonView } from '../../services/views.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Loading } from '../../ui/loading.tsx';
import { href } from '../../ui/routes.ts';
import { MAIN_ID } from '../../ui/skip-link.tsx';
import { TopBar } from '../../ui/top-bar.tsx';
import { PlayerScreen } from './PlayerScreen.tsx';
import { useLatest } from './use-latest.ts';

interface LessonPlayerProps {
  readonly userId: Id;
  readonly lessonId: Id;
  readonly exerciseId?: Id;
}

/** Reads the lesson and finds the exercise to open: the address's, else the one to go on with. */
export default function LessonPlayer({ userId, lessonId, exerciseId }: LessonPlayerProps) {
  const { courses, settings } = useServices();
  const lesson = useLatest(useLive(() => courses.lesson(userId, lessonId), [courses, userId, lessonId]));
  const values = useLatest(useLive(() => settings.values(userId), [settings, userId]));
  useBegin(userId, lesson?.value ?? null);

  if (lesson === null || values === null) return <Loading />;
  if (lesson.value === null) return <NoLesson />;
  return <Opened userId={userId} view={lesson.value} exerciseId={exerciseId ?? null} singleKeys={values.value.singleKeys} />;
}

interface OpenedProps {
  readonly userId: Id;
  readonly view: LessonView;
  readonly exerciseId: Id | null;
  readonly singleKeys: boolean;
}

function Opened({ userId, view, exerciseId, singleKeys }: OpenedProps) {
  const asked = view.exercises.find(({ id }) => id === exerciseId) ?? null;
  const resumeId = view.resumeExerciseId ?? view.exercises[0]?.id ?? null;
  useEffect(() => {
    // The address says where one is, so that a reload and "back" come here again; this is no step of its own.
    if (asked === null && resumeId !== null) window.location.replace(href.lesson(view.lesson.id, resumeId));
  }, [asked, resumeId, view.lesson.id]);
  if (asked === null && resumeId !== null) return <Loading />;
  return <PlayerScreen userId={userId} view={view} exercise={asked} singleKeys={singleKeys} />;
}

/** A lesson that is opened is where the learner goes on, unless it is done and only visited again. */
function useBegin(userId: Id, view: LessonView | null): void {
  const { progress } = useServices();
  const begun = view === null || view.isDone ? null : view.lesson;
  const lessonId = begun?.id ?? null;
  const courseId = begun?.courseId ?? null;
  useEffect(() => {
    // A full disk does not keep anyone from reading; the first answer will say so.
    if (lessonId !== null && courseId !== null) void attemptWrite(() => progress.saveProgress(userId, courseId, lessonId));
  }, [progress, userId, courseId, lessonId]);
}

function NoLesson() {
  return (
    <>
      <TopBar />
      <main id={MAIN_ID} tabIndex={-1}>
        <h1 className="visually-hidden">{t('player.noLesson')}</h1>
        <div className="page page--narrow">
          <EmptyState
            title={t('player.noLesson')}
            actions={<ButtonLink kind="primary" href={href.library}>{t('player.toLibrary')}</ButtonLink>}
          >
            {t('player.noLessonWhy')}
          </EmptyState>
        </div>
      </main>
    </>
  );
}
