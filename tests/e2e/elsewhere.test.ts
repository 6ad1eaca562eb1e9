import { expect, it } from 'vitest';
import { t } from '../../src/i18n/text.ts';
import { inBrowser } from './browser.ts';
import { SCHOOL } from './serve.ts';
import { expectQuiet, useApp, visit } from './visit.ts';

inBrowser('over plain HTTP from another machine', () => {
  const app = useApp({ args: [`--host-resolver-rules=MAP ${SCHOOL} 127.0.0.1`] });

  it('the page explains HTTPS and the desktop app instead of failing', async () => {
    const visited = await visit(app.browser, `http://${SCHOOL}:${app.server.port}/`);
    const { page } = visited;
    expect(await page.evaluate(() => isSecureContext)).toBe(false);
    await page.getByRole('heading', { level: 1, name: t('problems.insecure') }).waitFor();
    for (const words of ['problems.insecureHttps', 'problems.insecureDesktop'] as const) await page.getByText(t(words)).waitFor();
    expect(await page.getByRole('textbox').count()).toBe(0);
    // That isolation headers mean nothing here is the browser's own remark, on the very point the page explains.
    visited.problems.splice(0, visited.problems.length, ...visited.problems.filter((problem) => !problem.includes('Cross-Origin-Opener-Policy')));
    expectQuiet(visited);
  });
});
