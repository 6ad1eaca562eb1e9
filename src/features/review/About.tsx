import { useEffect, useRef } from 'react';
import { t } from '../../i18n/text.ts';
import type { ReviewItem, ReviewReason } from '../../services/review/review-service.ts';

/** Where an item is from, and why it is asked. The focus comes here with each new one. */
export function About({ item: { course, lesson, reason }, isFirst }: { readonly item: ReviewItem; readonly isFirst: boolean }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // The first is arrived at like any screen.
    if (!isFirst) heading.current?.focus();
  }, [isFirst]);
  return (
    <header className="review-about">
      <p className="review-about__where" lang={course.language}>{course.title}</p>
      <h1 ref={heading} className="review-about__lesson" tabIndex={-1} lang={course.language}>{lesson.title}</h1>
      <p className="review-about__why">{whyOf(reason)}</p>
    </header>
  );
}

function whyOf(reason: ReviewReason): string {
  switch (reason.kind) {
    case 'OBJECTIVE':
      return t('review.whyObjective', { objective: reason.text });
    case 'MISSED':
      return t('review.whyMissed');
    case 'REVEALED':
      return t('review.whyRevealed');
  }
}
