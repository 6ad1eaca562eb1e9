import { existsSync, readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { inBrowser } from './browser.ts';
import { useApp, visit } from './visit.ts';

const LIMIT_KB = 130;

inBrowser('the first load', () => {
  const app = useApp();

  it(`ships at most ${LIMIT_KB} kB brotli of script and style`, async () => {
    const { page } = await visit(app.browser, app.server.url);
    await page.getByRole('heading').first().waitFor();
    await page.waitForLoadState('networkidle');
    const loaded = await page.evaluate(() => performance.getEntriesByType('resource').map((entry) => new URL(entry.name).pathname));
    const files = [...new Set(loaded)].filter((path) => /\.(m?js|css)$/.test(path) && existsSync(`dist${path}`));
    const sizes = files.map((path) => [path, brotliCompressSync(readFileSync(`dist${path}`)).length / 1000] as const);
    const total = sizes.reduce((sum, [, size]) => sum + size, 0);
    console.log(sizes.map(([path, size]) => `${size.toFixed(1)} kB ${path}`).join('\n'), `\n${total.toFixed(1)} kB in all`);
    expect(files.length).toBeGreaterThan(0);
    expect(total).toBeLessThanOrEqual(LIMIT_KB);
  });
});
