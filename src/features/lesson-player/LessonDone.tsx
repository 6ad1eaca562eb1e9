import './endings.css';
import { ArrowRight } from 'lucide-react';
import type { Lesson } from '../../../db/models/lesson.ts';
import { t } from '../../i18n/text.ts';
import type { LessonView } from '../../services/views.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { CourseText } from '../../ui/course-text.tsx';
import { href, navigate } from '../../ui/routes.ts';
import { MAIN_ID } from '../../ui/skip-link.tsx';
import { useFocusOnMount } from './use-focus-on-mount.ts';
import { usePlayerKeys } from './use-player-keys.ts';

/** Every exercise of the lesson is done: what the learner can do now, and the lesson that follows. */
export function LessonDone({ view, following }: { readonly view: LessonView; readonly following: Lesson }) {
  const heading = useFocusOnMount();
  const { lesson, lessons, course } = view;
  const next = href.lesson(following.id);
  usePlayerKeys({ onPrimary: () => navigate(next), onSave: () => undefined, single: {} });
  return (
    <main id={MAIN_ID} className="ending" tabIndex={-1}>
      <h1 ref={heading} tabIndex={-1} className="ending__title">{t('player.lessonDone', { lesson: lesson.title })}</h1>
      {lesson.objectives.length > 0 && (
        <section className="ending__can">
          <h2 className="ending__heading">{t('player.lessonDoneCan')}</h2>
          <CourseText className="ending__goals" text={lesson.objectives.map(({ text }) => `- ${text}`).join('\n')} />
        </section>
      )}
      <p className="ending__count-words">
        {t('player.lessonDoneCount', { done: lessons.filter(({ isDone }) => isDone).length, total: lessons.length, course: course.title })}
      </p>
      <div className="ending__actions">
        <ButtonLink kind="primary" href={next} data-primary="" iconEnd={<ArrowRight />}>{t('player.goToLesson', { lesson: following.title })}</ButtonLink>
        <ButtonLink href={href.course(course.id)}>{t('player.backToCourse')}</ButtonLink>
      </div>
    </main>
  );
}
