import { useEffect, useState } from 'react';
import type { Id } from '../../../db/models/ids.ts';
import { t } from '../../i18n/text.ts';
import { takeNews, type CourseNews } from '../../services/packs/hand-over.ts';
import { Notice, Status } from '../../ui/notice.tsx';

/** What became of the file that was just added: told once, on the page it led to. */
export function Arrived({ courseId }: { courseId: Id }) {
  const [news, setNews] = useState<CourseNews | null>(null);
  // Put into a place that stands already: so it is read out.
  useEffect(() => {
    const timer = setTimeout(() => setNews(takeNews(courseId)));
    return () => clearTimeout(timer);
  }, [courseId]);
  return (
    <div className="course-overview__arrived">
      <Status>
        {news !== null && (
          <Notice tone="right" title={t('add.added', { how: news.how, title: news.title, version: news.version })}>
            {t('add.addedWhy', { how: news.how })}
          </Notice>
        )}
      </Status>
    </div>
  );
}
