import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { serveFolder } from '../../../../src/cli/sandbox-page/serve-folder.ts';
import { createMemoryFiles, type KeptFiles } from '../../../../src/core/kept-files.ts';

async function served(kept: KeptFiles | null = null): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'hornbook-serve-'));
  writeFileSync(join(folder, 'index.html'), '<title>page</title>');
  writeFileSync(join(folder, 'headers.json'), JSON.stringify({ headers: { 'X-Policy': 'strict' } }));
  const server = await serveFolder(folder, kept);
  onTestFinished(async () => {
    await server.close();
    rmSync(folder, { recursive: true });
  });
  return server.url;
}

describe('the server of the sandbox page', () => {
  it('answers to no other name than this machine’s: another site may have its own point here', async () => {
    const { port } = new URL(await served());
    const statusFor = (host: string): Promise<number | undefined> =>
      new Promise((resolve, reject) => {
        const asked = request({ host: '127.0.0.1', port, headers: { host } }, (response) => resolve(response.resume().statusCode));
        asked.on('error', reject).end();
      });
    expect(await Promise.all([`127.0.0.1:${port}`, `localhost:${port}`, `evil.example:${port}`, 'localhost.evil.example'].map(statusFor))).toEqual([200, 200, 421, 421]);
  });

  it('answers on this machine alone, with the policy’s headers on everything', async () => {
    const url = await served();
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
    const page = await fetch(url);
    expect(await page.text()).toBe('<title>page</title>');
    expect(page.headers.get('Content-Type')).toBe('text/html; charset=utf-8');
    const missing = await fetch(`${url}no.js`);
    expect([missing.status, page.headers.get('X-Policy'), missing.headers.get('X-Policy')]).toEqual([404, 'strict', 'strict']);
  });

  it('serves nothing outside its folder', async () => {
    expect((await fetch(`${await served()}..%2f..%2fetc/passwd`)).status).toBe(404);
  });

  it('keeps what its pages want to find again, if it is told to', async () => {
    const url = await served(createMemoryFiles());
    expect((await fetch(`${url}kept/python-1`)).status).toBe(404);
    expect((await fetch(`${url}kept/python-1`, { method: 'PUT', body: new Uint8Array([1, 2, 3]) })).status).toBe(204);
    expect(await (await fetch(`${url}kept/`)).json()).toEqual(['python-1']);
    expect(new Uint8Array(await (await fetch(`${url}kept/python-1`)).arrayBuffer())).toEqual(new Uint8Array([1, 2, 3]));
    await fetch(`${url}kept/python-1`, { method: 'DELETE' });
    expect(await (await fetch(`${url}kept/`)).json()).toEqual([]);
    expect((await fetch(`${await served()}kept/`)).status).toBe(404);
  });
});
