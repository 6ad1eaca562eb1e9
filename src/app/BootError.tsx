import { t } from '../i18n/text.ts';
import { ErrorScreen } from './ErrorScreen.tsx';
import { Plain } from './Plain.tsx';

interface BootErrorProps {
  error: unknown;
  exportAnyway: (() => Promise<void>) | null;
}

/** The error screen where there is no app yet, so no services and no platform. */
export function BootError({ error, exportAnyway }: BootErrorProps) {
  return (
    <Plain title={t('problems.title')}>
      <ErrorScreen error={error} appVersion={__APP_VERSION__} screen="start" exportData={exportAnyway} copyText={copyText} />
    </Plain>
  );
}

async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
