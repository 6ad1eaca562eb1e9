import { describe, expect, it, vi, type Mock } from 'vitest';
import { createShelf, type BuildFile } from '../../../../src/platform/shell/shelf.ts';
import { createShell } from '../../../../src/platform/shell/shell.ts';
import type { PageRequest, WorkerScope } from '../../../../src/platform/shell/worker-scope.ts';
import { createFakeLocks } from '../browser/fake-locks.ts';
import { createFakeCaches } from './fake-caches.ts';

const HOME = 'https://school.example/learn/';
const build = (n: number): BuildFile[] => [
  { url: 'index.html', revision: `r${n}` },
  { url: `assets/index-${n}.js`, revision: null },
  { url: 'assets/engine.wasm', revision: null },
];

describe('the service worker', () => {
  it('serves its version with no network, and passes by what it does not have', async () => {
    const { version, host } = setUp();
    const one = await version(1);
    host.isThere = false;
    expect(await one.open('a')).toBe('<html><script>1</script></html>');
    expect(await one.get('assets/index-1.js')).toBe('1');
    await expect(one.get('assets/none.js')).rejects.toThrow('no network');
    expect(one.shell.answer(request('https://elsewhere.example/'))).toBeNull();
    expect(one.shell.answer(request(HOME, { method: 'POST' }))).toBeNull();
  });

  it('puts the watch into a page of a new version until one has started, and then drops the version before', async () => {
    const { version, caches } = setUp();
    const one = await version(1);
    await one.open('a');
    const two = await version(2);
    expect(await two.open('b')).toBe('<html><script src="start-watch.js"></script><script>2</script></html>');
    expect(await two.get('start-watch.js')).toContain('STARTED');
    expect(await two.get('assets/index-1.js')).toBe('1');
    await two.hear('STARTED', 'b');
    expect(await two.open('c')).toBe('<html><script>2</script></html>');
    expect(await two.has('assets/index-1.js')).toBe(false);
    expect((await (await caches.open('hornbook-shell-files')).keys()).length).toBe(3);
  });

  it('sends every page of a version that does not start back to the one before, where they were', async () => {
    const { version, pages } = setUp();
    const one = await version(1);
    await one.open('old');
    const two = await version(2);
    await two.open('b');
    await two.open('c', '#/lesson/7');
    await two.hear('FAILED', 'b');
    expect(pages.get('old')?.navigate).not.toHaveBeenCalled();
    expect(pages.get('b')?.navigate).toHaveBeenCalledWith(`${HOME}?anew=`);
    expect(pages.get('c')?.navigate).toHaveBeenCalledWith(`${HOME}?anew=#/lesson/7`);
    const back = await two.shell.answer(request(`${HOME}?anew=`, { mode: 'navigate' }));
    expect([back?.status, back?.headers.get('Location')]).toEqual([302, HOME]);
  });

  it('tells of the undoing until it is read, refuses that version, and takes a later one', async () => {
    const { version, pages } = setUp();
    await version(1);
    const two = await version(2);
    await two.open('b');
    await two.hear('FAILED', 'b');
    expect(await two.open('back')).toContain('<script>1<');
    await two.hear('STARTED', 'back');
    expect(pages.get('back')?.postMessage).toHaveBeenCalledWith({ type: 'UNDONE' });
    await two.hear('UNDONE_READ', 'back');
    expect(await two.open('again')).toBe('<html><script>1</script></html>');
    await expect(version(2)).rejects.toThrow('did not start here');
    const three = await version(3);
    expect(await three.open('d')).toContain('<script>3<');
  });

  it('goes by what was written, not by what an earlier worker had in mind', async () => {
    const { version, again } = setUp();
    await version(1);
    const two = await version(2);
    await two.open('b');
    const woken = again(2);
    await woken.hear('FAILED', 'b');
    expect(await again(2).open('c')).toContain('<script>1<');
  });

  it('drops nothing while another version is coming', async () => {
    const { version, registration } = setUp();
    await version(1);
    const two = await version(2);
    registration.waiting = {};
    await two.open('b');
    await two.hear('STARTED', 'b');
    expect(await two.has('assets/index-1.js')).toBe(true);
  });
});

function request(url: string, parts: { mode?: string; method?: string } = {}, id = ''): PageRequest {
  const { mode = 'cors', method = 'GET' } = parts;
  // Nobody but a browser may make a request that navigates.
  const made = { url, method, mode } as PageRequest['request'];
  return { request: made, resultingClientId: id, respondWith: () => undefined, waitUntil: () => undefined };
}

interface FakePage {
  readonly id: string;
  readonly url: string;
  readonly navigate: Mock<(url: string) => Promise<void>>;
  readonly postMessage: Mock<(message: unknown) => void>;
}

function setUp() {
  const caches = createFakeCaches();
  const pages = new Map<string, FakePage>();
  const host = { isThere: true, number: 1 };
  const registration: { installing: unknown; waiting: unknown } = { installing: null, waiting: null };
  const fetch = ({ url }: Request): Promise<Response> => {
    if (!host.isThere) return Promise.reject(new TypeError('no network'));
    return Promise.resolve(new Response(url.endsWith('.html') ? `<html><script>${host.number}</script></html>` : String(host.number)));
  };
  const scope: WorkerScope = {
    caches,
    clients: { claim: () => Promise.resolve(), matchAll: () => Promise.resolve([...pages.values()]) },
    location: { href: `${HOME}sw.js`, origin: new URL(HOME).origin },
    navigator: { locks: createFakeLocks() },
    registration,
    fetch,
    skipWaiting: () => Promise.resolve(),
    addEventListener: () => undefined,
  };
  /** A worker of a version that came in earlier, woken anew. */
  const again = (number: number) => {
    const shelf = createShelf({ caches, base: scope.location.href, fetch });
    const shell = createShell(scope, shelf, build(number));
    const get = async (path: string): Promise<string> => (await shell.answer(request(HOME + path)))?.text() ?? '';
    return {
      shell,
      get,
      open: async (id: string, hash = ''): Promise<string> => {
        pages.set(id, { id, url: HOME + hash, navigate: vi.fn(() => Promise.resolve()), postMessage: vi.fn() });
        return (await shell.answer(request(HOME, { mode: 'navigate' }, id)))?.text() ?? '';
      },
      has: async (path: string): Promise<boolean> =>
        (await (await caches.open('hornbook-shell-files')).match(HOME + path)) !== undefined,
      hear: (type: 'STARTED' | 'FAILED' | 'UNDONE_READ', id: string): Promise<void> => {
        const page = pages.get(id);
        return page === undefined ? Promise.reject(new Error(`no page ${id}`)) : shell.hear({ type }, page);
      },
    };
  };
  /** Installs and lets in. */
  const version = async (number: number) => {
    host.number = number;
    const worker = again(number);
    await worker.shell.install();
    await worker.shell.activate();
    return worker;
  };
  return { caches, pages, host, registration, again, version };
}
