import type { Page } from 'playwright-core';

type Target = { readonly above: string } | { readonly below: string } | { readonly into: 'placed' | 'spare' };

const GRAB = 60;

/** Drags a piece by the mouse: above or below another one, or to its list; `right`: that much further right, px. */
export async function drag(page: Page, id: string, target: Target & { readonly right?: number }, { letGo = true } = {}): Promise<void> {
  const boxOf = async (selector: string) => {
    const box = await page.locator(selector).boundingBox();
    if (box === null) throw new Error(`${selector} is not to be seen`);
    return box;
  };
  const from = await boxOf(`[data-item="${id}"]`);
  const to = 'into' in target ? await boxOf(`[data-zone="${target.into}"]`) : await boxOf(`[data-item="${'above' in target ? target.above : target.below}"]`);
  const x = to.x + GRAB + (target.right ?? 0);
  const y = 'into' in target ? to.y + Math.min(40, to.height / 2) : 'above' in target ? to.y + 2 : to.y + to.height + 2;
  await page.mouse.move(from.x + GRAB, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(from.x + GRAB, from.y + from.height / 2 - 8);
  await page.mouse.move(x, y, { steps: 6 });
  // A hand comes to rest where it lets go; by then the page has drawn where the piece would fall.
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
  await page.mouse.move(x + 1, y);
  if (letGo) await page.mouse.up();
}

/** The pieces in their order, with their depth where they have one: `add +1`. */
export function placed(page: Page): Promise<string[]> {
  return page.locator('[data-zone=placed] [data-item]').evaluateAll((items) =>
    items.map((item) => {
      const depth = getComputedStyle(item).getPropertyValue('--indent').trim();
      return `${item.getAttribute('data-item') ?? ''}${depth === '0' ? '' : ` +${depth}`}`;
    }),
  );
}

/** What stands there as the answer, whatever its type: fields, ticks and places. */
export async function answerOnPage(page: Page): Promise<string[]> {
  const fields = await page.locator('.work-pane :is(input, textarea, select)').evaluateAll((all) =>
    all.map((one) => {
      const field = one as HTMLInputElement;
      return field.type === 'checkbox' ? `${field.value}: ${field.checked}` : field.value;
    }),
  );
  return [...fields, ...(await placed(page))];
}
