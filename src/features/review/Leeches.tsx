import type { Id } from '../../../db/models/ids.ts';
import { t } from '../../i18n/text.ts';
import type { Leech } from '../../services/review/review-service.ts';
import { Button } from '../../ui/button.tsx';
import { href } from '../../ui/routes.ts';

interface LeechesProps {
  readonly leeches: readonly Leech[];
  readonly onSuspend: (cardId: Id, isSuspended: boolean) => void;
}

/** What is forgotten again and again: its lesson is the better place, and it may rest until then. */
export function Leeches({ leeches, onSuspend }: LeechesProps) {
  return (
    <>
      <p className="review__note">{t('review.leechesWhy')}</p>
      <ul className="leeches">
        {leeches.map(({ card, lesson, objective }) => (
          <li key={card.id} className="leeches__one">
            <div>
              <p className="leeches__what">{objective ?? t('review.leechExercise')}</p>
              <p className="leeches__where">
                <a href={href.lesson(lesson.id, card.exerciseId)}>{lesson.title}</a> · {t('review.lapses', { count: card.lapses })}
              </p>
            </div>
            <Button size="s" aria-pressed={card.isSuspended} onClick={() => onSuspend(card.id, !card.isSuspended)}>{t('review.rest')}</Button>
          </li>
        ))}
      </ul>
    </>
  );
}
