import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Theme } from '../../src/services/settings-service.ts';
import { ANSWER_STATES, EVERY_TYPE_COURSE } from './answer-states.ts';
import { axeFindings } from './axe.ts';
import { inBrowser } from './browser.ts';
import { restore } from './first-run.ts';
import { halfWay } from './half-way.ts';
import { makeBackup } from './make-backup.ts';
import { FREE_FORM_COURSE, PLAYER_STATES, showElsewhere } from './player-states.ts';
import { chooseTheme, closeOverlays, firstScreens, LEARNERS_SCREENS, type ScreenShown } from './screens.ts';
import { useApp, visit } from './visit.ts';

const PHONE = { width: 390, height: 844 };
const DESK = { width: 1280, height: 800 };
/** A theme changes nothing but colours, and those do not depend on width: the desk is looked at in each. */
const CASES = [
  { viewport: PHONE, themes: [] },
  { viewport: DESK, themes: ['dark', 'sepia', 'contrast'] },
] as const satisfies readonly { viewport: object; themes: readonly Theme[] }[];

inBrowser('axe finds nothing', () => {
  const app = useApp();
  let backup = '';
  let withFreeForm = '';
  beforeAll(async () => {
    backup = await halfWay('Amina');
    withFreeForm = await makeBackup('Amina', [FREE_FORM_COURSE, EVERY_TYPE_COURSE]);
  });

  describe.each(CASES)('$viewport.width px', ({ viewport, themes }) => {
    it('before there is a learner', async () => {
      const findings: string[] = [];
      for (const { name, show } of firstScreens(backup)) {
        const { page, context } = await visit(app.browser, app.server.url, { viewport });
        await show(page);
        findings.push(...(await findingsIn(page, name, themes)));
        await context.close();
      }
      expect(findings).toEqual([]);
    });

    it('for a learner half way', async () => {
      const { page } = await visit(app.browser, app.server.url, { viewport });
      await restore(page, backup);
      await chooseTheme(page, 'light');
      expect(await findingsOn(page, LEARNERS_SCREENS, themes)).toEqual([]);
    });

    it('in the player', { timeout: 240_000 }, async () => {
      const { page, newTab } = await visit(app.browser, app.server.url, { viewport });
      await restore(page, withFreeForm);
      expect(await findingsOn(page, PLAYER_STATES, themes)).toEqual([]);
      const second = await newTab();
      await showElsewhere(page, second);
      expect(await findingsIn(second, 'elsewhere', themes)).toEqual([]);
    });

    it('at exercises of each type', { timeout: 240_000 }, async () => {
      // So high that no bar lies over anything: a page that is scrolled half under one is not what is asked about.
      const { page } = await visit(app.browser, app.server.url, { viewport: { ...viewport, height: 1_800 } });
      await restore(page, withFreeForm);
      expect(await findingsOn(page, ANSWER_STATES, themes)).toEqual([]);
    });
  });
});

async function findingsOn(page: Page, screens: readonly ScreenShown[], themes: readonly Theme[]): Promise<string[]> {
  const findings: string[] = [];
  for (const { name, show } of screens) {
    await show(page);
    findings.push(...(await findingsIn(page, name, themes)));
    await closeOverlays(page);
  }
  return findings;
}

/** The page as it stands, then its colours in each theme: the same attribute that the settings set. */
async function findingsIn(page: Page, name: string, themes: readonly Theme[]): Promise<string[]> {
  const findings = (await axeFindings(page, 'all')).map((finding) => `${name}: ${finding}`);
  const worn = await page.evaluate(() => document.documentElement.dataset.theme);
  for (const theme of themes) {
    await wear(page, theme);
    findings.push(...(await axeFindings(page, 'colours')).map((finding) => `${name}, ${theme}: ${finding}`));
  }
  await wear(page, worn);
  return findings;
}

const wear = (page: Page, theme: string | undefined): Promise<void> =>
  page.evaluate(async (next) => {
    if (next === undefined) delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = next;
    // Under reduced motion any change takes a millisecond.
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  }, theme);
