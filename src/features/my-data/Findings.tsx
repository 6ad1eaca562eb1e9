import { Wrench } from 'lucide-react';
import { useState } from 'react';
import { t } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { groupFindings } from './findings.ts';
import type { CheckupShown } from './use-checkup.ts';

/** What a check found, in plain words, and a repair that says first what it will do. */
export function Findings({ checkup }: { checkup: CheckupShown }) {
  const [isAsking, setAsking] = useState(false);
  const groups = groupFindings(checkup.last?.findings ?? []);
  if (groups.length === 0) return null;
  const canMend = groups.some(({ cure }) => cure !== 'restart');
  const mend = async (): Promise<void> => {
    setAsking(false);
    await checkup.mend();
  };
  return (
    <div className="my-data__findings">
      <Notice
        tone="notyet"
        title={t('data.found')}
        {...(canMend
          ? { actions: <Button size="s" icon={<Wrench />} disabled={checkup.share !== null} onClick={() => setAsking(true)}>{t('data.mend')}</Button> }
          : {})}
      >
        <ul className="my-data__found">
          {groups.map(({ cure, what, rows }) => (
            <li key={cure}>
              {what} {cure === 'restart' && t('data.mendRestart')}
              <details>
                <summary>{t('data.rowsAmiss')}</summary>
                <ul>{rows.map((row, i) => <li key={i}>{row}</li>)}</ul>
              </details>
            </li>
          ))}
        </ul>
      </Notice>
      <Dialog
        title={t('data.mendAsk')}
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button onClick={() => setAsking(false)}>{t('data.mendLater')}</Button>
            <Button kind="primary" onClick={() => void mend()}>{t('data.mendNow')}</Button>
          </>
        }
      >
        <dl className="my-data__mends">
          {groups.map(({ cure, what, mend: how }) => (
            <div key={cure}>
              <dt>{what}</dt>
              <dd>{how}</dd>
            </div>
          ))}
        </dl>
      </Dialog>
    </div>
  );
}
