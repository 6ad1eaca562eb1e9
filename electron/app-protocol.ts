import { readFile, realpath, stat } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { APP_HOST, APP_SCHEME } from './security.ts';

type Headers = { readonly [name: string]: string };

/**
 * Answers `app://hornbook/…` from the folder of the built app, and from nowhere else. Every answer, an error too,
 * carries the headers of the web build (`headers.json` in that folder). Without that file nothing is served.
 * @param root the built app's folder
 */
export function createAppProtocol(root: string): (request: Request) => Promise<Response> {
  let headersRead: Promise<Headers> | null = null;
  return async (request) => {
    headersRead ??= readHeaders(root);
    const headers = await headersRead;
    const refuse = (status: number, more: Headers = {}): Response =>
      new Response(null, { status, headers: { ...headers, ...more } });

    if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405, { Allow: 'GET, HEAD' });
    const path = requestedPath(request.url);
    if (path === null) return refuse(403);
    const found = await findFile(root, path);
    if (typeof found === 'number') return refuse(found);
    return answer(request, found, headers);
  };
}

/** Path segments below the root, or null for an address that is not a plain path on our own host. */
function requestedPath(address: string): readonly string[] | null {
  const url = new URL(address);
  if (url.protocol !== `${APP_SCHEME}:` || url.host !== APP_HOST || url.username !== '' || url.password !== '') return null;
  const segments: string[] = [];
  for (const raw of url.pathname.slice(1).split('/')) {
    const segment = decode(raw);
    if (segment === null || !isPlainName(segment)) return null;
    segments.push(segment);
  }
  return segments;
}

/** After decoding: no way up, no separator of any system, no drive or stream, no NUL. Empty only as in `/`. */
function isPlainName(segment: string): boolean {
  return segment !== '.' && segment !== '..' && !/[/\\:\0]/.test(segment);
}

function decode(segment: string): string | null {
  try {
    return decodeURIComponent(segment);
  } catch {
    return null;
  }
}

/** The real file, or the status that says why not. A link that leads out of the folder is refused, not followed. */
async function findFile(root: string, path: readonly string[]): Promise<string | 403 | 404> {
  const isHome = path.length === 1 && path[0] === '';
  // Dot files are for hosts (`.htaccess`); an empty name asks for a folder's listing.
  if (!isHome && path.some((segment) => segment === '' || segment.startsWith('.'))) return 404;
  try {
    const home = await realpath(root);
    const file = await realpath(join(home, ...(isHome ? ['index.html'] : path)));
    if (!file.startsWith(home + sep)) return 403;
    return (await stat(file)).isFile() ? file : 404;
  } catch {
    return 404;
  }
}

async function answer(request: Request, file: string, headers: Headers): Promise<Response> {
  const bytes = await readFile(file);
  const all = { ...headers, 'Content-Type': mimeType(file), 'Accept-Ranges': 'bytes', 'Cache-Control': 'no-cache' };
  const range = rangeOf(request.headers.get('Range'), bytes.length);
  if (range === 'unsatisfiable') {
    return new Response(null, { status: 416, headers: { ...all, 'Content-Range': `bytes */${bytes.length}` } });
  }
  const part = range === null ? bytes : bytes.subarray(range.from, range.to + 1);
  return new Response(request.method === 'HEAD' ? null : new Uint8Array(part), {
    status: range === null ? 200 : 206,
    headers: {
      ...all,
      'Content-Length': String(part.length),
      ...(range === null ? {} : { 'Content-Range': `bytes ${range.from}-${range.to}/${bytes.length}` }),
    },
  });
}

/** One range of bytes, both ends included. Several ranges, or another unit, are answered with the whole (RFC 9110). */
function rangeOf(header: string | null, size: number): { from: number; to: number } | 'unsatisfiable' | null {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? '');
  if (match === null || (match[1] === '' && match[2] === '')) return null;
  const [first, last] = [match[1] ?? '', match[2] ?? ''];
  const from = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const to = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1);
  return from > to || from >= size ? 'unsatisfiable' : { from, to };
}

const MIME_TYPES: Headers = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.zip': 'application/zip',
  '.txt': 'text/plain; charset=utf-8',
};

const mimeType = (file: string): string => MIME_TYPES[extname(file).toLowerCase()] ?? 'application/octet-stream';

async function readHeaders(root: string): Promise<Headers> {
  const { headers } = JSON.parse(await readFile(join(root, 'headers.json'), 'utf8')) as { headers: Headers };
  if (headers['Content-Security-Policy'] === undefined) throw new Error('headers.json has no security policy');
  return headers;
}
