import { ClipboardCopy, Download, House, RotateCw } from 'lucide-react';
import { useState } from 'react';
import { t } from '../i18n/text.ts';
import { Button } from '../ui/button.tsx';
import { Status } from '../ui/notice.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { href, navigate } from '../ui/routes.ts';
import { errorReport } from './error-report.ts';
import './error-screen.css';

interface ErrorScreenProps {
  error: unknown;
  appVersion: string;
  screen: string;
  /** null: the data cannot be reached from here. */
  exportData: (() => Promise<void>) | null;
  copyText: (text: string) => Promise<boolean>;
}

/** A bug, owned up to: what can be done now, and the whole report in plain sight. Nothing is sent anywhere. */
export function ErrorScreen({ error, appVersion, screen, exportData, copyText }: ErrorScreenProps) {
  const [report] = useState(() => errorReport(error, { appVersion, browser: navigator.userAgent, screen, at: new Date() }));
  const [said, setSaid] = useState('');
  const copy = async (): Promise<void> => setSaid(t((await copyText(report)) ? 'problems.copied' : 'problems.notCopied'));
  const save = async (): Promise<void> => {
    try {
      await exportData?.();
      setSaid(t('problems.exported'));
    } catch {
      setSaid(t('problems.notExported'));
    }
  };
  const goHome = (): void => {
    navigate(href.home);
    window.location.reload();
  };
  return (
    <div className="page page--narrow error-screen" data-failed>
      <PageHeader title={t('problems.title')} lead={t('problems.lead')} />
      <div className="error-screen__actions">
        <Button kind="primary" icon={<RotateCw />} onClick={() => window.location.reload()}>{t('common.reload')}</Button>
        {exportData !== null && <Button icon={<Download />} onClick={() => void save()}>{t('problems.export')}</Button>}
        <Button icon={<ClipboardCopy />} onClick={() => void copy()}>{t('problems.copy')}</Button>
        <Button kind="quiet" icon={<House />} onClick={goHome}>{t('common.goHome')}</Button>
      </div>
      <Status>{said}</Status>
      <h2>{t('problems.report')}</h2>
      <p className="error-screen__note">{t('problems.reportNote')}</p>
      <pre className="error-screen__report" tabIndex={0} aria-label={t('problems.report')}>{report}</pre>
    </div>
  );
}
