import { useEffect, useState } from 'react';
import type { Id } from '../../../db/models/ids.ts';
import { t } from '../../i18n/text.ts';
import { takeNews, type CourseNews } from '../../services/packs/course-news.ts';
import { Notice, Status } from '../../ui/notice.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';

interface ArrivedProps {
  courseId: Id;
  /** The page itself says that it was updated, and what that changed: this is read out and not shown as well. */
  isToldBelow: boolean;
}

/** What became of the file that was just added: told once, on the page it led to. */
export function Arrived({ courseId, isToldBelow }: ArrivedProps) {
  const [news, setNews] = useState<CourseNews | null>(null);
  // Put into a place that stands already: so it is read out.
  useEffect(() => {
    const timer = setTimeout(() => setNews(takeNews(courseId)));
    return () => clearTimeout(timer);
  }, [courseId]);
  if (news === null) return <Status>{null}</Status>;
  const title = t('add.added', { how: news.how, title: news.title, version: news.version });
  return (
    <Status>
      {isToldBelow ? (
        <VisuallyHidden>{title}</VisuallyHidden>
      ) : (
        <div className="course-overview__arrived"><Notice tone="right" title={title}>{t('add.addedWhy', { how: news.how })}</Notice></div>
      )}
    </Status>
  );
}
