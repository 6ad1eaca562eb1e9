import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { t } from '../../src/i18n/text.ts';
import { href } from '../../src/ui/routes.ts';
import { demoCourses } from './courses.ts';
import { findFirefox } from './find-firefox.ts';
import type { AnyExercise } from './player.ts';
import { serve } from './serve.ts';

const firefox = findFirefox();
if (firefox === null) console.log('Firefox smoke test skipped: no firefox-esr or firefox on this machine');

/** One run of the journey in Firefox over WebDriver BiDi: server gone after the first visit, one exercise of each kind. */
describe.skipIf(firefox === null)('in Firefox', () => {
  it('a newcomer works offline: a question, Python, JavaScript, and a reload', { timeout: 300_000 }, async () => {
    const server = await serve();
    const browser = await launchFirefox();
    try {
      const page = await browser.newPage();
      const problems: string[] = [];
      // What the sandbox refuses to a worker's eval, Firefox reports as an error of the page.
      const isRefusal = (error: unknown): boolean => String(error).includes('require-trusted-types-for');
      page.on('pageerror', (error) => (isRefusal(error) ? undefined : problems.push(String(error))));
      await page.goto(server.url);
      await page.evaluate(async () => {
        await navigator.serviceWorker.ready;
      });
      await page.reload();
      await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
      await server.stop();
      await page.reload();

      await page.locator('input[name=displayName]').fill('Amina');
      await press(page, t('firstRun.begin'));
      await page.locator('nav').wait();
      const exercises: readonly AnyExercise[] = demoCourses().flatMap((course) => course.exercises);
      for (const exercise of exercises) await solve(page, exercise);
      await talk(page, exercises);
      await page.evaluate((to) => void (location.hash = to), href.course('python-intro'));
      await page.waitForFunction(
        (label) => document.querySelector(`[role=progressbar][aria-label="${label}"]`)?.getAttribute('aria-valuenow') === '100',
        {},
        t('course.progress'),
      );
      await page.evaluate((to) => void (location.hash = to), href.settings);
      await page.locator(`::-p-text(${t('settings.version', { version: '0.1.0', kind: 'browser' }).slice(0, 14)})`).wait();
      expect(problems).toEqual([]);
    } finally {
      await browser.close();
      await server.stop();
    }
  });
});

function launchFirefox(): Promise<Browser> {
  const defaultViewport = { width: 1280, height: 800 };
  return puppeteer.launch({ browser: 'firefox', executablePath: firefox ?? '', headless: true, protocolTimeout: 120_000, defaultViewport });
}

async function solve(page: Page, exercise: AnyExercise): Promise<void> {
  await page.evaluate((to) => void (location.hash = to), href.lesson(exercise.lessonId, exercise.id));
  if (exercise.type === 'CODE_COMPLETION') await writeCode(page, exercise.answerKey.files[exercise.starter.entry] ?? '');
  else if (exercise.type === 'MULTIPLE_CHOICE') await click(page, `input[value="${exercise.answerKey.optionId}"]`);
  else if (exercise.type === 'TRUE_FALSE') await click(page, `input[value="${String(exercise.answerKey.value)}"]`);
  await press(page, t('player.check'));
  await page.waitForSelector('[data-primary][data-action=next]', { timeout: 120_000 });
  if (exercise.type !== 'CODE_COMPLETION') return;
  await page.reload();
  await page.waitForSelector('[data-primary][data-action=next]');
}

/** Where WebAssembly cannot wait (JSPI), a program that asks is run again from the top with the lines it was given. */
async function talk(page: Page, exercises: readonly AnyExercise[]): Promise<void> {
  const code = exercises.find((one) => one.type === 'CODE_COMPLETION' && one.language === 'python');
  if (code === undefined) throw new Error('No Python among the exercises');
  await page.evaluate((to) => void (location.hash = to), href.lesson(code.lessonId, code.id));
  await writeCode(page, 'a = input("First? ")\nb = input("Second? ")\nprint(a, "then", b)\n');
  await press(page, t('player.run'));
  for (const line of ['one', 'two']) {
    await page.waitForFunction(
      (before) => document.querySelector<HTMLInputElement>('.input-line__field')?.value === '' && (document.querySelector('.output-screen')?.textContent ?? '').includes(before),
      { timeout: 120_000 },
      line === 'one' ? 'First?' : 'Second?',
    );
    await page.type('.input-line__field', line);
    await page.keyboard.press('Enter');
  }
  await page.waitForFunction(() => (document.querySelector('.output-screen')?.textContent ?? '').includes('one then two'), { timeout: 120_000 });
}

/** Radios lie under their drawn selves; a script's click reaches them. */
async function click(page: Page, selector: string): Promise<void> {
  await page.waitForSelector(selector);
  await page.$eval(selector, (element) => (element as HTMLElement).click());
}

const press = (page: Page, name: string): Promise<void> => page.locator(`::-p-xpath(//button[contains(., "${name}")])`).click();

/** Typed letter by letter the editor would indent and close brackets itself. */
async function writeCode(page: Page, text: string): Promise<void> {
  const content = await page.waitForSelector('>>> .cm-content');
  await content?.click();
  await page.keyboard.down('Control');
  await page.keyboard.press('a');
  await page.keyboard.up('Control');
  await page.keyboard.press('Delete');
  await page.evaluate((inserted) => {
    const { execCommand } = document as unknown as { execCommand: (command: string, ui: boolean, value: string) => boolean };
    execCommand.call(document, 'insertText', false, inserted);
  }, text);
}
