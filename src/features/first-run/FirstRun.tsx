import { WifiOff } from 'lucide-react';
import { t } from '../../i18n/text.ts';
import { FromBackup } from './FromBackup.tsx';
import { NameForm } from './NameForm.tsx';
import './first-run.css';

/** A name and off you go; a backup stands beside it. */
export function FirstRun() {
  return (
    <div className="first-run">
      <div className="first-run__sheet">
        <p className="first-run__mark">{t('common.appName')}</p>
        <div className="first-run__two">
          <section className="first-run__new">
            <h1 tabIndex={-1}>{t('firstRun.title')}</h1>
            <p className="first-run__lead">{t('firstRun.lead')}</p>
            <NameForm label={t('firstRun.name')} action={t('firstRun.begin')} isLarge />
          </section>
          <FromBackup />
        </div>
        <p className="first-run__promise"><WifiOff />{t('firstRun.promise')}</p>
      </div>
    </div>
  );
}
