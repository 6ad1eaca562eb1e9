import { createServer, type Server } from 'node:http';

/** A proxy that lets nothing through and remembers who was asked for: `host:port` or an address. */
export interface Doorman {
  readonly url: string;
  readonly asked: string[];
  close(): Promise<void>;
}

/**
 * Behind it the browser reaches only what by-passes the proxy, that is the app's own port; every other attempt, from a
 * page, a frame, a worker or the browser itself, is written down here, whether or not a devtools event tells of it.
 */
export async function doorman(): Promise<Doorman> {
  const asked: string[] = [];
  const server: Server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.writeHead(502).end();
  });
  server.on('connect', (request, socket) => {
    asked.push(request.url ?? '');
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const close = (): Promise<void> => new Promise((resolve) => void server.close(() => resolve()));
  return { url: `http://127.0.0.1:${port}`, asked, close };
}
