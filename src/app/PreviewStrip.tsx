import { t } from '../i18n/text.ts';
import { FileButton } from '../ui/file-button.tsx';
import type { CourseOpener, Opened, PreviewState } from './preview-state.ts';
import './preview-strip.css';

interface PreviewStripProps extends Pick<PreviewState, 'shown' | 'opened' | 'isReading'> {
  opener: CourseOpener | null;
  /** How many findings the newest version has, and whether they are to be seen; null: it is shown. */
  findings: { count: number; areSeen: boolean } | null;
  onFindings: () => void;
}

/** Above everything: that this is a preview, and the ways on from here. */
export function PreviewStrip({ shown, opened, isReading, opener, findings, onFindings }: PreviewStripProps) {
  return (
    <aside className="preview-strip" aria-label={t('preview.name')}>
      {shown === null && <p className="preview-strip__words">{t('preview.empty')}</p>}
      {shown !== null && (
        <p className="preview-strip__words preview-strip__words--short" role="status">
          {isReading ? t('preview.reading', { name: opened?.name ?? '' }) : t('preview.strip', { title: shown.title, version: shown.version })}
        </p>
      )}
      <div className="preview-strip__ways">
        {findings !== null && (
          <button type="button" className="preview-strip__count" aria-expanded={findings.areSeen} onClick={onFindings}>
            {t('preview.count', { count: findings.count })}
          </button>
        )}
        {opener !== null && opened !== null && <LookAgain again={opened.again} opener={opener} />}
        {opener !== null && shown !== null && <a href="?preview=here">{t('preview.another')}</a>}
        {opener !== null && <a href="./">{t('preview.back')}</a>}
      </div>
    </aside>
  );
}

function LookAgain({ again, opener }: { again: Opened['again']; opener: CourseOpener }) {
  const words = t('preview.again');
  if (again === 'itself') return <button type="button" onClick={opener.again}>{words}</button>;
  const isFolder = again === 'folder';
  return <FileButton kind="bare" isFolder={isFolder} onFiles={isFolder ? opener.openFolder : opener.openPack}>{words}</FileButton>;
}
