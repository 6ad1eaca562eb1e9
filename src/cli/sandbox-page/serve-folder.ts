import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import type { HeaderMap } from '../../build/policy.ts';
import type { KeptFiles } from '../../core/kept-files.ts';

const TYPES: { readonly [extension: string]: string } = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.wasm': 'application/wasm',
  '.zip': 'application/zip',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
};

export interface FolderServer {
  /** `http://127.0.0.1:<port>/` */
  readonly url: string;
  close(): Promise<void>;
}

export interface ServeOptions {
  /** A free one unless given; rejects with EADDRINUSE where another listens on it. */
  readonly port?: number;
  /** Answers what is no file of the build; false: it is not asked for. */
  readonly answer?: (pathname: string, response: ServerResponse) => boolean;
}

/**
 * Serves a build to this machine alone, under the headers that came with it. `kept`: what its pages may keep beneath
 * `/kept/`, each in its own browser and yet all in one place (see `page/main.ts`).
 */
export async function serveFolder(folder: string, kept: KeptFiles | null = null, { port: wanted = 0, answer }: ServeOptions = {}): Promise<FolderServer> {
  const headers = headersOf(folder);
  const server = createServer((request, response) => {
    // Another site may have its name point here, and would be of the same origin.
    if (!/^(?:127\.0\.0\.1|localhost)(?::\d+)?$/.test(request.headers.host ?? '')) {
      response.writeHead(421).end();
      return;
    }
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    // As a URL it has lost every `..`.
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    if (answer?.(pathname, response) === true) return;
    const answered = kept !== null && pathname.startsWith('/kept/') ? keep(kept, pathname.slice(6), request, response) : send(folder, pathname, response);
    answered.catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(wanted, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** The policy's plugin puts them beside the page. */
function headersOf(folder: string): HeaderMap {
  const path = join(folder, 'headers.json');
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as { headers: HeaderMap }).headers : {};
}

async function send(folder: string, pathname: string, response: ServerResponse): Promise<void> {
  const path = pathname.endsWith('/') ? `${pathname}index.html` : pathname;
  const bytes = await readFile(join(folder, path)).catch(() => null);
  if (bytes === null) response.statusCode = 404;
  else response.setHeader('Content-Type', TYPES[extname(path)] ?? 'application/octet-stream');
  response.end(bytes ?? '');
}

async function keep(kept: KeptFiles, name: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method === 'PUT') {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    response.statusCode = (await kept.write(name, new Uint8Array(Buffer.concat(parts)))) ? 204 : 507;
    response.end();
  } else if (request.method === 'DELETE') {
    await kept.remove(name);
    response.statusCode = 204;
    response.end();
  } else if (name === '') {
    response.setHeader('Content-Type', 'application/json');
    response.end(JSON.stringify(await kept.names()));
  } else {
    const bytes = await kept.read(name);
    response.statusCode = bytes === null ? 404 : 200;
    response.end(bytes ?? '');
  }
}
