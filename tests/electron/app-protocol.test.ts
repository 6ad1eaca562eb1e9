import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createAppProtocol } from '../../electron/app-protocol.ts';
import { hostFiles } from '../../src/build/host-files.ts';
import { securityHeaders } from '../../src/build/policy.ts';

const headers = securityHeaders({ inlineScripts: [] });
const SECRET = 'a secret outside the app';

let around: string;
let ask: (path: string, init?: RequestInit) => Promise<Response>;

beforeEach(() => {
  around = mkdtempSync(join(tmpdir(), 'protocol-'));
  const root = join(around, 'dist');
  mkdirSync(join(root, 'assets'), { recursive: true });
  const put = (path: string, text: string): void => writeFileSync(join(around, path), text);
  put('secret.txt', SECRET);
  mkdirSync(join(around, 'dist-other'));
  put('dist-other/secret.txt', SECRET);
  put('dist/index.html', '<!doctype html>home');
  put('dist/headers.json', hostFiles(headers)['headers.json'] ?? '');
  put('dist/assets/a b.js', '0123456789');
  put('dist/assets/engine.wasm', '\0asm');
  put('dist/.htaccess', 'for hosts');
  symlinkSync(join(around, 'secret.txt'), join(root, 'link.txt'));
  symlinkSync(join(around, 'dist-other'), join(root, 'other'));
  symlinkSync(join(root, 'index.html'), join(root, 'inside.html'));
  const answer = createAppProtocol(root);
  ask = (path, init) => answer(new Request(`app://hornbook${path}`, init));
});
afterEach(() => rmSync(around, { recursive: true }));

describe('the app protocol', () => {
  it.each(['/', '', '/?x=1', '/?preview=here', '/#/learn/1', '/index.html', '/inside.html'])('answers %j with the page', async (path) => {
    const response = await ask(path);
    expect([response.status, await response.text()]).toEqual([200, '<!doctype html>home']);
  });

  it('gives files their types, and nosniff holds them to it', async () => {
    const types = await Promise.all(['/', '/assets/a%20b.js', '/assets/engine.wasm', '/headers.json'].map(async (path) => (await ask(path)).headers.get('Content-Type')));
    expect(types).toEqual(['text/html; charset=utf-8', 'text/javascript; charset=utf-8', 'application/wasm', 'application/json; charset=utf-8']);
  });

  it.each([
    ['a file', '/', 200],
    ['a missing file', '/nothing.js', 404],
    ['a refused path', '/..%2fsecret.txt', 403],
    ['a refused method', '/', 405],
  ])('puts every header of the web build on %s', async (_, path, status) => {
    const response = await ask(path, status === 405 ? { method: 'POST', body: 'x' } : {});
    expect(response.status).toBe(status);
    for (const [name, value] of Object.entries(headers)) expect(response.headers.get(name)).toBe(value);
  });

  it.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/.%2e/secret.txt',
    '/assets/../../secret.txt',
    '/assets/%2e%2e/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/..%5csecret.txt',
    '/..\\secret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/%252e%252e/secret.txt',
    '/link.txt',
    '/other/secret.txt',
    '/../dist-other/secret.txt',
    '/secret.txt%00.html',
    '/index.html%00',
    '/%2fetc%2fpasswd',
    '//etc/passwd',
    '/etc/passwd',
    '/C:/Windows/win.ini',
    '/index.html::$DATA',
    '/%ff',
    '/%',
    '/file:///etc/passwd',
  ])('never leaves its folder: %s', async (path) => {
    const response = await ask(path);
    expect([403, 404]).toContain(response.status);
    expect(await response.text()).toBe('');
  });

  it.each(['app://evil/', 'app://hornbook.evil/', 'app://hornbook:81/', 'app://user@hornbook/', 'app://u:p@hornbook/', 'https://hornbook/', 'file:///etc/passwd'])(
    'answers for its own host alone: %s',
    async (address) => {
      // A Request refuses credentials by itself; Electron's need not.
      const request = { url: address, method: 'GET', headers: new Headers() } as Request;
      expect((await createAppProtocol(join(around, 'dist'))(request)).status).toBe(403);
    },
  );

  it.each(['/assets', '/assets/', '/assets//a%20b.js', '/.htaccess', '/nothing.html'])('has no listing and no hidden file: %s', async (path) => {
    expect((await ask(path)).status).toBe(404);
  });

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('refuses %s, and says what it takes', async (method) => {
    const response = await ask('/', { method });
    expect([response.status, response.headers.get('Allow')]).toEqual([405, 'GET, HEAD']);
  });

  it('answers HEAD with the length and no body', async () => {
    const response = await ask('/assets/a%20b.js', { method: 'HEAD' });
    expect([response.status, response.headers.get('Content-Length'), await response.text()]).toEqual([200, '10', '']);
  });

  it.each([
    ['bytes=0-3', 206, '0123', 'bytes 0-3/10'],
    ['bytes=4-', 206, '456789', 'bytes 4-9/10'],
    ['bytes=-2', 206, '89', 'bytes 8-9/10'],
    ['bytes=-99', 206, '0123456789', 'bytes 0-9/10'],
    ['bytes=8-99', 206, '89', 'bytes 8-9/10'],
    ['bytes=10-', 416, '', 'bytes */10'],
    ['bytes=5-4', 416, '', 'bytes */10'],
    ['bytes=-0', 416, '', 'bytes */10'],
    ['bytes=0-1,4-5', 200, '0123456789', null],
    ['lines=1-2', 200, '0123456789', null],
    ['bytes=-', 200, '0123456789', null],
  ])('answers the range %s', async (range, status, body, contentRange) => {
    const response = await ask('/assets/a%20b.js', { headers: { Range: range } });
    expect([response.status, await response.text(), response.headers.get('Content-Range')]).toEqual([status, body, contentRange]);
  });

  it('serves nothing without its headers', async () => {
    rmSync(join(around, 'dist/headers.json'));
    await expect(createAppProtocol(join(around, 'dist'))(new Request('app://hornbook/'))).rejects.toThrow();
    writeFileSync(join(around, 'dist/headers.json'), '{"headers":{}}');
    await expect(createAppProtocol(join(around, 'dist'))(new Request('app://hornbook/'))).rejects.toThrow('no security policy');
  });
});
