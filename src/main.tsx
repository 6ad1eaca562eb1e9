import bundledCourses from 'virtual:bundled-courses';
import { mountApp, mountBootError, mountRefusal } from './app/mount.tsx';
import { bringUp } from './boot/bring-up.ts';
import { bucketsOf } from './boot/buckets.ts';
import { placeInUse } from './boot/open-stores.ts';
import packWorker from './boot/pack-worker.ts?worker&url';
import { uuidV7 } from './core/uuid-v7.ts';
import type { PackReader } from './packs/pack/pack-reader.ts';
import { whereItRuns } from './platform/check.ts';
import { createPlatform } from './platform/create-platform.ts';
import journalWorker from './platform/journal/journal-worker.ts?worker&url';
import { createAppPolicy } from './platform/trusted-types.ts';
import { createLazyRunner } from './runner/lazy-runner.ts';
import { localToday } from './services/local-today.ts';

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
  const tabId = uuidV7();
  const isPreview = location.search.startsWith('?preview');
  const now = (): number => Date.now();
  const sandbox = { page: '' };
  const policy = createAppPolicy(globalThis, (html) => html === sandbox.page, ['sw.js', journalWorker, packWorker]);
  const platform = await createPlatform(policy, { isBuilt: import.meta.env.PROD && !isPreview, journalWorker, tabId });
  const exportAnyway = async (): Promise<void> => {
    const { exportAnyway: save } = await import('./boot/export-anyway.ts');
    await save({ platform, now, ...(await placeInUse(platform.notes, buckets)) });
  };
  rescue.exportAnyway = exportAnyway;
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
  const startPackWorker = (): Worker => new Worker(policy.scriptUrl(packWorker), { type: 'module' });
  const openPackReader = async (): Promise<PackReader> => (await import('./boot/pack-reader.ts')).createPackReader(startPackWorker);
  const parts = { runner, platform, now, newId: () => uuidV7(), today: localToday, tabId, openPackReader, onStale: () => mountRefusal(element, 'stale-tab') };
  if (isPreview) {
    await (await import('./boot/preview.ts')).startPreview(element, { ...parts, startPackWorker });
    return;
  }
  const app = await bringUp({
    ...parts,
    bundledCourses: () => bundledCourses,
    onBlocked: () => mountRefusal(element, 'upgrade-blocked', exportAnyway),
    openBucket: buckets,
    onBroken: () => platform.reload(),
    onTrouble(trouble) {
      const kind = trouble.type === 'DiskFull' ? trouble.last : trouble.type;
      void import('./app/mount-notice.tsx').then(({ mountNotice }) => mountNotice(kind));
    },
    onLeaving(listener) {
      addEventListener('blur', listener);
      document.addEventListener('visibilitychange', listener);
    },
  });
  if (app.state === 'newer') {
    mountRefusal(element, 'data-newer', exportAnyway);
    return;
  }
  mountApp(element, { services: app.services, platform });
  app.services.copies.keep();
  await app.finish();
}
