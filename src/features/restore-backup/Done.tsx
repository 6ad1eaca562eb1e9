import { Undo2 } from 'lucide-react';
import { use, useEffect, useRef } from 'react';
import { t } from '../../i18n/text.ts';
import type { Restored } from '../../services/backup-service.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { href } from '../../ui/routes.ts';
import { UndoContext } from '../../ui/undo.tsx';
import { damageWords } from './words.ts';

interface DoneProps {
  restored: Restored;
  offerId: string;
  onUndo: () => Promise<void>;
}

/** What came back. The button that was pressed is gone, so the focus comes here. */
export function Done({ restored, offerId, onUndo }: DoneProps) {
  const { offers } = use(UndoContext);
  const place = useRef<HTMLDivElement>(null);
  const isUndoable = offers.some(({ id }) => id === offerId);
  useEffect(() => place.current?.focus(), [isUndoable]);
  const { brought, erased, damage } = restored;
  return (
    <div ref={place} tabIndex={-1} className="restore__done">
      {isUndoable ? (
        <Notice
          tone="right"
          title={t('restore.done')}
          actions={
            <>
              <ButtonLink kind="primary" href={href.home}>{t('restore.goHome')}</ButtonLink>
              <Button icon={<Undo2 />} onClick={() => void onUndo()}>{t('common.undo')}</Button>
            </>
          }
        >
          <p>{t('restore.doneFresh', { count: brought.exerciseAttempts ?? 0 })}</p>
          {erased > 0 && <p>{t('restore.staysAway', { count: erased })}</p>}
          {damage !== null && <p>{damageWords(damage)}</p>}
          <p>{t('restore.undoPromise')}</p>
        </Notice>
      ) : (
        <Notice title={t('restore.undone')} actions={<ButtonLink href={href.home}>{t('restore.goHome')}</ButtonLink>} />
      )}
    </div>
  );
}
