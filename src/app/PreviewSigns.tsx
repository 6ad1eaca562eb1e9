import { useState } from 'react';
import { CourseFindings } from '../features/author-preview/CourseFindings.tsx';
import { t } from '../i18n/text.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { PreviewNothing } from './PreviewNothing.tsx';
import { PreviewStrip } from './PreviewStrip.tsx';
import type { CourseOpener, PreviewState } from './preview-state.ts';
import './overlays.css';
import './preview-signs.css';

interface PreviewSignsProps {
  state: PreviewState;
  opener: CourseOpener | null;
}

/** That this is a preview, and what keeps the newest version from being seen; until there is one, in place of the app. */
export function PreviewSigns({ state, opener }: PreviewSignsProps) {
  const { shown, reason, findings, isLost, opened, isReading } = state;
  const isBroken = !isLost && (reason !== null || findings.length > 0);
  // They come by themselves; put away, they stay so until they are mended.
  const [areAway, putAway] = useState(false);
  if (areAway && !isBroken && !isReading) putAway(false);
  const count = findings.length;
  const words = t('preview.findings', { count });
  return (
    <>
      <PreviewStrip
        shown={shown}
        opened={opened}
        isReading={isReading}
        opener={opener}
        findings={shown !== null && isBroken ? { count, areSeen: !areAway } : null}
        onFindings={() => putAway(!areAway)}
      />
      {shown === null && <PreviewNothing state={state} opener={opener} />}
      {shown !== null && (
        <div className="overlays">
          <div role="status">
            {isLost && <Notice tone="danger" title={t('preview.lost')} />}
            {isBroken && <p className="visually-hidden">{words}</p>}
          </div>
          {isBroken && !areAway && (
            <section aria-label={words}>
              <Notice tone="notyet" title={words} actions={<Button size="s" onClick={() => putAway(true)}>{t('preview.hide')}</Button>}>
                <p>{t('preview.lastGood', { again: opened?.again ?? 'itself' })}</p>
                {reason !== null && <p>{reason}</p>}
                {count > 0 && (
                  <div className="preview-findings" role="group" aria-label={t('preview.count', { count })} tabIndex={0}>
                    <CourseFindings findings={findings} />
                  </div>
                )}
              </Notice>
            </section>
          )}
        </div>
      )}
    </>
  );
}
