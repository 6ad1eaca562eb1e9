import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Theme } from '../../src/services/settings-service.ts';
import { axeFindings } from './axe.ts';
import { inBrowser } from './browser.ts';
import { restore } from './first-run.ts';
import { halfWay } from './half-way.ts';
import { makeBackup } from './make-backup.ts';
import { FREE_FORM_COURSE, PLAYER_STATES, showElsewhere } from './player-states.ts';
import { chooseTheme, closeOverlays, firstScreens, LEARNERS_SCREENS, THEMES, type ScreenShown } from './screens.ts';
import { useApp, visit } from './visit.ts';

const PHONE = { width: 390, height: 844 };
const DESK = { width: 1280, height: 800 };
/** Colours do not depend on width: two themes stand for the narrow layout. */
const sizesFor = (theme: Theme): { width: number; height: number }[] => (['light', 'dark'].includes(theme) ? [PHONE, DESK] : [DESK]);

inBrowser('axe finds nothing', () => {
  const app = useApp();
  let backup = '';
  let withFreeForm = '';
  beforeAll(async () => {
    backup = await halfWay('Amina');
    withFreeForm = await makeBackup('Amina', [FREE_FORM_COURSE]);
  });

  describe.each(['light', 'dark'] as const)('before there is a learner, %s', (colorScheme) => {
    it.each([PHONE, DESK])('at $width px', async (viewport) => {
      const findings: string[] = [];
      for (const { name, show } of firstScreens(backup)) {
        const { page, context } = await visit(app.browser, app.server.url, { colorScheme, viewport });
        await show(page);
        findings.push(...(await axeFindings(page)).map((finding) => `${name}: ${finding}`));
        await context.close();
      }
      expect(findings).toEqual([]);
    });
  });

  describe.each(THEMES)('for a learner half way, %s', (theme) => {
    it.each(sizesFor(theme))('at $width px', async (viewport) => {
      const { page } = await visit(app.browser, app.server.url, { viewport });
      await restore(page, backup);
      await chooseTheme(page, theme);
      expect(await findingsOn(page, LEARNERS_SCREENS)).toEqual([]);
    });
  });

  describe.each(THEMES)('in the player, %s', (theme) => {
    it.each(sizesFor(theme))('at $width px', { timeout: 240_000 }, async (viewport) => {
      const { page, newTab } = await visit(app.browser, app.server.url, { viewport });
      await restore(page, withFreeForm);
      await chooseTheme(page, theme);
      expect(await findingsOn(page, PLAYER_STATES)).toEqual([]);
      const second = await newTab();
      await showElsewhere(page, second);
      expect(await axeFindings(second)).toEqual([]);
    });
  });
});

async function findingsOn(page: Page, screens: readonly ScreenShown[]): Promise<string[]> {
  const findings: string[] = [];
  for (const { name, show } of screens) {
    await show(page);
    findings.push(...(await axeFindings(page)).map((finding) => `${name}: ${finding}`));
    await closeOverlays(page);
  }
  return findings;
}
