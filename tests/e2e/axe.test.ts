import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { axeFindings } from './axe.ts';
import { inBrowser } from './browser.ts';
import { restore } from './first-run.ts';
import { halfWay } from './half-way.ts';
import { chooseTheme, closeOverlays, firstScreens, LEARNERS_SCREENS, THEMES } from './screens.ts';
import { useApp, visit } from './visit.ts';

const PHONE = { width: 390, height: 844 };
const DESK = { width: 1280, height: 800 };

inBrowser('axe finds nothing', () => {
  const app = useApp();
  let backup = '';
  beforeAll(async () => {
    backup = await halfWay('Amina');
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
    it.each([PHONE, DESK])('at $width px', async (viewport) => {
      const { page } = await visit(app.browser, app.server.url, { viewport });
      await restore(page, backup);
      await chooseTheme(page, theme);
      expect(await findingsOn(page)).toEqual([]);
    });
  });
});

async function findingsOn(page: Page): Promise<string[]> {
  const findings: string[] = [];
  for (const { name, show } of LEARNERS_SCREENS) {
    await show(page);
    findings.push(...(await axeFindings(page)).map((finding) => `${name}: ${finding}`));
    await closeOverlays(page);
  }
  return findings;
}
