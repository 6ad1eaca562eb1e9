import { ok } from 'node:assert/strict';
import { expect, it } from 'vitest';
import { t } from '../../src/i18n/text.ts';
import { buildPack } from '../../src/packs/pack/build-pack.ts';
import { readCourse } from '../../src/packs/source/parse-course.ts';
import { CHOICE, courseFiles, lessonWith } from '../src/packs/source/course-files.ts';
import { inBrowser } from './browser.ts';
import { begin } from './first-run.ts';
import { addPack, fileOf } from './packs.ts';
import { expectQuiet, UNCACHED, useApp, visit } from './visit.ts';

const CUP = '<svg xmlns="http://www.w3.org/2000/svg" width="120" height="80"><rect width="120" height="80" fill="teal"/><script>document.title = "hurt"</script></svg>';
const PATH = 'lessons/010-tea/in/cup.svg';

inBrowser('the pictures of a lesson', () => {
  const app = useApp();

  it('come out of its pack, in the text and in an exercise; nothing is fetched, and no script in them runs', { timeout: 120_000 }, async () => {
    const text = lessonWith(CHOICE.replace('prompt: Which?', 'prompt: "Which ![a cup again](in/cup.svg)?"')).replace('Tea is ready.', 'Tea is ready: ![a cup](in/cup.svg)');
    const doc = readCourse(courseFiles(text), [PATH]);
    ok(doc.ok, JSON.stringify(doc));
    const { name, bytes } = await buildPack(doc.value, { [PATH]: new TextEncoder().encode(CUP) });

    const visited = await visit(app.browser, app.server.url, UNCACHED);
    const { page } = visited;
    await begin(page, 'Amina');
    const fetched: string[] = [];
    page.on('request', (request) => void fetched.push(request.url()));
    await addPack(page, fileOf(name, bytes));
    await page.getByRole('link', { name: t('course.wayIn', { kind: 'start' }), exact: true }).click();
    for (const words of ['a cup', 'a cup again']) {
      const image = page.getByRole('img', { name: words, exact: true });
      await image.waitFor();
      await expect.poll(() => image.evaluate((element: HTMLImageElement) => [element.naturalWidth, element.naturalHeight])).toEqual([120, 80]);
    }
    expect(fetched.filter((url) => url.includes('cup.svg'))).toEqual([]);
    expect(await page.title()).not.toBe('hurt');
    expectQuiet(visited);
  });
});
