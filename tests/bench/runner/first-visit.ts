import { chromium, type Browser } from 'playwright-core';
import { findBrowser, QUIET } from '../../../src/cli/browser/find-browser.ts';
import { loadWords, t } from '../../../src/i18n/text.ts';
import { ensureBuilt } from '../../e2e/build.ts';
import { demoCourses } from '../../e2e/courses.ts';
import { begin } from '../../e2e/first-run.ts';
import { editor, openExercise, writeCode, type AnyExercise } from '../../e2e/player.ts';
import { serve, type AppServer } from '../../e2e/serve.ts';

// Outside Vite's own build they can be had while this module is evaluated, and not later.
await Promise.all([loadWords('first-run'), loadWords('player')]);

/** The whole app in a browser that never saw it, up to the first output of the learner's own code. */
export function openFirstVisits(): { readonly firstPrint: () => Promise<number>; close(): Promise<void> } {
  let opening: Promise<Visits> | null = null;
  return {
    firstPrint: async () => firstPrint(await (opening ??= openVisits())),
    async close() {
      const opened = await opening;
      await opened?.browser.close();
      await opened?.server.stop();
    },
  };
}

interface Visits {
  readonly browser: Browser;
  readonly server: AppServer;
}

async function openVisits(): Promise<Visits> {
  const found = await findBrowser();
  if (!found.ok) throw new Error(found.reason);
  await ensureBuilt();
  const server = await serve();
  return { server, browser: await chromium.launch({ executablePath: found.path, chromiumSandbox: found.sandbox, args: [...QUIET] }) };
}

/** From the press of Run to the output on screen, ms. */
async function firstPrint({ browser, server }: Visits): Promise<number> {
  await server.start();
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.goto(server.url);
    await begin(page, 'Amina');
    // Everything is precached once the worker has taken over.
    await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
    await server.stop();
    const { lessonId, id } = pythonExercise();
    await openExercise(page, lessonId, id);
    await editor(page).waitFor();
    await writeCode(page, 'print("hello from " + "Python")');
    return await page.evaluate(
      ([button, wanted]) =>
        new Promise<number>((resolve) => {
          const from = performance.now();
          const look = (): void => {
            if (document.body.innerText.includes(wanted)) resolve(performance.now() - from);
            else requestAnimationFrame(look);
          };
          [...document.querySelectorAll('button')].find((one) => one.textContent.includes(button))?.click();
          look();
        }),
      [t('player.run'), 'hello from Python'] as const,
    );
  } finally {
    await context.close();
  }
}

function pythonExercise(): AnyExercise {
  const exercises: readonly AnyExercise[] = demoCourses().flatMap((course) => course.exercises);
  const found = exercises.find((one) => one.type === 'CODE_COMPLETION' && one.language === 'python');
  if (found === undefined) throw new Error('no course teaches Python');
  return found;
}
