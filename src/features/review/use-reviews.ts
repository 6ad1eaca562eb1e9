import { useCallback, useEffect, useState } from 'react';
import type { Id } from '../../../db/models/ids.ts';
import { useServices } from '../../hooks/use-services.ts';
import type { ReviewOverview, ReviewService } from '../../services/review/review-service.ts';
import { useThrow } from './use-throw.ts';

/** The service, once it is fetched. */
export function useReviews(): ReviewService | null {
  const { reviews } = useServices();
  const [service, setService] = useState<ReviewService | null>(null);
  const fail = useThrow();
  useEffect(() => {
    let isHere = true;
    reviews().then((made) => (isHere ? setService(made) : undefined), fail);
    return () => {
      isHere = false;
    };
  }, [reviews, fail]);
  return service;
}

/** How reviews stand, read when first asked for and after each change made here: reading brings cards in, so it cannot be live. */
export function useOverview(reviews: ReviewService | null, userId: Id): readonly [overview: ReviewOverview | null, readAgain: () => void] {
  const [overview, setOverview] = useState<ReviewOverview | null>(null);
  const fail = useThrow();
  const read = useCallback(() => {
    reviews?.overview(userId).then(setOverview, fail);
  }, [reviews, userId, fail]);
  useEffect(read, [read]);
  return [overview, read];
}
