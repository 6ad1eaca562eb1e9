import { Undo2, X } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { Id } from '../../../db/models/ids.ts';
import type { ReviewGrade } from '../../../db/models/review-log.ts';
import { suggestGrade } from '../../core/review/grading-help.ts';
import { useLive } from '../../hooks/use-live.ts';
import { useServices } from '../../hooks/use-services.ts';
import { t } from '../../i18n/text.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Meter } from '../../ui/meter.tsx';
import { href, navigate } from '../../ui/routes.ts';
import { TopBar } from '../../ui/top-bar.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { About } from './About.tsx';
import type { Answered, ExercisePart } from './exercise-part.ts';
import { GradeBar } from './GradeBar.tsx';
import { intervalWords } from './interval-words.ts';
import { SessionEnd } from './SessionEnd.tsx';
import { useReviews } from './use-reviews.ts';
import { useSession } from './use-session.ts';
import './review.css';

interface SessionProps {
  readonly userId: Id;
  readonly Exercise: ExercisePart;
}

/** Item after item, each answered and then graded, until none is left. */
export function Session({ userId, Exercise }: SessionProps) {
  const { settings } = useServices();
  const reviews = useReviews();
  const { session, grade, undo } = useSession(reviews, userId);
  const values = useLive(() => settings.values(userId), [settings, userId]);
  const [said, setSaid] = useState('');
  if (reviews === null || session === null || values.state === 'loading') return <Loading />;

  const { items, at, past, failure, round } = session;
  const item = items[at];
  const onUndo = (): void => {
    void undo().then((isDone) => (isDone ? setSaid(t('review.undone')) : undefined));
  };
  const onGrade = (answered: Answered, chosen: ReviewGrade | null): void => {
    if (item === undefined) return;
    const to = chosen ?? suggestGrade(answered.tries, item.usualMs, answered.isRight);
    void grade(item, to, answered.tries.at(-1)?.id ?? null).then((graded) => {
      if (graded === null) return;
      const interval = intervalWords(graded.card.due - graded.log.at);
      setSaid(t('review.graded', { grade: t(`review.grade${to}`), interval }));
    });
  };
  const top = (saving: ReactNode) => (
    <TopBar
      crumbs={[{ label: t('common.review'), to: href.review }]}
      center={<Place n={Math.min(at + 1, items.length)} done={at} total={items.length} />}
    >
      {saving}
      <IconButton label={t('review.undo')} icon={<Undo2 />} aria-keyshortcuts="U" disabled={past.length === 0} onClick={onUndo} />
      <IconButton label={t('review.leave')} icon={<X />} onClick={() => navigate(href.review)} />
    </TopBar>
  );
  return (
    <>
      {item === undefined ? (
        <SessionEnd userId={userId} reviews={reviews} past={past.map(({ graded }) => graded)} top={top(null)} onUndo={onUndo} singleKeys={values.value.singleKeys} />
      ) : (
        <Exercise
          key={round}
          {...{ userId, item, onGrade, onUndo, top }}
          n={at + 1}
          total={items.length}
          drafts={reviews.drafts}
          singleKeys={values.value.singleKeys}
          about={<About item={item} isFirst={round === 0} />}
          grades={(answered, onChoose) => <GradeBar item={item} answered={answered} failure={failure} onGrade={onChoose} />}
        />
      )}
      <div role="status"><VisuallyHidden><span key={round}>{said}</span></VisuallyHidden></div>
    </>
  );
}

function Place({ n, done, total }: { readonly n: number; readonly done: number; readonly total: number }) {
  return (
    <div className="review-place">
      <Meter percentage={total === 0 ? 0 : (100 * done) / total} label={t('review.progress')} />
      <span className="review-place__count">{t('review.place', { n, total })}</span>
    </div>
  );
}
