import { v7 as newId } from 'uuid';
import bundledCourses from 'virtual:bundled-courses';
import { createRepositories } from '../db/repositories.ts';
import { mountApp, mountBootError, mountRefusal } from './app/mount.tsx';
import { openStores, placeInUse } from './boot/open-stores.ts';
import { whenIdle } from './boot/when-idle.ts';
import { whereItRuns } from './platform/check.ts';
import { createPlatform } from './platform/create-platform.ts';
import journalWorker from './platform/journal/journal-worker.ts?worker&url';
import { createAppPolicy } from './platform/trusted-types.ts';
import { createLazyRunner } from './runner/lazy-runner.ts';
import { createJournalKeeper } from './services/journal/keeper.ts';
import { createServices } from './services/services.ts';

const root = document.getElementById('root') ?? document.body.appendChild(document.createElement('div'));

const rescue: { exportAnyway: (() => Promise<void>) | null } = { exportAnyway: null };
boot(root).catch((error: unknown) => mountBootError(root, error, rescue.exportAnyway));

/** The composition root: nothing else in the app constructs a part that another part needs. */
async function boot(element: Element): Promise<void> {
  const place = whereItRuns(globalThis);
  if (typeof place === 'object') {
    mountRefusal(element, place.refused);
    return;
  }

  const buckets = bucketsOf(navigator);
  const tabId = newId();
  const now = (): number => Date.now();
  const sandbox = { page: '' };
  const policy = createAppPolicy(globalThis, (html) => html === sandbox.page, ['sw.js', journalWorker]);
  const platform = createPlatform(policy, { isBuilt: import.meta.env.PROD, journalWorker, tabId });
  const exportAnyway = async (): Promise<void> => {
    const { exportAnyway: save } = await import('./boot/export-anyway.ts');
    await save({ platform, now, ...(await placeInUse(platform.notes, buckets)) });
  };
  rescue.exportAnyway = exportAnyway;
  const stores = await openStores({
    notes: platform.notes,
    onStale: () => mountRefusal(element, 'stale-tab'),
    onBlocked: () => mountRefusal(element, 'upgrade-blocked', exportAnyway),
    openBucket: buckets,
  });
  if (stores.state === 'newer') {
    mountRefusal(element, 'data-newer', exportAnyway);
    return;
  }
  const unjournaled = createRepositories(stores.strict);
  const keeper = createJournalKeeper({ ...platform, now, schema: unjournaled.schemaVersion });
  // Typing is in the journal before the page goes.
  addEventListener('blur', () => void keeper.flush());
  document.addEventListener('visibilitychange', () => void keeper.flush());

  const runner = createLazyRunner(async () => {
    const [{ createRunner }, { browserSandbox }, { frameHtml, starterHash }, { createKeptFiles }] = await Promise.all([
      import('./runner/client.ts'),
      import('./runner/sandbox/browser-sandbox.ts'),
      import('./runner/sandbox/frame.ts'),
      import('./platform/browser/kept-files.ts'),
    ]);
    sandbox.page = frameHtml(await starterHash());
    return createRunner({
      openSandbox: browserSandbox({ doc: document, trustedHtml: (html) => policy.srcdoc(html) }),
      keptFiles: createKeptFiles(globalThis.caches, platform.storage),
    });
  });
  const services = createServices({
    strict: createRepositories(stores.strict, { onCommitted: (changes) => keeper.onCommitted(changes) }),
    unjournaled,
    relaxed: createRepositories(stores.relaxed),
    runner,
    platform,
    now,
    newId: () => newId(),
    tabId,
    bundledCourses: () => bundledCourses,
  });
  const { isAnew, isAsExpected } = stores;
  if (!isAsExpected) {
    // Work is missing: it comes back before anybody looks for it. What it hangs on comes first.
    await services.courses.installBundled();
    await services.recovery.look({ isAnew });
  }
  mountApp(element, { services, platform });
  await services.courses.installBundled();
  // Whatever the first glance did not see.
  if (isAsExpected) await whenIdle(() => services.recovery.look());
}

interface Buckets extends Navigator {
  readonly storageBuckets?: { open(name: string): Promise<{ readonly indexedDB: IDBFactory }> };
}

/** A storage bucket has files of its own, which open when the others do not; not every browser has them. */
function bucketsOf({ storageBuckets }: Buckets): ((name: string) => Promise<IDBFactory>) | null {
  return storageBuckets === undefined ? null : async (name) => (await storageBuckets.open(name)).indexedDB;
}
