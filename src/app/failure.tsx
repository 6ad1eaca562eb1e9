import { lazy } from 'react';
import { t, loadWords } from '../i18n/text.ts';
import { Button } from '../ui/button.tsx';

/** The error screen, which is loaded when there is an error, and what is left when even that does not come. */
export const Failure = lazy(async () => {
  try {
    const [{ FailureScreen }] = await Promise.all([import('./FailureScreen.tsx'), loadWords('problems')]);
    return { default: FailureScreen };
  } catch {
    return { default: BareFailure };
  }
});

export function BareFailure() {
  return (
    <main className="page page--narrow" data-failed>
      <h1>{t('common.broke')}</h1>
      <p><Button kind="primary" onClick={() => window.location.reload()}>{t('common.reload')}</Button></p>
    </main>
  );
}
