import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { inBrowser } from './browser.ts';
import { useApp, visit } from './visit.ts';

inBrowser('the policy', () => {
  const app = useApp();

  it('comes with every response', async () => {
    const { headers } = JSON.parse(readFileSync('dist/headers.json', 'utf8')) as { headers: Record<string, string> };
    for (const path of ['', 'index.html', 'sw.js', 'manifest.webmanifest']) {
      const response = await fetch(app.server.url + path);
      for (const [name, value] of Object.entries(headers)) expect([path, name, response.headers.get(name)]).toEqual([path, name, value]);
    }
    expect(headers['Content-Security-Policy']).toContain("default-src 'none'");
    expect(headers['Content-Security-Policy']).not.toMatch(/unsafe-inline|'unsafe-eval'|https?:|\*/);
  });

  it('stands in the page itself too, for hosts that set no headers', async () => {
    const page = await (await fetch(app.server.url)).text();
    expect(page).toMatch(/<meta http-equiv="Content-Security-Policy" content="default-src/);
  });

  it('makes the page cross-origin isolated', async () => {
    const { page } = await visit(app.browser, app.server.url);
    expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
  });

  it('refuses a string wherever a script could hide in it', async () => {
    const { page } = await visit(app.browser, app.server.url);
    const refused = await page.evaluate(async () => {
      // Code run by the devtools protocol may evaluate strings; a task of the page's own may not.
      await new Promise((resolve) => setTimeout(resolve));
      const sinks: Record<string, () => unknown> = {
        innerHTML: () => (document.createElement('p').innerHTML = '<b>x</b>'),
        outerHTML: () => (document.body.appendChild(document.createElement('p')).outerHTML = '<b>x</b>'),
        insertAdjacentHTML: () => document.body.insertAdjacentHTML('beforeend', '<b>x</b>'),
        range: () => document.createRange().createContextualFragment('<b>x</b>'),
        scriptText: () => (document.createElement('script').text = 'x'),
        scriptSource: () => (document.createElement('script').src = 'x.js'),
        srcdoc: () => (document.createElement('iframe').srcdoc = '<b>x</b>'),
        parse: () => new DOMParser().parseFromString('<b>x</b>', 'text/html'),
        evaluate: () => Reflect.apply(Function, null, ['return 1']),
        timer: () => setTimeout('x' as unknown as () => void),
        worker: () => new Worker('x.js'),
        policy: () => trustedTypesOf(window).createPolicy('another', {}),
      };
      return Object.entries(sinks).map(([name, sink]) => {
        try {
          sink();
          return `${name}: went through`;
        } catch (error) {
          return `${name}: ${(error as Error).name}`;
        }
      });
      function trustedTypesOf(w: Window): { createPolicy: (name: string, rules: object) => unknown } {
        return (w as unknown as { trustedTypes: { createPolicy: (name: string, rules: object) => unknown } }).trustedTypes;
      }
    });
    expect(refused.filter((line) => !/: (TypeError|EvalError)$/.test(line))).toEqual([]);
  });

  it('runs no inline script, no handler attribute and nothing from elsewhere', async () => {
    const { page, problems } = await visit(app.browser, app.server.url);
    const ran = await page.evaluate(async () => {
      const marks = window as unknown as { marks: string[] };
      marks.marks = [];
      const script = document.createElement('script');
      script.append('window.marks.push("inline")');
      const image = document.createElement('img');
      image.setAttribute('src', 'nothing-here.png');
      try {
        image.setAttribute('onerror', 'window.marks.push("handler")');
      } catch {
        // Refused already as an attribute.
      }
      document.body.append(script, image);
      const asked = await fetch('https://example.org/').catch(() => null);
      if (asked !== null) marks.marks.push('fetched');
      await new Promise((resolve) => setTimeout(resolve, 300));
      return marks.marks;
    });
    expect(ran).toEqual([]);
    expect(problems.some((problem) => problem.includes('connect-src'))).toBe(true);
  });
});
