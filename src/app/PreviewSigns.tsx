import { t } from '../i18n/text.ts';
import { Notice } from '../ui/notice.tsx';
import './overlays.css';
import './preview-signs.css';

/** What an author is told of the course in preview. */
export interface PreviewState {
  /** What is shown; null: no version of it was without findings yet. */
  readonly shown: { readonly title: string; readonly version: string } | null;
  /** Why the course cannot be used as it now is: of the whole, and finding by finding. */
  readonly reason: string | null;
  readonly findings: readonly string[];
  /** The server of the preview does not answer. */
  readonly isLost: boolean;
}

/** More would cover the screen. */
const MOST = 4;

/** That this is a preview, and what keeps the newest version from being seen. */
export function PreviewSigns({ shown, reason, findings, isLost }: PreviewState) {
  const isBroken = reason !== null || findings.length > 0;
  return (
    <>
      <p className="preview-strip">{shown === null ? t('preview.empty') : t('preview.strip', shown)}</p>
      <div className="overlays">
        <div role="status">
          {isLost && <Notice tone="danger" title={t('preview.lost')} />}
          {!isLost && isBroken && (
            <Notice tone="danger" title={t('preview.findings', { count: findings.length })}>
              {reason !== null && <p>{reason}</p>}
              <ul className="preview-findings">
                {findings.slice(0, MOST).map((finding) => <li key={finding}>{finding}</li>)}
              </ul>
              {findings.length > MOST && <p>{t('preview.more', { count: findings.length - MOST })}</p>}
              <p>{t(shown === null ? 'preview.nothingYet' : 'preview.lastGood')}</p>
            </Notice>
          )}
        </div>
      </div>
    </>
  );
}
