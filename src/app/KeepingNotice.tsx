import { t } from '../i18n/text.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { href } from '../ui/routes.ts';
import './recovery-notice.css';

interface KeepingNoticeProps {
  /** `JournalUnavailable`, `JournalFull`, `StoreFailed`, or what a full disk did to the last write: `saved`, `kept`, `refused`. */
  trouble: string;
  onClose: () => void;
}

/** Work is not being kept as it should: what that means, and what to do. */
export function KeepingNotice({ trouble, onClose }: KeepingNoticeProps) {
  const title = t('recovery.troubleTitle', { trouble });
  return (
    <section className="recovery-notice" aria-label={title} role="status">
      <Notice
        tone={trouble === 'JournalUnavailable' ? 'note' : 'danger'}
        title={title}
        actions={
          <>
            <ButtonLink size="s" href={href.data} onClick={onClose}>{t('common.myData')}</ButtonLink>
            <Button size="s" onClick={onClose}>{t('common.understood')}</Button>
          </>
        }
      >
        <p>{t('recovery.troubleWords', { trouble })}</p>
        <p>{t('recovery.troubleHelp', { trouble })}</p>
      </Notice>
    </section>
  );
}
