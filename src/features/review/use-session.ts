import { useCallback, useEffect, useRef, useState } from 'react';
import type { Id } from '../../../db/models/ids.ts';
import type { ReviewCard } from '../../../db/models/review-card.ts';
import type { ReviewGrade } from '../../../db/models/review-log.ts';
import { isAskedAgain } from '../../core/review/session.ts';
import type { Graded, ReviewFailure, ReviewItem, ReviewService } from '../../services/review/review-service.ts';
import { useThrow } from './use-throw.ts';

export interface Session {
  readonly items: readonly ReviewItem[];
  /** Into `items`; as long as they are: the session is over. */
  readonly at: number;
  /** What was graded, in order. */
  readonly past: readonly Step[];
  readonly failure: ReviewFailure | null;
  /** Raised whenever another item, or the same one anew, is up. */
  readonly round: number;
}

interface Step {
  readonly graded: Graded;
  /** As it was before. */
  readonly at: number;
  readonly items: readonly ReviewItem[];
}

export interface SessionSteps {
  /** null until it is read. */
  readonly session: Session | null;
  readonly grade: (item: ReviewItem, grade: ReviewGrade, attemptId: Id | null) => Promise<Graded | null>;
  /** Back to what was graded last; false where nothing was, or it could not be taken back. */
  readonly undo: () => Promise<boolean>;
}

/** One sitting: its items in order, then those whose first steps are short, until none is left. */
export function useSession(reviews: ReviewService | null, userId: Id): SessionSteps {
  const [session, setSession] = useState<Session | null>(null);
  const isBusy = useRef(false);
  const fail = useThrow();

  useEffect(() => {
    if (reviews === null) return;
    let isHere = true;
    reviews.session(userId).then(({ items }) => (isHere ? setSession({ items, at: 0, past: [], failure: null, round: 0 }) : undefined), fail);
    return () => {
      isHere = false;
    };
  }, [reviews, userId, fail]);

  /** A key pressed twice grades once. */
  const alone = useCallback(async <T>(work: () => Promise<T | null>): Promise<T | null> => {
    if (isBusy.current) return null;
    isBusy.current = true;
    try {
      return await work();
    } finally {
      isBusy.current = false;
    }
  }, []);

  const grade = (item: ReviewItem, to: ReviewGrade, attemptId: Id | null) =>
    alone(async () => {
      if (reviews === null || session === null) return null;
      const result = await reviews.grade({ cardId: item.card.id, exerciseId: item.exercise.id, grade: to, attemptId });
      if (!result.ok) {
        setSession({ ...session, failure: result.error });
        return null;
      }
      const past = [...session.past, { graded: result.value, at: session.at, items: session.items }];
      const items = await withAgain(reviews, userId, { ...session, past });
      setSession({ items, past, at: session.at + 1, failure: null, round: session.round + 1 });
      return result.value;
    });

  const undo = async (): Promise<boolean> => {
    const done = await alone(async () => {
      const last = session?.past.at(-1);
      if (reviews === null || session === null || last === undefined) return null;
      const result = await reviews.undo(last.graded);
      if (!result.ok) {
        setSession({ ...session, failure: result.error });
        return null;
      }
      const items = last.items.map((item, i) => (i === last.at ? { ...item, card: result.value } : item));
      setSession({ items, at: last.at, past: session.past.slice(0, -1), failure: null, round: session.round + 1 });
      return true;
    });
    return done === true;
  };

  return { session, grade, undo };
}

/** Once the last item is through, those that come again so soon that the session waits for them. */
async function withAgain(reviews: ReviewService, userId: Id, { items, at, past }: Omit<Session, 'failure' | 'round'>): Promise<readonly ReviewItem[]> {
  if (at + 1 < items.length) return items;
  const latest = new Map<Id, ReviewCard>(past.map(({ graded: { card } }) => [card.id, card]));
  const again = [...latest.values()].filter((card) => isAskedAgain(card, Date.now())).sort((a, b) => a.due - b.due);
  return again.length === 0 ? items : [...items, ...(await reviews.ask(userId, again.map(({ id }) => id)))];
}
