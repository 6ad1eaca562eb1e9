import type { Id } from '../../../db/models/ids.ts';
import type { ReviewSettings } from '../../core/review/settings.ts';
import { formatNumber, formatPercentage } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import type { CourseReviews } from '../../services/review/review-service.ts';
import { ChoiceGroup } from '../../ui/choice-group.tsx';
import { href } from '../../ui/routes.ts';

const RETENTIONS = [0.8, 0.85, 0.9, 0.95] as const;
const NEW_PER_DAY = [0, 5, 10, 20, 50] as const;

interface CourseCardsProps {
  readonly courses: readonly CourseReviews[];
  readonly onSettings: (courseId: Id, patch: Partial<ReviewSettings>) => void;
}

/** Each course with what is due in it, and how often it may ask. */
export function CourseCards({ courses, onSettings }: CourseCardsProps) {
  return (
    <ul className="review-courses">
      {courses.map(({ course, due, fresh, cards, settings }) => (
        <li key={course.id} className="review-courses__one">
          <p className="review-courses__head">
            <a className="review-courses__title" href={href.course(course.id)} lang={course.language}>{course.title}</a>
            <span>{t('review.courseDue', { due, fresh, cards })}</span>
          </p>
          <details className="review-courses__settings">
            <summary>{t('review.settingsOf', { course: course.title })}</summary>
            <div className="review-courses__choices">
              <ChoiceGroup
                legend={t('review.retention')}
                choices={RETENTIONS.map((value) => ({ value: String(value), label: formatPercentage(Math.round(value * 100)) }))}
                value={String(nearest(RETENTIONS, settings.retention))}
                onChange={(value) => onSettings(course.id, { retention: Number(value) })}
              />
              <p className="review__note">{t('review.retentionWhy')}</p>
              <ChoiceGroup
                legend={t('review.newPerDay')}
                choices={NEW_PER_DAY.map((value) => ({ value: String(value), label: formatNumber(value) }))}
                value={String(nearest(NEW_PER_DAY, settings.newPerDay))}
                onChange={(value) => onSettings(course.id, { newPerDay: Number(value) })}
              />
            </div>
          </details>
        </li>
      ))}
    </ul>
  );
}

const nearest = (steps: readonly number[], value: number): number =>
  steps.reduce((best, step) => (Math.abs(step - value) < Math.abs(best - value) ? step : best), steps[0] ?? value);
