import { ArrowRight } from 'lucide-react';
import type { Id } from '../../../db/models/ids.ts';
import type { ReviewSettings } from '../../core/review/settings.ts';
import { formatMinutes } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Loading } from '../../ui/loading.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { href } from '../../ui/routes.ts';
import { Section } from '../../ui/section.tsx';
import { CourseCards } from './CourseCards.tsx';
import { Forecast } from './Forecast.tsx';
import { Leeches } from './Leeches.tsx';
import { nextWords } from './next-words.ts';
import { useOverview, useReviews } from './use-reviews.ts';
import './review.css';

/** What is due, how long it takes, and the one button to begin; the week ahead and the settings under it. */
export function Review({ userId }: { readonly userId: Id }) {
  const reviews = useReviews();
  const [overview, readAgain] = useOverview(reviews, userId);
  if (reviews === null || overview === null) return <Loading />;
  const { count, minutes, courses, days, leeches, nextAt } = overview;
  const onSettings = (courseId: Id, patch: Partial<ReviewSettings>): void => {
    void reviews.changeSettings(userId, courseId, patch).then(readAgain);
  };
  const onSuspend = (cardId: Id, isSuspended: boolean): void => {
    void reviews.suspend(cardId, isSuspended).then(readAgain);
  };
  if (courses.length === 0) {
    return (
      <div className="page page--narrow">
        <PageHeader title={t('common.review')} lead={t('review.lead')} />
        <EmptyState title={t('review.none')} actions={<ButtonLink kind="primary" href={href.home}>{t('common.goHome')}</ButtonLink>}>
          {t('review.noneWhy')}
        </EmptyState>
      </div>
    );
  }
  return (
    <div className="page page--narrow review">
      <PageHeader title={t('common.review')} lead={count > 0 ? t('review.due', { count, time: formatMinutes(minutes) }) : nextWords(nextAt)}>
        {count > 0 && (
          <p className="review__start">
            <ButtonLink kind="primary" href={href.reviewSession} iconEnd={<ArrowRight />}>{t('review.start')}</ButtonLink>
          </p>
        )}
      </PageHeader>
      <Section title={t('review.week')}>
        <Forecast days={days} />
      </Section>
      {leeches.length > 0 && (
        <Section title={t('review.leeches')}>
          <Leeches leeches={leeches} onSuspend={onSuspend} />
        </Section>
      )}
      <Section title={t('review.courses')}>
        <CourseCards courses={courses} onSettings={onSettings} />
      </Section>
    </div>
  );
}
