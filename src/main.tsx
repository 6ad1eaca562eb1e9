import { v7 as newId } from 'uuid';
import bundledCourses from 'virtual:bundled-courses';
import { openDatabase, type HornbookDatabase } from '../db/database.ts';
import { DataNewerThanApp } from '../db/errors.ts';
import { createRepositories } from '../db/repositories.ts';
import { mountApp, mountBootError, mountRefusal } from './app/mount.tsx';
import { whereItRuns } from './platform/check.ts';
import { createPlatform } from './platform/create-platform.ts';
import { createAppPolicy } from './platform/trusted-types.ts';
import { createLazyRunner } from './runner/lazy-runner.ts';
import { createServices } from './services/services.ts';

const root = document.getElementById('root') ?? document.body.appendChild(document.createElement('div'));

boot(root).catch((error: unknown) => mountBootError(root, error, null));

/** The composition root: nothing else in the app constructs a part that another part needs. */
async function boot(element: Element): Promise<void> {
  const place = whereItRuns(globalThis);
  if (typeof place === 'object') {
    mountRefusal(element, place.refused);
    return;
  }

  const onStale = (): void => mountRefusal(element, 'stale-tab');
  const onBlocked = (): void => mountRefusal(element, 'upgrade-blocked');
  const strict = openDatabase({ durability: 'strict', onStale, onBlocked });
  const relaxed = openDatabase({ durability: 'relaxed', onStale });
  if (!(await opens(strict)) || !(await opens(relaxed))) {
    mountRefusal(element, 'data-newer');
    return;
  }

  const sandbox = { page: '' };
  const policy = createAppPolicy(globalThis, (html) => html === sandbox.page);
  const runner = createLazyRunner(async () => {
    const [{ createRunner }, { browserSandbox }, { frameHtml, starterHash }] = await Promise.all([
      import('./runner/client.ts'),
      import('./runner/sandbox/browser-sandbox.ts'),
      import('./runner/sandbox/frame.ts'),
    ]);
    sandbox.page = frameHtml(await starterHash());
    return createRunner({ openSandbox: browserSandbox({ doc: document, trustedHtml: (html) => policy.srcdoc(html) }) });
  });
  const platform = createPlatform(policy, { isBuilt: import.meta.env.PROD });
  const services = createServices({
    strict: createRepositories(strict),
    relaxed: createRepositories(relaxed),
    runner,
    platform,
    now: () => Date.now(),
    newId: () => newId(),
    tabId: newId(),
    bundledCourses: () => bundledCourses,
  });
  mountApp(element, { services, platform });
  await services.courses.installBundled();
}

/** False where the data are newer than this app, which then touches nothing (R14). */
async function opens(database: HornbookDatabase): Promise<boolean> {
  try {
    await database.open();
    return true;
  } catch (error) {
    if (error instanceof DataNewerThanApp) return false;
    throw error;
  }
}
