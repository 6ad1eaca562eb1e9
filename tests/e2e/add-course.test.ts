import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { t } from '../../src/i18n/text.ts';
import { zipOf } from '../src/packs/pack/pack-files.ts';
import { CODE, LESSON } from '../src/packs/source/course-files.ts';
import { translatedFiles } from '../src/packs/source/translated-files.ts';
import { inBrowser } from './browser.ts';
import { begin } from './first-run.ts';
import { addPack, fileOf, give, inCourse, largePack, teaPack } from './packs.ts';
import { exportBackup, goTo, readBackup } from './storage.ts';
import { expectQuiet, untilOffline, useApp, visit, type Visit } from './visit.ts';

inBrowser('a course from a file', () => {
  const app = useApp();
  const arrive = async (): Promise<Visit> => {
    const visited = await visit(app.browser, app.server.url);
    await begin(visited.page, 'Amina');
    return visited;
  };

  it('is shown first, added with no network, learnt, removed, and brought back with its history', { timeout: 180_000 }, async () => {
    const visited = await arrive();
    const { page, context } = visited;
    await untilOffline(page);
    await context.setOffline(true);
    await goTo(page, '#/library');
    await page.getByRole('link', { name: t('library.add') }).click();
    await page.getByRole('heading', { level: 1, name: t('add.title') }).waitFor();
    const tea = await teaPack();
    await page.getByLabel(t('add.choose')).setInputFiles(tea);
    await page.getByRole('heading', { level: 2, name: 'Tea' }).waitFor();
    for (const fact of ['Ada', 'Creative Commons Attribution 4.0 (CC-BY-4.0)', 'MIT License (MIT)', '1.2.3', 'English']) {
      await page.getByText(fact, { exact: false }).first().waitFor();
    }
    expect(await packRows(page)).toBe(0);

    await page.getByRole('button', { name: t('add.add') }).click();
    await page.getByText(t('add.added', { how: 'added', title: 'Tea', version: '1.2.3' })).waitFor();
    await page.getByRole('heading', { level: 1, name: 'Tea' }).waitFor();
    await page.getByRole('heading', { name: t('add.from') }).waitFor();
    await page.getByRole('link', { name: t('course.wayIn', { kind: 'start' }), exact: true }).click();
    await answerTea(page);

    await give(page, tea);
    await page.getByText(t('add.here', { kind: 'same' })).waitFor();
    await goTo(page, '#/data');
    await page.getByRole('button', { name: t('data.removeWhat', { course: 'Tea' }) }).click();
    await page.getByText(t('data.removed', { course: 'Tea' })).waitFor();
    await addPack(page, tea, t('add.addAgain'));
    await page.getByRole('progressbar', { name: t('course.progress') }).waitFor();
    expect(await answersIn(page)).toHaveLength(1);
    await page.reload();
    await goTo(page, '#/library');
    await page.getByRole('link', { name: 'Tea' }).waitFor();
    expectQuiet(visited);
  });

  it('is updated, and goes back to the version before, with every answer kept', { timeout: 120_000 }, async () => {
    const visited = await arrive();
    const { page } = visited;
    await addPack(page, await teaPack());
    await page.getByRole('link', { name: t('course.wayIn', { kind: 'start' }), exact: true }).click();
    await answerTea(page);
    const later = await teaPack((files) => {
      inCourse('1.2.3', '1.3.0')(files);
      files[LESSON] = `${files[LESSON] ?? ''}\n\n:::exercise\n${CODE.trim()}\n:::`;
    });
    await addPack(page, later, t('add.update', { version: '1.3.0' }));
    // It costs some of the percentage, and that is told instead.
    await page.getByRole('complementary', { name: t('common.courseChangedName', { course: 'Tea' }) }).waitFor();
    await page.getByRole('status').getByText(t('add.added', { how: 'updated', title: 'Tea', version: '1.3.0' })).waitFor({ state: 'attached' });
    await page.getByRole('button', { name: t('add.stepBack', { version: '1.2.3' }) }).click();
    await page.getByText(t('add.added', { how: 'back', title: 'Tea', version: '1.2.3' })).waitFor();
    await page.getByRole('button', { name: t('add.stepBack', { version: '1.3.0' }) }).waitFor();
    expect(await answersIn(page)).toHaveLength(1);
    expectQuiet(visited);
  });

  it('is taken in the learner’s language, and read in another later with every answer kept', { timeout: 120_000 }, async () => {
    const visited = await visit(app.browser, app.server.url, { locale: 'de-AT' });
    const { page } = visited;
    await begin(page, 'Amina');
    await give(page, await teaPack((files) => void Object.assign(files, translatedFiles())));
    const offered = page.getByRole('combobox', { name: t('add.languages', { count: 1 }) });
    await expect.poll(() => offered.inputValue()).toBe('de');
    const title = page.getByRole('heading', { level: 2 });
    expect(await title.evaluate(spoken)).toEqual(['Tee', 'de']);
    await offered.selectOption('English');
    expect(await title.evaluate(spoken)).toEqual(['Tea', 'en']);
    await offered.selectOption('German');
    await page.getByRole('button', { name: t('add.add') }).click();
    await page.getByText(t('add.added', { how: 'added', title: 'Tee', version: '1.2.3' })).waitFor();
    await page.getByRole('link', { name: t('course.wayIn', { kind: 'start' }), exact: true }).click();
    expect(await page.getByText('Der Tee ist fertig.').evaluate(spoken)).toEqual(['Der Tee ist fertig.', 'de']);
    await page.getByRole('radio', { name: 'Grüner' }).click({ force: true });
    await page.getByRole('button', { name: t('player.check') }).click();
    await page.getByText('Er ist es.', { exact: true }).waitFor();

    await goTo(page, '#/course/tea');
    await page.getByRole('combobox', { name: t('add.languages', { count: 1 }) }).selectOption('English');
    await page.getByText(t('add.languageIs', { language: 'English' })).waitFor();
    expect(await page.getByRole('heading', { level: 1 }).evaluate(spoken)).toEqual(['Tea', 'en']);
    await page.getByRole('progressbar', { name: t('course.progress') }).waitFor();
    expect(await answersIn(page)).toHaveLength(1);
    expectQuiet(visited);
  });

  it('comes by drag and drop on the library, and by opening it from the system', { timeout: 120_000 }, async () => {
    const visited = await arrive();
    const { page, context } = visited;
    const { buffer, name } = await teaPack();
    const file = { bytes: buffer.toString('base64'), name };
    await goTo(page, '#/library');
    await page.evaluate(hang, file);
    await page.getByText(t('library.drop')).waitFor();
    await page.evaluate(drop, file);
    await page.getByRole('heading', { level: 2, name: 'Tea' }).waitFor();
    await page.getByRole('button', { name: t('add.cancel') }).click();
    await page.getByText(t('add.drop')).waitFor();
    expect(await packRows(page)).toBe(0);

    await context.addInitScript(launchWith, file);
    await page.goto(`${app.server.url}#/add`);
    await page.reload();
    await page.getByRole('heading', { level: 2, name: 'Tea' }).waitFor();
    expectQuiet(visited);
  });

  it('is stopped half way, and leaves nothing', { timeout: 180_000 }, async () => {
    const visited = await arrive();
    const { page } = visited;
    const large = await largePack(1_500);
    await give(page, large);
    await page.getByRole('button', { name: t('add.add') }).click();
    await page.getByRole('progressbar').waitFor();
    await page.keyboard.press('Escape');
    await page.getByText(t('add.stopped')).waitFor();
    expect(await packRows(page)).toBe(0);
    // Going elsewhere stops it as well.
    await page.locator('input[type=file]').setInputFiles(large);
    await page.getByRole('button', { name: t('add.add') }).click();
    await page.getByRole('progressbar').waitFor();
    await page.goBack();
    await expect.poll(() => page.evaluate(() => location.hash)).not.toBe('#/add');
    expect(await packRows(page)).toBe(0);
    expectQuiet(visited);
  });

  it('is refused in words of its own where it cannot be taken', { timeout: 120_000 }, async () => {
    const visited = await arrive();
    const { page } = visited;
    const { buffer } = await teaPack();
    const altered = Buffer.from(buffer);
    const at = altered.indexOf('lesson.json') + 'lesson.json'.length;
    altered.fill(0, at + 20, at + 40);
    const ours = await teaPack(inCourse('id: tea', 'id: python-intro'));
    const refusals: readonly (readonly [string, ReturnType<typeof fileOf>])[] = [
      ['NotAPack', fileOf('letter.zip', new TextEncoder().encode('Dear reader'))],
      ['NotAPack', fileOf('other.zip', zipOf({ 'a.txt': 'a' }))],
      ['NotAPack', fileOf('cut.hornpack', buffer.subarray(0, -30))],
      ['NeedsNewerApp', fileOf('new.hornpack', zipOf({ 'MANIFEST.json': JSON.stringify({ format: 1, needs: '99.0.0', files: {} }) }))],
      ['IdTaken', ours],
    ];
    for (const [reason, file] of refusals) {
      await give(page, file);
      await page.getByText(t('add.not', { reason, needs: '99.0.0' })).waitFor();
      await page.getByText(file.name).waitFor();
      await goTo(page, '#/');
    }
    // What only the reading of all of it shows.
    await give(page, fileOf('altered.hornpack', altered));
    await page.getByRole('button', { name: t('add.add') }).click();
    await page.getByText(t('add.not', { reason: 'Damaged' })).waitFor();
    expect(await packRows(page)).toBe(0);
    expectQuiet(visited);
  });
});

