import { existsSync, readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { FIRST_LOAD_BYTES } from '../../src/build/size.ts';
import { inBrowser } from './browser.ts';
import { bundledCourses } from './courses.ts';
import { begin } from './first-run.ts';
import { useApp, visit } from './visit.ts';

/** What the browser really asks for; `npm run size` weighs what the build says it will. */
inBrowser('the first load', () => {
  const app = useApp();

  it('of the home screen and of the first visit stays within its limit, the courses’ own text aside', async () => {
    const { page } = await visit(app.browser, app.server.url);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.waitForLoadState('networkidle');
    expect(await bytesOfCode(page)).toBeLessThanOrEqual(FIRST_LOAD_BYTES);
    await begin(page, 'Amina');
    await page.reload();
    await page.getByRole('heading', { level: 1, name: 'Amina' }).waitFor();
    await page.waitForLoadState('networkidle');
    expect(await bytesOfCode(page)).toBeLessThanOrEqual(FIRST_LOAD_BYTES);
  });
});

const courseText = new RegExp(`/assets/(${bundledCourses().map(({ packId }) => packId).join('|')})-`);

/** Script and style, brotli bytes; prints them file by file. */
async function bytesOfCode(page: Page): Promise<number> {
  const paths = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname));
  const code = [...new Set(paths)].filter((path) => /\.(m?js|css)$/.test(path) && !courseText.test(path) && existsSync(`dist${path}`));
  const weights = code.map((path) => ({ path, bytes: brotliCompressSync(readFileSync(`dist${path}`)).length }));
  const total = weights.reduce((sum, { bytes }) => sum + bytes, 0);
  console.log(weights.map(({ path, bytes }) => `${bytes} ${path}`).join('\n'), `\n${total} bytes in all`);
  expect(code.length).toBeGreaterThan(1);
  return total;
}
