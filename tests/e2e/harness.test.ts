import { expect, it } from 'vitest';
import { inBrowser, launch } from './browser.ts';
import { serve } from './serve.ts';

inBrowser('the harness', () => {
  it('serves the built app, stops, and starts again on the same port', async () => {
    const server = await serve();
    expect((await fetch(server.url)).status).toBe(200);
    await server.stop();
    await expect(fetch(server.url)).rejects.toThrow();
    await server.start();
    expect((await fetch(server.url)).status).toBe(200);
    await server.stop();
  });

  it('starts a browser that opens the app', async () => {
    const server = await serve();
    const browser = await launch();
    const page = await browser.newPage();
    await page.goto(server.url);
    expect(await page.title()).toContain('Hornbook');
    await browser.close();
    await server.stop();
  });
});
