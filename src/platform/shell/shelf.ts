import { sha256OfText } from '../../core/digest.ts';
import type { ShellRecord } from './record.ts';

/** One file of a build: its address beneath the page, and what tells its bytes from others under the same name. */
export interface BuildFile {
  readonly url: string;
  /** Null where the name itself carries a hash. */
  readonly revision: string | null;
}
/** A version's files: address → key in the cache. */
type FileList = Readonly<Record<string, string>>;

export interface ShelfScope {
  readonly caches: CacheStorage;
  /** Addresses are told from here: that of the service worker. */
  readonly base: string;
  readonly fetch: (request: Request) => Promise<Response>;
}

/** All versions' files, each once: what two versions share is stored under one key. */
const FILES = 'hornbook-shell-files';
/** Which version has which files, and the record. Cache Storage outlives a damaged IndexedDB. */
const NOTES = 'hornbook-shell-notes';
const RECORD = 'record';
const LIST = 'list-';
const AT_ONCE = 4;

export type Shelf = ReturnType<typeof createShelf>;

/** Where the service worker keeps versions of the app. */
export function createShelf({ caches, base, fetch }: ShelfScope) {
  const address = (path: string): string => new URL(path, base).href;
  const files = (): Promise<Cache> => caches.open(FILES);
  const noteAt = (name: string): string => address(`shell-note/${name}`);

  async function read(name: string): Promise<unknown> {
    const found = await (await caches.open(NOTES)).match(noteAt(name));
    // What cannot be read is as good as not there: the version whose worker runs is then served.
    return found?.json().catch(() => null) ?? null;
  }
  async function write(name: string, value: unknown): Promise<void> {
    await (await caches.open(NOTES)).put(noteAt(name), new Response(JSON.stringify(value)));
  }
  const readList = async (id: string): Promise<FileList | null> => (await read(LIST + id)) as FileList | null;
  const listIds = async (): Promise<string[]> => {
    const names = (await (await caches.open(NOTES)).keys()).map(({ url }) => url.slice(noteAt('').length));
    return names.filter((name) => name.startsWith(LIST)).map((name) => name.slice(LIST.length));
  };

  return {
    readRecord: async () => (await read(RECORD)) as ShellRecord | null,
    writeRecord: (record: ShellRecord) => write(RECORD, record),
    readList,

    /** Fetches what is not there yet. Rejects where one file cannot be had: what came stays for the next try. */
    async add(id: string, build: readonly BuildFile[]): Promise<void> {
      const list = Object.fromEntries(build.map((file) => [address(file.url), keyOf(address(file.url), file.revision)]));
      // First, so that nothing of it is swept away meanwhile.
      await write(LIST + id, list);
      const cache = await files();
      const there = new Set((await cache.keys()).map(({ url }) => url));
      const missing = Object.entries(list).filter(([, key]) => !there.has(key));
      const next = async (): Promise<void> => {
        for (let file = missing.shift(); file !== undefined; file = missing.shift()) {
          const [url, key] = file;
          // Past the browser's own cache, unless the name tells the bytes.
          await cache.put(key, plain(await fetch(new Request(url, { cache: key === url ? 'default' : 'reload', credentials: 'same-origin' }))));
        }
      };
      await Promise.all(Array.from({ length: AT_ONCE }, next));
    },

    /** The file at `url`, as the first of these versions that has it. */
    async find(url: string, lists: readonly (FileList | null)[]): Promise<Response | null> {
      const key = lists.find((list) => list?.[url] !== undefined)?.[url];
      return key === undefined ? null : ((await (await files()).match(key, { ignoreVary: true })) ?? null);
    },

    /** True where every file of a version is there. */
    async isWhole(id: string): Promise<boolean> {
      const list = await readList(id);
      if (list === null) return false;
      const there = new Set((await (await files()).keys()).map(({ url }) => url));
      return Object.values(list).every((key) => there.has(key));
    },

    /** Drops every version but these, and each file that none of these has. */
    async keepOnly(ids: readonly string[]): Promise<void> {
      const stale = (await listIds()).filter((id) => !ids.includes(id));
      if (stale.length === 0) return;
      const kept = new Set((await Promise.all(ids.map(readList))).flatMap((list) => Object.values(list ?? {})));
      const cache = await files();
      for (const request of await cache.keys()) if (!kept.has(request.url)) await cache.delete(request);
      // Last, so that a sweep cut short begins again.
      const notes = await caches.open(NOTES);
      for (const id of stale) await notes.delete(noteAt(LIST + id));
    },
  };
}

/** A version is its files: the same files are the same version. */
export async function idOf(build: readonly BuildFile[]): Promise<string> {
  const text = JSON.stringify(build.map(({ url, revision }) => [url, revision]).sort());
  return (await sha256OfText(text)).slice(0, 16);
}

function keyOf(url: string, revision: string | null): string {
  if (revision === null) return url;
  const key = new URL(url);
  key.searchParams.set('revision', revision);
  return key.href;
}

/** @throws unless the file came whole. A response that was redirected may not answer for a page. */
function plain(response: Response): Response {
  if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
  if (!response.redirected) return response;
  const { status, statusText, headers } = response;
  return new Response(response.body, { status, statusText, headers });
}
