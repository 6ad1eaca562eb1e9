// @vitest-environment jsdom
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { expect, it, vi } from 'vitest';
import { QuotaExceeded, StoreFailed } from '../../../db/errors.ts';
import { StrayErrors } from '../../../src/app/StrayErrors.tsx';
import { t } from '../../../src/i18n/text.ts';
import { KeptForLater } from '../../../src/services/failures.ts';

vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);

/** Nobody waits for it; true where the browser is told to say nothing of it. */
async function reject(reason: unknown): Promise<boolean> {
  const event = Object.assign(new Event('unhandledrejection', { cancelable: true }), { reason });
  await act(async () => {
    window.dispatchEvent(event);
    await vi.dynamicImportSettled();
  });
  return event.defaultPrevented;
}

it('a write that nobody waits for and that fails is told beside the screen, which stays', async () => {
  const place = document.body.appendChild(document.createElement('div'));
  const root = createRoot(place);
  act(() => root.render(<StrayErrors><p>Lesson</p></StrayErrors>));
  expect(await reject(new KeptForLater())).toBe(true);
  expect(document.querySelector('.recovery-notice')).toBeNull();
  for (const [error, trouble] of [[new StoreFailed('AbortError'), 'StoreFailed'], [new QuotaExceeded(), 'refused']] as const) {
    expect(await reject(error)).toBe(true);
    await vi.waitFor(() => expect(document.querySelector('.recovery-notice')?.textContent).toContain(t('recovery.troubleTitle', { trouble })));
    expect(place.textContent).toBe('Lesson');
  }
  act(() => root.unmount());
});
