import { ArrowRight } from 'lucide-react';
import { useEffect, useRef, type ReactNode } from 'react';
import type { Id } from '../../../db/models/ids.ts';
import { t } from '../../i18n/text.ts';
import type { Graded, ReviewService } from '../../services/review/review-service.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Loading } from '../../ui/loading.tsx';
import { href } from '../../ui/routes.ts';
import { MAIN_ID } from '../../ui/skip-link.tsx';
import { nextWords } from './next-words.ts';
import { useOverview } from './use-reviews.ts';
import { useUndoKey } from './use-undo-key.ts';

interface SessionEndProps {
  readonly userId: Id;
  readonly reviews: ReviewService;
  readonly past: readonly Graded[];
  readonly top: ReactNode;
  readonly onUndo: () => void;
  readonly singleKeys: boolean;
}

/** Done: what was reviewed, and when the next comes; or that there is more, for those who want it. */
export function SessionEnd({ userId, reviews, past, top, onUndo, singleKeys }: SessionEndProps) {
  const [overview] = useOverview(reviews, userId);
  useUndoKey(onUndo, singleKeys && past.length > 0);
  if (overview === null) return <>{top}<main id={MAIN_ID} tabIndex={-1}><Loading /></main></>;
  const cards = new Set(past.map(({ card }) => card.id)).size;
  const known = past.filter(({ log }) => log.grade > 1).length;
  return (
    <>
      {top}
      <main id={MAIN_ID} className="review-end" tabIndex={-1}>
        <Title words={t(past.length === 0 ? 'review.nothingDue' : overview.count > 0 ? 'review.endMore' : 'review.endDone')} isFocused={past.length > 0} />
        {past.length > 0 && <p className="review-end__words">{t('review.endCount', { count: cards, known, asked: past.length })}</p>}
        <p className="review-end__words">{overview.count > 0 ? t('review.more', { count: overview.count }) : nextWords(overview.nextAt)}</p>
        <div className="review-end__actions">
          {overview.count > 0 ? (
            <ButtonLink kind="primary" href={href.review} iconEnd={<ArrowRight />}>{t('review.toStart')}</ButtonLink>
          ) : (
            <ButtonLink kind="primary" href={href.home} iconEnd={<ArrowRight />}>{t('common.goHome')}</ButtonLink>
          )}
          {overview.count === 0 && <ButtonLink href={href.review}>{t('review.toOverview')}</ButtonLink>}
          {past.length > 0 && <Button kind="quiet" aria-keyshortcuts="U" onClick={onUndo}>{t('review.undo')}</Button>}
        </div>
      </main>
    </>
  );
}

function Title({ words, isFocused }: { readonly words: string; readonly isFocused: boolean }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (isFocused) heading.current?.focus();
  }, [isFocused]);
  return <h1 ref={heading} tabIndex={-1}>{words}</h1>;
}
