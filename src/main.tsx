import { v7 as newId } from 'uuid';
import { openDatabase, type HornbookDatabase } from '../db/database.ts';
import { DataNewerThanApp } from '../db/errors.ts';
import { createRepositories } from '../db/repositories.ts';
import { mountApp, mountBootError, mountRefusal } from './app/mount.tsx';
import { whereItRuns } from './platform/check.ts';
import { createPlatform } from './platform/create-platform.ts';
import { createAppPolicy } from './platform/trusted-types.ts';
import { createRunner } from './runner/client.ts';
import { frameHtml, starterHash } from './runner/sandbox/frame.ts';
import { createServices } from './services/services.ts';

const root = document.getElementById('root') ?? document.body.appendChild(document.createElement('div'));

boot(root).catch((error: unknown) => mountBootError(root, error, null));

/** The composition root: nothing else in the app constructs a part that another part needs. */
async function boot(element: Element): Promise<void> {
  const place = whereItRuns(globalThis);
  if (typeof place === 'object') return mountRefusal(element, place.refused);

  const onStale = (): void => mountRefusal(element, 'stale-tab');
  const onBlocked = (): void => mountRefusal(element, 'upgrade-blocked');
  const strict = openDatabase({ durability: 'strict', onStale, onBlocked });
  const relaxed = openDatabase({ durability: 'relaxed', onStale });
  if (!(await opens(strict)) || !(await opens(relaxed))) return mountRefusal(element, 'data-newer');

  const sandboxPage = frameHtml(await starterHash());
  const policy = createAppPolicy(globalThis, (html) => html === sandboxPage);
  const platform = createPlatform(policy, { isBuilt: import.meta.env.PROD });
  const services = createServices({
    strict: createRepositories(strict),
    relaxed: createRepositories(relaxed),
    runner: createRunner({ doc: document, trustedHtml: (html) => policy.srcdoc(html) }),
    platform,
    now: () => Date.now(),
    newId: () => newId(),
    tabId: newId(),
    loadBundledCourses: async () => (await import('virtual:bundled-courses')).default,
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
