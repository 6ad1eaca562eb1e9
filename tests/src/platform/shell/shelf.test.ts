import { describe, expect, it } from 'vitest';
import { createShelf, idOf, type BuildFile } from '../../../../src/platform/shell/shelf.ts';
import { createFakeCaches } from './fake-caches.ts';

const BASE = 'https://school.example/learn/sw.js';
const at = (path: string): string => new URL(path, BASE).href;
const engine = { url: 'assets/engine-1a2b.wasm', revision: null };
const v1: BuildFile[] = [{ url: 'index.html', revision: 'one' }, { url: 'assets/index-1.js', revision: null }, engine];
const v2: BuildFile[] = [{ url: 'index.html', revision: 'two' }, { url: 'assets/index-2.js', revision: null }, engine];

describe('the shelf', () => {
  it('fetches what two versions share only once, and what has no hash in its name past the browser’s cache', async () => {
    const { shelf, asked } = setUp();
    await shelf.add('v1', v1);
    expect(asked.splice(0).sort()).toEqual([
      `default ${at('assets/engine-1a2b.wasm')}`,
      `default ${at('assets/index-1.js')}`,
      `reload ${at('index.html')}`,
    ]);
    await shelf.add('v2', v2);
    expect(asked.sort()).toEqual([`default ${at('assets/index-2.js')}`, `reload ${at('index.html')}`]);
  });

  it('finds a file as the version asked for has it, else as the next', async () => {
    const { shelf, host } = setUp();
    await shelf.add('v1', v1);
    host.text = 'newer';
    await shelf.add('v2', v2);
    const [one, two] = await Promise.all(['v1', 'v2'].map(shelf.readList));
    const read = async (path: string): Promise<string | undefined> => (await shelf.find(at(path), [two ?? null, one ?? null]))?.text();
    expect(await read('index.html')).toBe('newer');
    expect(await read('assets/index-1.js')).toBe('older');
    expect(await read('assets/none.js')).toBeUndefined();
  });

  it('is not whole, and says so, where one file cannot be had; what came is not fetched again', async () => {
    const { shelf, asked, host } = setUp();
    host.missing = at('assets/index-1.js');
    await expect(shelf.add('v1', v1)).rejects.toThrow('404');
    expect(await shelf.isWhole('v1')).toBe(false);
    expect(await shelf.isWhole('v0')).toBe(false);
    await new Promise((resolve) => setTimeout(resolve, 20));
    host.missing = '';
    asked.length = 0;
    await shelf.add('v1', v1);
    expect(asked).toEqual([`default ${at('assets/index-1.js')}`]);
    expect(await shelf.isWhole('v1')).toBe(true);
  });

  it('drops a version with all that is its alone', async () => {
    const { shelf, caches } = setUp();
    await shelf.add('v1', v1);
    await shelf.add('v2', v2);
    await shelf.keepOnly(['v2']);
    const keys = (await (await caches.open('hornbook-shell-files')).keys()).map(({ url }) => url).sort();
    expect(keys).toEqual([at('assets/engine-1a2b.wasm'), at('assets/index-2.js'), at('index.html?revision=two')]);
    expect([await shelf.isWhole('v1'), await shelf.isWhole('v2')]).toEqual([false, true]);
  });

  it('has no record where none was written, or where it is damaged', async () => {
    const { shelf, caches } = setUp();
    expect(await shelf.readRecord()).toBeNull();
    const record = { serving: 'v1', trial: null, refused: [], undonePages: [], isUndoneUnread: false };
    await shelf.writeRecord(record);
    expect(await shelf.readRecord()).toEqual(record);
    await (await caches.open('hornbook-shell-notes')).put(at('shell-note/record'), new Response('{"serv'));
    expect(await shelf.readRecord()).toBeNull();
  });
});

it('a version is its files, in any order', async () => {
  expect(await idOf([...v1].reverse())).toBe(await idOf(v1));
  expect(await idOf(v2)).not.toBe(await idOf(v1));
});

function setUp() {
  const caches = createFakeCaches();
  const asked: string[] = [];
  const host = { text: 'older', missing: '' };
  const fetch = (request: Request): Promise<Response> => {
    asked.push(`${request.cache} ${request.url}`);
    return Promise.resolve(new Response(host.text, { status: request.url === host.missing ? 404 : 200 }));
  };
  return { caches, asked, host, shelf: createShelf({ caches, base: BASE, fetch }) };
}
