import { Undo2 } from 'lucide-react';
import { use } from 'react';
import { t } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { UndoContext } from '../../ui/undo.tsx';

/** What was erased since the app started: still within reach here, also when the bar was closed. */
export function Erased() {
  const { offers, take } = use(UndoContext);
  return (
    <div className="my-data__erased">
      {offers.map((offer) => (
        <Notice
          key={offer.id}
          title={offer.words}
          actions={<Button size="s" icon={<Undo2 />} onClick={() => void take(offer.id)}>{t('common.undo')}</Button>}
        >
          <p>{t('data.undoPromise')} {offer.note}</p>
        </Notice>
      ))}
    </div>
  );
}
