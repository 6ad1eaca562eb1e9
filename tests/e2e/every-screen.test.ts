import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
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
import { UNCACHED, useApp, visit } from './visit.ts';

/** A screen is visited at the first of `widths`; at the others the same things stand on it. */
interface Case {
  readonly widths: readonly [number, ...number[]];
  readonly height: number;
  readonly themes: readonly Theme[];
}
/** A theme changes nothing but colours, and those do not depend on width: the desk is looked at in each. */
const CASES: readonly Case[] = [
  { widths: [390], height: 844, themes: [] },
  { widths: [1280, 1920], height: 900, themes: ['dark', 'sepia', 'contrast'] },
];
/** `npm run screenshots` takes the same ways, for pictures. */
const IS_PICTURED = process.env.npm_lifecycle_event === 'screenshots';
const FOLDER = 'screenshots';
/** So high that no bar lies over anything: axe is not asked about what is scrolled half under one. */
const HIGH = 1_800;

inBrowser('every screen fits its window, and axe finds nothing', () => {
  const app = useApp();
  let backup = '';
  let withFreeForm = '';
  beforeAll(async () => {
    backup = await halfWay('Amina');
    withFreeForm = await makeBackup('Amina', [FREE_FORM_COURSE, EVERY_TYPE_COURSE]);
    if (!IS_PICTURED) return;
    for (const width of CASES.flatMap(({ widths }) => widths)) {
      rmSync(join(FOLDER, String(width)), { recursive: true, force: true });
      mkdirSync(join(FOLDER, String(width)), { recursive: true });
    }
  });

  describe.each(CASES.map((one) => ({ ...one, of: one.widths.join(' and ') })))('at $of px', (one) => {
    const open = (height = one.height) => visit(app.browser, app.server.url, { ...UNCACHED, viewport: { width: one.widths[0], height } });

    it('before there is a learner', async () => {
      const findings: string[] = [];
      for (const { name, show } of firstScreens(backup)) {
        const { page, context } = await open();
        await show(page);
        findings.push(...(await look(page, name, one)));
        await context.close();
      }
      expect(findings).toEqual([]);
    });

    it('for a learner half way', async () => {
      const { page } = await open();
      await restore(page, backup);
      if (!IS_PICTURED) await chooseTheme(page, 'light');
      expect(await lookAtAll(page, LEARNERS_SCREENS, one)).toEqual([]);
    });

    it('in the player', { timeout: 240_000 }, async () => {
      const { page, newTab } = await open();
      await restore(page, withFreeForm);
      expect(await lookAtAll(page, PLAYER_STATES, one)).toEqual([]);
      const second = await newTab();
      await showElsewhere(page, second);
      expect(await look(second, 'elsewhere', one)).toEqual([]);
    });

    it('at exercises of each type', { timeout: 240_000 }, async () => {
      const { page } = await open(IS_PICTURED ? one.height : HIGH);
      await restore(page, withFreeForm);
      expect(await lookAtAll(page, ANSWER_STATES, one)).toEqual([]);
    });
  });
});

async function lookAtAll(page: Page, screens: readonly ScreenShown[], one: Case): Promise<string[]> {
  const findings: string[] = [];
  for (const { name, show } of screens) {
    await show(page);
    findings.push(...(await look(page, name, one)));
    await closeOverlays(page);
  }
  return findings;
}

/** What is wrong with the screen as it stands. */
async function look(page: Page, name: string, one: Case): Promise<string[]> {
  const findings = IS_PICTURED ? [] : await byAxe(page, name, one.themes);
  const before = page.viewportSize();
  for (const width of one.widths) {
    await page.setViewportSize({ width, height: one.height });
    if (IS_PICTURED) await picture(page, join(FOLDER, String(width), name.replaceAll(/\W+/g, '-')));
    if (await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)) findings.push(`${name}: wider than ${width} px`);
  }
  if (before !== null) await page.setViewportSize(before);
  return findings;
}

async function picture(page: Page, path: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.screenshot({ path: `${path}-${colorScheme}.png`, animations: 'disabled' });
  }
}

/** The page as it stands, then its colours in each theme: the same attribute that the settings set. */
async function byAxe(page: Page, name: string, themes: readonly Theme[]): Promise<string[]> {
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
