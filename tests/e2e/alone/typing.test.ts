import { expect, it } from 'vitest';
import { inBrowser } from '../browser.ts';
import { demoCourses } from '../courses.ts';
import { begin } from '../first-run.ts';
import { editor, openExercise, saved, writeCode } from '../player.ts';
import { expectQuiet, useApp, visit } from '../visit.ts';

const code = demoCourses().flatMap((course) => course.exercises).find(({ id }) => id === 'python-intro:names.bill');

inBrowser('typing', () => {
  const app = useApp();

  it('has everything typed in the database within half a second', async () => {
    if (code === undefined) throw new Error('the course has changed');
    const visited = await visit(app.browser, app.server.url);
    const { page } = visited;
    await begin(page, 'Amina');
    await openExercise(page, code.lessonId, code.id);
    await writeCode(page, 'first');
    await saved(page);
    await editor(page).press('End');
    await page.keyboard.insertText('!');
    const tookMs = await page.evaluate(untilStored, 'first!');
    console.log(`stored after ${tookMs.toFixed(0)} ms`);
    expect(tookMs).toBeLessThan(500);
    expectQuiet(visited);
  });
});

/** Reads the drafts until one holds `text`; ms since the call. */
function untilStored(text: string): Promise<number> {
  const start = performance.now();
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('hornbook');
    opening.onerror = () => reject(new Error(opening.error?.message));
    opening.onsuccess = () => {
      const db = opening.result;
      const look = (): void => {
        const all = db.transaction('drafts').objectStore('drafts').getAll();
        all.onsuccess = () => {
          if (!JSON.stringify(all.result).includes(text)) { look(); return; }
          db.close();
          resolve(performance.now() - start);
        };
      };
      look();
    };
  });
}
