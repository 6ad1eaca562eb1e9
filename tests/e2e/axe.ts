import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds on the page as it stands: one line per rule and element; empty when nothing. */
export async function axeFindings(page: Page): Promise<string[]> {
  // The sandbox frame of the runner shows nothing and is hidden from everyone.
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).setLegacyMode().analyze();
  return violations.flatMap((rule) =>
    rule.nodes.map((node) => `${rule.id}: ${node.html.slice(0, 160)} — ${(node.failureSummary ?? '').replaceAll('\n', ' ')}`),
  );
}
