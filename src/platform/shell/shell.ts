import type { PageWord, UndoneWord } from './messages.ts';
import { activated, failed, navigated, previousOf, started, undoneRead, type ShellRecord } from './record.ts';
import { idOf, type BuildFile, type Shelf } from './shelf.ts';
import { watchScript } from './watch-start.ts';
import type { PageClient, PageRequest, WorkerScope } from './worker-scope.ts';

const PAGE = 'index.html';
const WATCH = 'start-watch.js';
/** In the address of a page that is sent back to the version before: a fragment alone would not load it anew. */
const ANEW = 'anew';
/** An install and a sweep keep out of each other's way. */
const LOCK = 'hornbook-shell';

/** `scope`: the service worker's own; `build`: the files of the version it came with. */
export function createShell(scope: WorkerScope, shelf: Shelf, build: readonly BuildFile[]) {
  const { clients, location } = scope;
  const home = new URL('./', location.href).href;
  let record: Promise<ShellRecord> | null = null;
  const lists = new Map<string, ReturnType<Shelf['readList']>>();

  /** One after the other, and written before anybody goes by it: a worker may end at any moment. */
  function change(by: (before: ShellRecord | null) => ShellRecord | Promise<ShellRecord>): Promise<ShellRecord> {
    const before: Promise<ShellRecord | null> = (record ?? Promise.reject(new Error('not read'))).catch(() => shelf.readRecord()).catch(() => null);
    record = before.then(async (old) => {
      const now = await by(old);
      if (now !== old) await shelf.writeRecord(now).catch(() => undefined);
      return now;
    });
    return record;
  }
  /** Where nothing is noted (any more), the version this worker came with is served. */
  const changeNoted = (by: (before: ShellRecord) => ShellRecord): Promise<ShellRecord> =>
    change(async (old) => by(old ?? activated(null, await idOf(build), false)));
  const current = (): Promise<ShellRecord> => record ?? changeNoted((old) => old);
  const listOf = (id: string): ReturnType<Shelf['readList']> => {
    const list = lists.get(id) ?? shelf.readList(id);
    lists.set(id, list);
    return list;
  };
  const openPages = (): Promise<readonly PageClient[]> => clients.matchAll({ type: 'window', includeUncontrolled: true });

  async function install(): Promise<void> {
    const id = await idOf(build);
    // One that did not start here is not offered again.
    if ((await shelf.readRecord())?.refused.includes(id) === true) throw new Error(`version ${id} did not start here`);
    await locked(scope, {}, () => shelf.add(id, build));
  }

  async function activate(): Promise<void> {
    const own = await idOf(build);
    await change(async (old) => activated(old, own, old !== null && (await shelf.isWhole(previousOf(old)))));
    await dropWorkbox(scope.caches);
    await clients.claim();
  }

  function answer(event: PageRequest): Promise<Response> | null {
    const { request } = event;
    const url = new URL(request.url);
    if (request.method !== 'GET' || url.origin !== location.origin) return null;
    // Routes are hashes, so a page has one address; a missing file is missing, offline too.
    const isPage = request.mode === 'navigate' && /\/(index\.html)?$/.test(url.pathname);
    if (url.href === home + WATCH) return Promise.resolve(script(watchScript()));
    // Whatever is wrong with the cache, the host may still answer.
    return (isPage ? page(event, url) : file(request, url.href)).catch(() => scope.fetch(request));
  }

  async function page({ request, resultingClientId: id = '' }: PageRequest, url: URL): Promise<Response> {
    // A redirection keeps the fragment: the learner stays where they were.
    if (url.searchParams.has(ANEW)) return Response.redirect(home);
    const isReload = request.isReloadNavigation === true;
    const isOnTrial = (await current()).trial !== null;
    const alive = new Set(isOnTrial ? (await openPages()).map((open) => open.id) : []);
    const { serving, trial, isUndoneUnread } = await changeNoted((old) => navigated(old, { id, isReload, alive, now: Date.now() }));
    const found = await shelf.find(home + PAGE, [await listOf(serving)]);
    if (found === null) return scope.fetch(request);
    // Where an update was undone, whoever comes up first is told.
    return trial === null && !isUndoneUnread ? found : watched(found);
  }

  /** A page of the version before may still be open, and ask for its own. */
  async function file(request: Request, url: string): Promise<Response> {
    const { serving, trial } = await current();
    const found = await shelf.find(url, [await listOf(serving), trial === null ? null : await listOf(trial.previous)]);
    return found ?? scope.fetch(request);
  }

  async function hear(word: PageWord, source: PageClient): Promise<void> {
    switch (word.type) {
      case 'SKIP_WAITING':
        return scope.skipWaiting();
      case 'STARTED': {
        const { isUndoneUnread, serving, trial } = await changeNoted((old) => started(old, source.id));
        if (isUndoneUnread) source.postMessage({ type: 'UNDONE' } satisfies UndoneWord);
        if (trial === null) await sweep(serving);
        return;
      }
      case 'FAILED': {
        const { undonePages } = await changeNoted((old) => failed(old, source.id));
        // Where ids are not told, none is sent back: it gets the version before when it is loaded again.
        if (undonePages.includes(source.id)) await sendBack(undonePages);
        return;
      }
      case 'UNDONE_READ':
        await changeNoted(undoneRead);
    }
  }

  /** Every page that got the version now undone; not those of the version before. */
  async function sendBack(ids: readonly string[]): Promise<void> {
    for (const open of await openPages()) {
      if (!ids.includes(open.id)) continue;
      const url = new URL(open.url);
      url.searchParams.set(ANEW, '');
      // One that has gone meanwhile needs nothing.
      await open.navigate(url.href).catch(() => undefined);
    }
  }

  /** Once a version has started, the others go, unless one is just coming. */
  async function sweep(serving: string): Promise<void> {
    await locked(scope, { ifAvailable: true }, async () => {
      const { installing, waiting } = scope.registration;
      if (installing !== null || waiting !== null) return;
      await shelf.keepOnly([serving]);
    });
  }

  return { install, activate, answer, hear };
}

/** What a version before this service worker kept, which had one of Workbox's making. */
async function dropWorkbox(caches: CacheStorage): Promise<void> {
  const names = (await caches.keys()).filter((name) => name.startsWith('workbox-precache'));
  await Promise.all(names.map((name) => caches.delete(name)));
}

/** Puts the watch before the page's first script. */
async function watched(page: Response): Promise<Response> {
  const html = (await page.text()).replace('<script', `<script src="${WATCH}"></script><script`);
  const headers = new Headers(page.headers);
  for (const name of ['Content-Length', 'Content-Encoding']) headers.delete(name);
  return new Response(html, { headers });
}

const script = (text: string): Response => new Response(text, { headers: { 'Content-Type': 'text/javascript' } });

async function locked(scope: WorkerScope, options: LockOptions, work: () => Promise<void>): Promise<void> {
  const { locks } = scope.navigator;
  if (locks === undefined) return work();
  await locks.request(LOCK, options, (lock) => (lock === null ? undefined : work()));
}
