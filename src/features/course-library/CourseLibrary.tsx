import { FilePlus } from 'lucide-react';
import { useState } from 'react';
import type { Id } from '../../../db/models/ids.ts';
import { useLive } from '../../hooks/use-live.ts';
import { useServices } from '../../hooks/use-services.ts';
import { t } from '../../i18n/text.ts';
import { handFiles } from '../../services/packs/handed-files.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FileDrop } from '../../ui/file-drop.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Status } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { href, navigate } from '../../ui/routes.ts';
import { CourseCard } from './CourseCard.tsx';
import { filterCourses, NO_FILTER } from './filter-courses.ts';
import { Filters } from './Filters.tsx';
import './course-library.css';

export function CourseLibrary({ userId }: { userId: Id }) {
  const { courses } = useServices();
  const library = useLive(() => courses.library(userId), [courses, userId]);
  const [filter, setFilter] = useState(NO_FILTER);
  if (library.state === 'loading') return <Loading />;
  const all = library.value;
  const found = filterCourses(all, filter);
  const isFiltered = filter !== NO_FILTER;
  const add = <ButtonLink href={href.add} icon={<FilePlus />}>{t('library.add')}</ButtonLink>;
  const open = (files: readonly File[]): void => {
    handFiles(files);
    navigate(href.add);
  };
  return (
    <div className="page library">
      <div className="library__head">
        <PageHeader title={t('common.library')} lead={t('library.lead')} />
        {all.length > 0 && add}
      </div>
      <FileDrop words={t('library.drop')} onFiles={open} />
      {all.length === 0 ? (
        <EmptyState title={t('library.empty')} actions={add}>{t('library.emptyWhy')}</EmptyState>
      ) : (
        <>
          <Filters courses={all} filter={filter} onChange={setFilter} />
          <div className="library__found"><Status>{t('library.found', { count: found.length })}</Status></div>
          {found.length === 0 ? (
            <EmptyState
              title={t('library.none')}
              actions={isFiltered && <Button onClick={() => setFilter(NO_FILTER)}>{t('library.clear')}</Button>}
            >
              {t('library.noneWhy')}
            </EmptyState>
          ) : (
            <ul className="library__courses">{found.map((summary) => <CourseCard key={summary.course.id} summary={summary} />)}</ul>
          )}
        </>
      )}
    </div>
  );
}
