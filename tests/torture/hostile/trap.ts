import { createSocket } from 'node:dgram';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** A place on this machine, TCP and UDP, that nobody has any business with. */
export interface Trap {
  /** `127.0.0.1:<port>` */
  readonly address: string;
  /** Another port, to be the browser's proxy: whatever it would fetch from elsewhere comes by here. */
  readonly proxy: string;
  /**
   * Who came since the last call, in words; with a request's first 10,000 characters. What the browser asks its maker
   * for, unasked, is left out, unless `code` speaks of it.
   */
  takeVisits(code?: string): string[];
  close(): Promise<void>;
}

/** No switch silences all of it. */
const CHATTER = /\b(google|googleapis|gvt1|gstatic)\.com\b/;

export async function setTrap(): Promise<Trap> {
  let visits: string[] = [];
  const note = (visit: string): void => void visits.push(visit);
  const [direct, proxy] = await Promise.all([listen('direct', note), listen('proxy', note)]);
  const udp = createSocket('udp4', (message) => note(`udp, ${message.length} bytes: ${message.toString('latin1').slice(0, 10_000)}`));
  await new Promise<void>((resolve) => udp.bind(direct.port, '127.0.0.1', resolve));
  return {
    address: `127.0.0.1:${direct.port}`,
    proxy: `127.0.0.1:${proxy.port}`,
    takeVisits(code = '') {
      const taken = visits.filter((visit) => !CHATTER.test(visit) || CHATTER.test(code));
      visits = [];
      return taken;
    },
    async close() {
      await new Promise<void>((resolve) => udp.close(() => resolve()));
      await Promise.all([direct.close(), proxy.close()]);
    },
  };
}

async function listen(name: string, note: (visit: string) => void): Promise<{ port: number; close(): Promise<void> }> {
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    let body = '';
    request.on('data', (part: Buffer) => (body = (body + part.toString('latin1')).slice(0, 10_000)));
    request.on('end', () => {
      note(`${name}: ${request.method ?? ''} ${request.url ?? ''} ${body}`);
      response.writeHead(200, { 'Access-Control-Allow-Origin': '*', 'Cross-Origin-Resource-Policy': 'cross-origin', 'Content-Type': 'text/javascript' });
      response.end('/* caught */');
    });
    request.on('error', () => undefined);
  });
  server.on('connection', (socket: Socket) => {
    // Who comes to the proxy says for whom; the other is nobody's business at all.
    if (name === 'direct') note('direct: connection');
    socket.on('error', () => undefined);
  });
  server.on('connect', (request, socket) => {
    note(`${name}: CONNECT ${request.url ?? ''}`);
    socket.end('HTTP/1.1 502 Caught\r\n\r\n');
  });
  server.on('upgrade', (request, socket) => {
    note(`${name}: upgrade ${request.url ?? ''}`);
    socket.end('HTTP/1.1 403 Caught\r\n\r\n');
  });
  server.on('clientError', (_, socket) => socket.destroy());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
