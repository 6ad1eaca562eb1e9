import { CourseFindings } from '../features/author-preview/CourseFindings.tsx';
import { FindingsHead } from '../features/author-preview/FindingsHead.tsx';
import { OpenCourse } from '../features/author-preview/OpenCourse.tsx';
import { t } from '../i18n/text.ts';
import { Notice } from '../ui/notice.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Frame } from './Frame.tsx';
import type { CourseOpener, PreviewState } from './preview-state.ts';

interface PreviewNothingProps {
  state: PreviewState;
  opener: CourseOpener | null;
}

/** There is no version to show yet: what to open, or what to mend first. */
export function PreviewNothing({ state: { reason, findings, isLost, opened, isReading }, opener }: PreviewNothingProps) {
  const isBroken = !isLost && (reason !== null || findings.length > 0);
  return (
    <Frame screen="preview">
      <div className="page page--narrow author-preview">
        {opener === null ? <PageHeader title={t('preview.title')} /> : <PageHeader title={t('preview.open')} lead={t('preview.openLead')} />}
        <div role="status">
          {isLost && <Notice tone="danger" title={t('preview.lost')} />}
          {isReading && <p className="author-preview__said">{t('preview.reading', { name: opened?.name ?? '' })}</p>}
          {!isReading && isBroken && <p className="author-preview__said">{t('preview.nothingYet', { again: opened?.again ?? 'itself' })}</p>}
        </div>
        {isBroken && (
          <section className="author-preview__broken">
            <FindingsHead name={opened?.name ?? null} count={findings.length} reason={reason} />
            <CourseFindings findings={findings} />
          </section>
        )}
        {opener !== null && <OpenCourse {...opener} isFirst={opened === null} />}
      </div>
    </Frame>
  );
}
