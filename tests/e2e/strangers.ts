import { createServer, type Server } from 'node:http';

/** A proxy that lets nothing through and remembers who was asked for: `host:port` or an address. */
export interface Doorman {
  readonly url: string;
  readonly asked: string[];
  close(): Promise<void>;
}

/** Services that Chromium, Chrome and Edge ask of their own accord, whatever the page: kept exact, for fonts are there too. */
const BROWSERS_OWN =
  /^(https?:\/\/)?((update|content-autofill|optimizationguide-pa|safebrowsing|safebrowsingohttpgateway|android\.clients)\.googleapis\.com|accounts\.google\.com|clients\d\.google\.com|(edge|config\.edge|msedge\.api\.cdp)\.(microsoft|skype)\.com)[:/]/;

/**
 * Behind it the browser reaches only what by-passes the proxy, that is the app's own port; every other attempt, from a
 * page, a frame, a worker or the browser itself, is written down here, whether or not a devtools event tells of it.
 */
export async function doorman(): Promise<Doorman> {
  const asked: string[] = [];
  const note = (address = ''): void => {
    if (!BROWSERS_OWN.test(address)) asked.push(address);
  };
  const server: Server = createServer((request, response) => {
    note(request.url);
    response.writeHead(502).end();
  });
  server.on('connect', (request, socket) => {
    note(request.url);
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const close = (): Promise<void> => new Promise((resolve) => void server.close(() => resolve()));
  return { url: `http://127.0.0.1:${port}`, asked, close };
}
