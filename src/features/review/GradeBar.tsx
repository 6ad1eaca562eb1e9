import { useState } from 'react';
import type { ReviewGrade } from '../../../db/models/review-log.ts';
import { suggestGrade } from '../../core/review/grading-help.ts';
import { nextStates, REVIEW_GRADES } from '../../core/review/schedule.ts';
import { t } from '../../i18n/text.ts';
import type { ReviewFailure, ReviewItem } from '../../services/review/review-service.ts';
import { Button } from '../../ui/button.tsx';
import { failureWords } from '../../ui/failure-words.ts';
import type { Answered } from './exercise-part.ts';
import { intervalWords } from './interval-words.ts';

interface GradeBarProps {
  readonly item: ReviewItem;
  readonly answered: Answered;
  readonly failure: ReviewFailure | null;
  readonly onGrade: (grade: ReviewGrade) => void;
}

/** How well it was known: four grades, each with when the card would come back; one is suggested. */
export function GradeBar({ item, answered, failure, onGrade }: GradeBarProps) {
  const [now] = useState(Date.now);
  const next = nextStates(item.card, now, item.settings);
  const suggested = suggestGrade(answered.tries, item.usualMs, answered.isRight);
  return (
    <div className="grade-bar" role="group" aria-label={t('review.howWell')}>
      {failure !== null && (
        <p className="grade-bar__failure" role="alert">{failure.type === 'NotFound' ? t('review.gone') : failureWords(failure)}</p>
      )}
      <p className="grade-bar__ask" aria-hidden="true">{t('review.howWell')}</p>
      <div className="grade-bar__grades">
        {REVIEW_GRADES.map((grade) => {
          const interval = intervalWords(next[grade].intervalMs);
          const isSuggested = grade === suggested;
          return (
            <Button
              key={grade}
              kind={isSuggested ? 'primary' : 'plain'}
              aria-keyshortcuts={String(grade)}
              aria-label={t(isSuggested ? 'review.gradeSuggested' : 'review.gradeLong', { grade: t(`review.grade${grade}`), interval })}
              data-grade={grade}
              {...(isSuggested ? { 'data-suggested': '', 'data-primary': '', 'data-action': 'grade' } : {})}
              onClick={() => onGrade(grade)}
            >
              <span className="grade-bar__name">{t(`review.grade${grade}`)} <kbd className="grade-bar__key">{grade}</kbd></span>
              <span className="grade-bar__interval">{interval}</span>
            </Button>
          );
        })}
      </div>
    </div>
  );
}
