import { usePlatform } from '../hooks/use-platform.ts';
import { useServices } from '../hooks/use-services.ts';
import { t } from '../i18n/text.ts';
import { ErrorScreen } from './ErrorScreen.tsx';
import { Refusal, type RefusalReason } from './Refusal.tsx';
import { Plain } from './Plain.tsx';
import { routeOf } from './routes.ts';

/** The error screen of a running app; failures with a screen of their own get that one. */
export function FailureScreen({ error }: { error: unknown }) {
  const { backups } = useServices();
  const platform = usePlatform();
  const refusal = refusalOf(error);
  if (refusal !== null) return <Refusal reason={refusal} exportAnyway={null} />;
  const exportData = async (): Promise<void> => {
    const { name, text } = await backups.exportAll();
    await platform.files.save(name, text, 'application/json');
  };
  return (
    <Plain title={t('problems.title')}>
      <ErrorScreen
        error={error}
        appVersion={platform.appVersion}
        screen={routeOf(window.location.hash).screen}
        exportData={exportData}
        copyText={(text) => platform.copyText(text)}
      />
    </Plain>
  );
}

function refusalOf(error: unknown): RefusalReason | null {
  if (!(error instanceof Error) || !('type' in error)) return null;
  if (error.type === 'StaleTab') return 'stale-tab';
  return error.type === 'DataNewerThanApp' ? 'data-newer' : null;
}
