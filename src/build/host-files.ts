import type { HeaderMap } from './policy.ts';

/** Kept for good: their names carry a hash of their contents. */
const HASHED = '/assets/*';
const FOREVER = 'public, max-age=31536000, immutable';
const ASK_EACH_TIME = 'no-cache';

/**
 * The headers as each kind of static host wants them: file name → text. `headers.json` is ours: the desktop shell and
 * the tests read it.
 */
export function hostFiles(headers: HeaderMap): { readonly [name: string]: string } {
  return {
    'headers.json': json({ headers }),
    _headers: netlifyAndCloudflare(headers),
    'vercel.json': vercel(headers),
    'staticwebapp.config.json': azure(headers),
    '.htaccess': apache(headers),
    'nginx-headers.conf': nginx(headers),
    // GitHub Pages would otherwise drop chunks whose names start with an underscore.
    '.nojekyll': '',
  };
}

function netlifyAndCloudflare(headers: HeaderMap): string {
  const lines = Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`);
  return ['/*', ...lines, HASHED, `  Cache-Control: ${FOREVER}`, '/sw.js', `  Cache-Control: ${ASK_EACH_TIME}`, ''].join('\n');
}

function vercel(headers: HeaderMap): string {
  const all = Object.entries(headers).map(([key, value]) => ({ key, value }));
  return json({
    headers: [
      { source: '/(.*)', headers: all },
      { source: '/assets/(.*)', headers: [{ key: 'Cache-Control', value: FOREVER }] },
    ],
  });
}

function azure(headers: HeaderMap): string {
  return json({
    globalHeaders: headers,
    routes: [{ route: HASHED, headers: { 'Cache-Control': FOREVER } }],
    mimeTypes: { '.mjs': 'text/javascript', '.wasm': 'application/wasm', '.webmanifest': 'application/manifest+json' },
  });
}

function apache(headers: HeaderMap): string {
  return [
    'AddType text/javascript .js .mjs',
    'AddType application/wasm .wasm',
    'AddType application/manifest+json .webmanifest',
    'Options -Indexes',
    '<IfModule mod_headers.c>',
    ...Object.entries(headers).map(([name, value]) => `  Header always set ${name} "${value}"`),
    `  Header always set Cache-Control "${ASK_EACH_TIME}"`,
    '</IfModule>',
    '',
  ].join('\n');
}

/** nginx drops inherited `add_header` lines wherever a block adds one of its own: include this in each such block. */
function nginx(headers: HeaderMap): string {
  return [
    '# include this file in the server block; repeat the include in every location that adds a header of its own',
    ...Object.entries(headers).map(([name, value]) => `add_header ${name} "${value}" always;`),
    '',
  ].join('\n');
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
