import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { t } from '../../src/i18n/text.ts';
import { axeFindings } from './axe.ts';
import { inBrowser } from './browser.ts';
import { readCourse } from './courses.ts';
import { restore } from './first-run.ts';
import { makeBackup } from './make-backup.ts';
import { check, codeIn, editor, openExercise, saved, writeCode } from './player.ts';
import { goTo } from './storage.ts';
import { expectQuiet, UNCACHED, useApp, visit, type Visit } from './visit.ts';

const course = readCourse('tests/fixtures/courses/every-type');
/** A cold Python on a busy machine, ms. */
const COLD = 90_000;

inBrowser('the code workspace', () => {
  const app = useApp();
  let backup = '';
  beforeAll(async () => {
    backup = await makeBackup('Amina', [course]);
  });

  async function at(name: string): Promise<Visit> {
    const visited = await visit(app.browser, app.server.url, UNCACHED);
    await restore(visited.page, backup);
    await openExercise(visited.page, 'every-type:code', `every-type:${name}`);
    await editor(visited.page).waitFor();
    return visited;
  }
  const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
  const run = (page: Page): Promise<void> => button(page, t('player.run')).click();
  const output = (page: Page) => page.getByRole('group', { name: t('player.outputText') });
  const ended = (page: Page): Promise<void> => page.locator('.run-output[data-running=false]').waitFor({ timeout: COLD });
  const focused = (page: Page): Promise<string | null> => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.className ?? null);

  it('says when Python is ready, and shows what is written while the program runs', async () => {
    const visited = await at('code.call');
    const { page } = visited;
    await page.getByText(t('player.engineReady', { language: 'python' })).waitFor({ timeout: COLD });
    await writeCode(page, 'import sys, time\nprint("first")\nprint("careful", file=sys.stderr)\ntime.sleep(1.5)\nprint("last")\n');
    await run(page);
    await output(page).getByText('first').waitFor();
    expect(await page.locator('.run-output[data-running=true]').count()).toBe(1);
    expect(await output(page).innerText()).not.toContain('last');
    await ended(page);
    expect(await output(page).innerText()).toContain('last');
    await page.getByText(t('player.outputErrorLegend'), { exact: true }).waitFor();
    await page.getByRole('status').filter({ hasText: t('player.output') }).waitFor({ state: 'attached' });
    expect(await axeFindings(page)).toEqual([]);
    // Changed since: the run greys out, and says so.
    await editor(page).click();
    await page.keyboard.type('#');
    await page.getByText(t('player.staleRun')).waitFor();
    expectQuiet(visited);
  });

  it('stops an endless loop at once, and runs the next program', async () => {
    const visited = await at('code.call');
    const { page } = visited;
    await writeCode(page, 'print("on")\nwhile True:\n    pass\n');
    await run(page);
    await output(page).getByText('on').waitFor({ timeout: COLD });
    await button(page, t('player.stop')).or(page.locator('[data-action=stop]')).first().click();
    await page.getByText(t('player.outcomeStopped'), { exact: true }).waitFor({ timeout: 2_000 });
    await writeCode(page, 'print("next")\n');
    await run(page);
    await output(page).getByText('next').waitFor({ timeout: COLD });
    expectQuiet(visited);
  });

  it('asks for each line where the program waits for it, and keeps the focus there', async () => {
    const visited = await at('code.output');
    const { page } = visited;
    await writeCode(page, 'name = input("Your name? ")\nage = input("Your age? ")\nprint(name, "is", age)\n');
    await run(page);
    const name = page.getByRole('textbox', { name: t('player.inputLabelPrompt', { prompt: 'Your name?' }) });
    await name.waitFor({ timeout: COLD });
    await expect.poll(() => focused(page)).toBe(t('player.inputLabelPrompt', { prompt: 'Your name?' }));
    await page.keyboard.type('Amina');
    await page.keyboard.press('Enter');
    await expect.poll(() => focused(page)).toBe(t('player.inputLabelPrompt', { prompt: 'Your age?' }));
    await page.keyboard.type('41');
    await page.keyboard.press('Enter');
    await ended(page);
    expect((await output(page).innerText()).trim()).toBe('Your name? Amina\nYour age? 41\nAmina is 41');
    // The end of input is an answer too.
    await run(page);
    await name.waitFor();
    await button(page, t('player.inputEnd')).click();
    await page.getByText('EOFError').first().waitFor({ timeout: COLD });
    expectQuiet(visited);
  });

  it('says below an error what it means and what to try, in the learner’s own names', async () => {
    const visited = await at('code.call');
    const { page } = visited;
    await writeCode(page, 'total = 3\nprint(totl)\n');
    await run(page);
    const told = page.getByRole('status').filter({ hasText: t('player.errorMeans') });
    await told.waitFor({ timeout: COLD });
    expect(await told.locator('dt').allInnerTexts()).toEqual([t('player.errorMeans'), t('player.errorTry')]);
    expect(await told.locator('code').allInnerTexts()).toEqual(['totl', 'total']);
    expect(await axeFindings(page)).toEqual([]);
    // Not a learner's markup.
    await writeCode(page, '{}["<b>&"]\n');
    await run(page);
    await told.locator('code', { hasText: "'<b>&'" }).waitFor({ timeout: COLD });
    expectQuiet(visited);
  });

  it('leads from an error to its line, in the right file', async () => {
    const visited = await at('code.file');
    const { page } = visited;
    await page.getByRole('tab', { name: 'prices.py' }).click();
    await writeCode(page, 'def price_of(bread):\n    return pricess[bread]\n');
    await page.getByRole('tab', { name: 'till.py' }).click();
    await expect.poll(() => codeIn(page)).toContain('print(price_of');
    await run(page);
    await page.getByText('NameError').first().waitFor({ timeout: COLD });
    await page.getByRole('button', { name: t('player.errorAt', { file: 'prices.py', line: 2 }) }).click();
    await expect.poll(() => page.getByRole('tab', { name: 'prices.py' }).getAttribute('aria-selected')).toBe('true');
    await expect.poll(() => page.locator('.cm-errorText').allInnerTexts()).toEqual(['return pricess[bread]']);
    await page.keyboard.type('#');
    await expect.poll(() => codeIn(page)).toContain('    #return pricess');
    // Each file keeps its own history.
    await page.getByRole('tab', { name: 'till.py' }).click();
    await page.getByRole('tab', { name: 'prices.py' }).click();
    await editor(page).click();
    await page.keyboard.press('ControlOrMeta+z');
    await expect.poll(() => codeIn(page)).not.toContain('#');
    expectQuiet(visited);
  });

  it('tells the tests of a file by name, the first that is not yet met on top', async () => {
    const visited = await at('code.file');
    const { page } = visited;
    await check(page);
    const rows = page.locator('.test-row__name');
    expect(await rows.allInnerTexts()).toEqual(['baguette', 'brioche', 'unknown']);
    await page.locator('.test-row').first().getByText("price_of('baguette')").waitFor();
    expect(await axeFindings(page)).toEqual([]);
    expectQuiet(visited);
  });

  it('finds in the code from the first letter on, and Esc leads out: Tab is no trap', async () => {
    const visited = await at('code.call');
    const { page } = visited;
    await writeCode(page, 'first = 1\nprint(first)\n');
    await page.keyboard.press('ControlOrMeta+f');
    await page.keyboard.type('first');
    await page.getByText(t('player.searchCount', { count: 2 })).waitFor();
    expect(await codeIn(page)).toBe('first = 1\nprint(first)\n');
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await page.getByText(t('player.searchNth', { nth: 1, count: 2 })).waitFor();
    await page.keyboard.press('Escape');
    expect(await focused(page)).toBe('code-editor');
    await page.keyboard.press('Control+End');
    await page.keyboard.press('Tab');
    expect(await codeIn(page)).toBe('first = 1\nprint(first)\n    ');
    await page.keyboard.press('Escape');
    expect(await page.evaluate(() => document.activeElement?.hasAttribute('data-primary'))).toBe(true);
    await page.keyboard.press('Shift+Tab');
    expect(await focused(page)).not.toBe('code-editor');
    expectQuiet(visited);
  });

  it('completes the names of the program by Tab, and Enter stays a new line', async () => {
    const visited = await at('code.typed');
    const { page } = visited;
    await writeCode(page, 'const greeting = 1;\n');
    await page.keyboard.type('gree');
    await page.getByRole('option', { name: 'greeting' }).waitFor();
    await afterTheList(page);
    await page.keyboard.press('Tab');
    await expect.poll(() => codeIn(page)).toBe('const greeting = 1;\ngreeting');
    await page.keyboard.type('\ngree');
    await page.getByRole('option', { name: 'greeting' }).waitFor();
    await afterTheList(page);
    await page.keyboard.press('Enter');
    await expect.poll(() => codeIn(page)).toBe('const greeting = 1;\ngreeting\ngree\n');
    expectQuiet(visited);
  });

  it('keeps the size of code that the learner chose', async () => {
    const visited = await at('code.call');
    const { page } = visited;
    const size = () => page.locator('.cm-content').evaluate((content) => Number.parseFloat(getComputedStyle(content).fontSize));
    const before = await size();
    await goTo(page, '#/settings');
    await page.getByRole('group', { name: t('settings.codeSize') }).getByRole('radio', { name: '150%' }).click({ force: true });
    await page.getByRole('group', { name: t('settings.codeSize') }).getByRole('radio', { name: '150%', checked: true }).waitFor();
    await page.reload();
    await openExercise(page, 'every-type:code', 'every-type:code.call');
    await editor(page).waitFor();
    await expect.poll(size).toBeCloseTo(before * 1.5, 1);
    await writeCode(page, 'x = 1\n');
    await saved(page);
    expectQuiet(visited);
  });
});

/** A list of names that has only just come up takes no key yet, so that a hand in full swing chooses nothing. */
const afterTheList = (page: Page): Promise<void> => page.waitForTimeout(400);