/** The right one of the course's one question. */
async function answerTea(page: Page): Promise<void> {
  await page.getByRole('radio', { name: 'Green' }).click({ force: true });
  await page.getByRole('button', { name: t('player.check') }).click();
  await page.getByText('It is.', { exact: true }).waitFor();
}

async function answersIn(page: Page): Promise<readonly unknown[]> {
  return readBackup(await exportBackup(page)).tables.exerciseAttempts ?? [];
}

/** Rows of whatever the database holds of packs. */
const packRows = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const name = (await indexedDB.databases()).find(({ name: found }) => found?.startsWith('hornbook') === true)?.name ?? '';
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open(name);
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(new Error('no database'));
    });
    const tables = [...db.objectStoreNames].filter((table) => table.startsWith('pack'));
    if (tables.length === 0) throw new Error('no tables of packs');
    const counts = tables.map(
      (table) =>
        new Promise<number>((resolve) => {
          const request = db.transaction(table).objectStore(table).count();
          request.onsuccess = () => resolve(request.result);
        }),
    );
    const total = (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
    db.close();
    return total;
  });

/** What an element says, and the language that it is said in. */
const spoken = (element: HTMLElement): [text: string, language: string | undefined] => [element.innerText, element.closest<HTMLElement>('[lang]')?.lang];

interface Packed {
  readonly bytes: string;
  readonly name: string;
}

/** These run in the page: a file hangs over the window, falls, or waits in the launch queue. */
function hang({ bytes, name }: Packed): void {
  const data = new DataTransfer();
  data.items.add(new File([Uint8Array.from(atob(bytes), (c) => c.charCodeAt(0))], name));
  document.body.dispatchEvent(new DragEvent('dragover', { dataTransfer: data, bubbles: true, cancelable: true }));
}
function drop({ bytes, name }: Packed): void {
  const data = new DataTransfer();
  data.items.add(new File([Uint8Array.from(atob(bytes), (c) => c.charCodeAt(0))], name));
  document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
}
function launchWith({ bytes, name }: Packed): void {
  const file = new File([Uint8Array.from(atob(bytes), (c) => c.charCodeAt(0))], name);
  const setConsumer = (consumer: (launch: object) => void): void => consumer({ files: [{ getFile: () => Promise.resolve(file) }] });
  Object.defineProperty(globalThis, 'launchQueue', { value: { setConsumer } });
}
