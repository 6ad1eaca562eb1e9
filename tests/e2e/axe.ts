import axe from 'axe-core';
import type { Page } from 'playwright-core';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * What axe finds on the page as it stands: one line per rule and element; empty when nothing. `colours`: the rule
 * about contrast alone, where a theme is all that differs.
 */
export async function axeFindings(page: Page, rules: 'all' | 'colours' = 'all'): Promise<string[]> {
  const runOnly: axe.RunOnly = rules === 'all' ? { type: 'tag', values: RULES } : { type: 'rule', values: ['color-contrast'] };
  // The sandbox's frames are of no origin and show nothing: axe cannot see into them, and would wait for their answer.
  const options: axe.RunOptions = { runOnly, iframes: false, resultTypes: ['violations'] };
  await still(page);
  // A theme changes no words: it has come once two frames are drawn.
  if (rules === 'all') await settled(page);
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const violations = await page.evaluate(async (asked) => (await (window as unknown as WithAxe).axe.run(document, asked)).violations, options);
  return violations.flatMap((rule) =>
    rule.nodes.map((node) => `${rule.id}: ${node.html.slice(0, 160)} — ${(node.failureSummary ?? '').replaceAll('\n', ' ')}`),
  );
}

interface WithAxe {
  readonly axe: typeof axe;
}

/** From now on every colour is at once what it will be: one on its way to another theme's is nobody's. */
const still = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('*, ::before, ::after { transition: none !important; animation: none !important; }');
    document.adoptedStyleSheets = [sheet];
  });

/** Nothing has changed on the page for a moment: a look while words still come in tells of what nobody can read. */
const settled = (page: Page): Promise<void> =>
  page.evaluate(
    ({ quietMs, limitMs }) =>
      new Promise<void>((resolve) => {
        const done = (): void => {
          observer.disconnect();
          clearTimeout(quiet);
          clearTimeout(limit);
          resolve();
        };
        const limit = setTimeout(done, limitMs);
        let quiet = setTimeout(done, quietMs);
        const observer = new MutationObserver(() => {
          clearTimeout(quiet);
          quiet = setTimeout(done, quietMs);
        });
        observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
      }),
    { quietMs: 100, limitMs: 3_000 },
  );
