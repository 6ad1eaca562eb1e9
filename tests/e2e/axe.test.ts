import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
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
/** A theme changes nothing but colours, and those do not depend on width. */
const CASES = [
  { theme: 'light', viewport: PHONE, rules: 'all' },
  { theme: 'light', viewport: DESK, rules: 'all' },
  ...(['dark', 'sepia', 'contrast'] as const).map((theme) => ({ theme, viewport: DESK, rules: 'colours' }) as const),
] as const;

inBrowser('axe finds nothing', () => {
  const app = useApp();
  let backup = '';
  let withFreeForm = '';
  beforeAll(async () => {
    backup = await halfWay('Amina');
    withFreeForm = await makeBackup('Amina', [FREE_FORM_COURSE, EVERY_TYPE_COURSE]);
  });

  describe.each(CASES)('$rules, $theme, $viewport.width px', ({ theme, viewport, rules }) => {
    // Before there is a learner the system chooses, and it knows two.
    if (theme === 'light' || theme === 'dark') it('before there is a learner', async () => {
      const findings: string[] = [];
      for (const { name, show } of firstScreens(backup)) {
        const { page, context } = await visit(app.browser, app.server.url, { colorScheme: theme, viewport });
        await show(page);
        findings.push(...(await axeFindings(page, rules)).map((finding) => `${name}: ${finding}`));
        await context.close();
      }
      expect(findings).toEqual([]);
    });

    it('for a learner half way', async () => {
      const { page } = await visit(app.browser, app.server.url, { viewport });
      await restore(page, backup);
      await chooseTheme(page, theme);
      expect(await findingsOn(page, LEARNERS_SCREENS, rules)).toEqual([]);
    });

    it('in the player', { timeout: 240_000 }, async () => {
      const { page, newTab } = await visit(app.browser, app.server.url, { viewport });
      await restore(page, withFreeForm);
      await chooseTheme(page, theme);
      expect(await findingsOn(page, PLAYER_STATES, rules)).toEqual([]);
      const second = await newTab();
      await showElsewhere(page, second);
      expect(await axeFindings(second, rules)).toEqual([]);
    });

    it('at exercises of each type', { timeout: 240_000 }, async () => {
      // So high that no bar lies over anything: a page that is scrolled half under one is not what is asked about.
      const { page } = await visit(app.browser, app.server.url, { viewport: { ...viewport, height: 1_800 } });
      await restore(page, withFreeForm);
      await chooseTheme(page, theme);
      expect(await findingsOn(page, ANSWER_STATES, rules)).toEqual([]);
    });
  });
});

async function findingsOn(page: Page, screens: readonly ScreenShown[], rules: 'all' | 'colours'): Promise<string[]> {
  const findings: string[] = [];
  for (const { name, show } of screens) {
    await show(page);
    findings.push(...(await axeFindings(page, rules)).map((finding) => `${name}: ${finding}`));
    await closeOverlays(page);
  }
  return findings;
}
