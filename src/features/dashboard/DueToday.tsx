import { RotateCcw } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { Id } from '../../../db/models/ids.ts';
import { useServices } from '../../hooks/use-services.ts';
import { formatMinutes } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import type { DueNow } from '../../services/review/review-service.ts';
import { href } from '../../ui/routes.ts';
import './due-today.css';

/** "5 to review · about 2 min", where anything is due; fetched once the home screen is there. */
export function DueToday({ userId }: { readonly userId: Id }) {
  const { reviews } = useServices();
  const [due, setDue] = useState<DueNow | null>(null);
  useEffect(() => {
    let isHere = true;
    const read = async (): Promise<void> => {
      const found = await (await reviews()).due(userId);
      if (isHere) setDue(found);
    };
    void read();
    return () => {
      isHere = false;
    };
  }, [reviews, userId]);
  if (due === null || due.count === 0) return null;
  return (
    <a className="due-today" href={href.review}>
      <RotateCcw />
      <strong>{t('review.dueHome', { count: due.count })}</strong>
      <span>{t('review.dueTime', { time: formatMinutes(due.minutes) })}</span>
    </a>
  );
}
