import { BookOpen, CodeXml, ListChecks } from 'lucide-react';
import type { Lesson } from '../../../db/models/lesson.ts';
import { formatMinutes } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import type { ExerciseMark } from '../../services/views.ts';
import { ProgressMark } from '../../ui/progress-mark.tsx';
import { href } from '../../ui/routes.ts';
import { exercisesDone, lessonKind, lessonMark } from './lesson-kind.ts';

const KIND_ICONS = { code: CodeXml, questions: ListChecks, reading: BookOpen } as const;

interface LessonRowProps {
  lesson: Lesson;
  number: number;
  isDone: boolean;
  isCurrent: boolean;
  exercises: readonly ExerciseMark[];
}

/** One lesson; the whole line is the link, and every lesson is open. */
export function LessonRow({ lesson, number, isDone, isCurrent, exercises }: LessonRowProps) {
  const kind = lessonKind(exercises);
  const KindIcon = KIND_ICONS[kind];
  const done = exercisesDone(exercises);
  return (
    <li>
      <a className="lesson-row" href={href.lesson(lesson.id)} data-current={isCurrent}>
        <ProgressMark mark={lessonMark(isDone, exercises)} />
        <span className="lesson-row__name">
          <span className="lesson-row__title"><span className="lesson-row__number">{number}.</span> {lesson.title}</span>
          {isCurrent && <span className="lesson-row__here">{t('course.here')}</span>}
        </span>
        <span className="lesson-row__kind"><KindIcon />{t('course.kind', { kind })}</span>
        <span className="lesson-row__count">
          {exercises.length > 0 && (done > 0 ? t('course.exercisesDone', { done, total: exercises.length }) : t('course.exerciseCount', { count: exercises.length }))}
        </span>
        <span className="lesson-row__time">{formatMinutes(lesson.estimatedMinutes)}</span>
      </a>
    </li>
  );
}
