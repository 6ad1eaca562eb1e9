import { RefreshCw } from 'lucide-react';
import { useState } from 'react';
import { CourseFindings } from '../features/author-preview/CourseFindings.tsx';
import { OpenCourse } from '../features/author-preview/OpenCourse.tsx';
import { t } from '../i18n/text.ts';
import { Button } from '../ui/button.tsx';
import { FileButton } from '../ui/file-button.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Frame } from './Frame.tsx';
import type { CourseOpener, PreviewState } from './preview-state.ts';
import './overlays.css';
import './preview-signs.css';

interface PreviewSignsProps extends PreviewState {
  opener: CourseOpener | null;
}

/** That this is a preview, and what keeps the newest version from being seen; until there is one, in place of the app. */
export function PreviewSigns(props: PreviewSignsProps) {
  const { shown, reason, findings, isLost, opened, opener, isReading } = props;
  const isBroken = reason !== null || findings.length > 0;
  // Opens by itself when something is amiss; what the author has put away stays away until that is mended.
  const [isAway, setAway] = useState(false);
  if (isAway && !isBroken && !isReading) setAway(false);
  const count = t('preview.findings', { count: findings.length });
  return (
    <>
      <aside className="preview-strip" aria-label={t('preview.name')}>
        <p className="preview-strip__words">{shown === null ? t('preview.empty') : t('preview.strip', { title: shown.title, version: shown.version })}</p>
        <div className="preview-strip__ways">
          {shown !== null && isBroken && (
            <button type="button" className="preview-strip__count" aria-expanded={!isAway} onClick={() => setAway(!isAway)}>{count}</button>
          )}
          {opened !== null && opener !== null && <LookAgain again={opened.again} opener={opener} />}
          {opener !== null && shown !== null && <a href="?preview=here">{t('preview.another')}</a>}
          {opener !== null && <a href="./">{t('preview.back')}</a>}
        </div>
      </aside>
      {shown === null ? <Nothing {...props} /> : (
        <div className="overlays">
          <div role="status">
            {isLost && <Notice tone="danger" title={t('preview.lost')} />}
            {!isLost && isBroken && !isAway && (
              <Notice tone="notyet" title={count} actions={<Button size="s" onClick={() => setAway(true)}>{t('preview.hide')}</Button>}>
                <p>{t('preview.lastGood')}</p>
                <Broken reason={reason} findings={findings} />
              </Notice>
            )}
          </div>
        </div>
      )}
    </>
  );
}

function LookAgain({ again, opener }: { again: 'itself' | 'folder' | 'pack'; opener: CourseOpener }) {
  const words = t('preview.again');
  if (again === 'itself') return <Button size="s" icon={<RefreshCw />} onClick={opener.again}>{words}</Button>;
  const isFolder = again === 'folder';
  return (
    <FileButton size="s" icon={<RefreshCw />} isFolder={isFolder} onFiles={isFolder ? opener.openFolder : opener.openPack}>
      {words}
    </FileButton>
  );
}

/** There is no version to show (yet). */
function Nothing({ reason, findings, isLost, opened, opener, isReading }: PreviewSignsProps) {
  const isBroken = reason !== null || findings.length > 0;
  return (
    <Frame screen="preview">
      <div className="page page--narrow">
        {opener === null ? <PageHeader title={t('preview.title')} /> : <OpenCourse {...opener} />}
        <div role="status">
          {isLost && <Notice tone="danger" title={t('preview.lost')} />}
          {isReading && <p>{t('preview.reading', { name: opened?.name ?? '' })}</p>}
          {!isLost && !isReading && isBroken && (
            <Notice tone="notyet" title={t('preview.findings', { count: findings.length })}>
              {reason !== null && <p>{reason}</p>}
              <p>{t('preview.nothingYet')}</p>
            </Notice>
          )}
        </div>
        {!isReading && <Broken reason={null} findings={findings} />}
      </div>
    </Frame>
  );
}

function Broken({ reason, findings }: Pick<PreviewState, 'reason' | 'findings'>) {
  return (
    <>
      {reason !== null && <p>{reason}</p>}
      {findings.length > 0 && <div className="preview-findings"><CourseFindings findings={findings} /></div>}
    </>
  );
}
