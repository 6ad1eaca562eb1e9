import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { ANSWER_STATES, EVERY_TYPE_COURSE } from './answer-states.ts';
import { inBrowser } from './browser.ts';
import { restore } from './first-run.ts';
import { halfWay } from './half-way.ts';
import { makeBackup } from './make-backup.ts';
import { FREE_FORM_COURSE, PLAYER_STATES } from './player-states.ts';
import { closeOverlays, firstScreens, LEARNERS_SCREENS, type ScreenShown } from './screens.ts';
import { useApp, visit } from './visit.ts';

const FOLDER = 'screenshots';
/** Widths at which the same things stand on a screen: one visit serves them all. */
const LAYOUTS = [[390], [1280, 1920]] as const;
/** Darkness moves nothing: it is pictured by `npm run screenshots` alone. */
const SCHEMES = process.env.npm_lifecycle_event === 'screenshots' ? (['light', 'dark'] as const) : (['light'] as const);

/** Every screen at three widths, kept in `screenshots/` to be looked at; none is wider than its window. */
inBrowser('every screen fits', () => {
  const app = useApp();
  let backup = '';
  let withFreeForm = '';
  beforeAll(async () => {
    backup = await halfWay('Amina');
    withFreeForm = await makeBackup('Amina', [FREE_FORM_COURSE, EVERY_TYPE_COURSE]);
    for (const width of LAYOUTS.flat()) {
      rmSync(join(FOLDER, String(width)), { recursive: true, force: true });
      mkdirSync(join(FOLDER, String(width)), { recursive: true });
    }
  });

  it.each(LAYOUTS.map((widths) => ({ widths, of: widths.join(' and ') })))('at $of px', { timeout: 480_000 }, async ({ widths }) => {
    const [narrowest] = widths;
    const sizeOf = (width: number) => ({ width, height: width < 600 ? 844 : 900 });
    const options = { viewport: sizeOf(narrowest), colorScheme: SCHEMES[0] };
    const tooWide: string[] = [];
    const shoot = async (page: Page, { name, show }: ScreenShown): Promise<void> => {
      await show(page);
      for (const width of widths) {
        if (width !== narrowest) await page.setViewportSize(sizeOf(width));
        for (const colorScheme of SCHEMES) {
          if (SCHEMES.length > 1) await page.emulateMedia({ colorScheme });
          await page.screenshot({ path: join(FOLDER, String(width), `${name.replaceAll(/\W+/g, '-')}-${colorScheme}.png`), animations: 'disabled' });
        }
        if (await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)) tooWide.push(`${name} at ${width} px`);
      }
      if (widths.length > 1) await page.setViewportSize(sizeOf(narrowest));
      await closeOverlays(page);
    };
    for (const screen of firstScreens(backup)) {
      const { page, context } = await visit(app.browser, app.server.url, options);
      await shoot(page, screen);
      await context.close();
    }
    const { page, context } = await visit(app.browser, app.server.url, options);
    await restore(page, backup);
    for (const screen of LEARNERS_SCREENS) await shoot(page, screen);
    await context.close();
    const player = await visit(app.browser, app.server.url, options);
    await restore(player.page, withFreeForm);
    for (const state of [...PLAYER_STATES, ...ANSWER_STATES]) await shoot(player.page, state);
    expect(tooWide).toEqual([]);
  });
});
