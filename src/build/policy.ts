import { createHash } from 'node:crypto';

/** What a response carries beside its bytes: header name → value, in the order they are written out. */
export type HeaderMap = { readonly [name: string]: string };

export interface PolicyInput {
  /** The inline scripts that may run: the text between their tags, to the byte (the sandbox's starter). */
  readonly inlineScripts: readonly string[];
  /** Dev server only: marks what Vite injects (React's refresh preamble, styles as `<style>`). */
  readonly nonce?: string;
}

/** Names of the Trusted Types policies in use: ours, DOMPurify's, and the starter's inside the sandbox frame. */
const TRUSTED_TYPES = 'app dompurify runner';

/**
 * The security policy, its one source: page meta, dev and preview servers, header files for hosts and the desktop
 * shell all take it from here. The sandbox's srcdoc inherits it, hence the starter's hash and `worker-src blob:`.
 */
export function contentSecurityPolicy({ inlineScripts, nonce }: PolicyInput): string {
  const marked = nonce === undefined ? [] : [`'nonce-${nonce}'`];
  return directivesToText([
    ['default-src', "'none'"],
    ['script-src', "'self'", "'wasm-unsafe-eval'", ...inlineScripts.map(hashSource), ...marked],
    ['worker-src', "'self'", 'blob:'],
    ['connect-src', "'self'"],
    ['img-src', "'self'", 'data:', 'blob:'],
    ['style-src', "'self'", ...marked],
    ['font-src', "'self'"],
    ['manifest-src', "'self'"],
    ['frame-src', "'self'"],
    ['frame-ancestors', "'none'"],
    ['base-uri', "'none'"],
    ['form-action', "'none'"],
    ['require-trusted-types-for', "'script'"],
    ['trusted-types', TRUSTED_TYPES],
  ]);
}

/** The same policy for a `<meta>`, where `frame-ancestors` is ignored with a console error, so it is left out. */
export function metaPolicy(input: PolicyInput): string {
  return contentSecurityPolicy(input)
    .split('; ')
    .filter((directive) => !directive.startsWith('frame-ancestors'))
    .join('; ');
}

/** Every header of every response. COOP and COEP together make the page cross-origin isolated. */
export function securityHeaders(input: PolicyInput): HeaderMap {
  return {
    'Content-Security-Policy': contentSecurityPolicy(input),
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Embedder-Policy': 'require-corp',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Permissions-Policy': deniedPermissions.map((name) => `${name}=()`).join(', '),
  };
}

/** `clipboard-write` is not among them: the error report is copied with it. */
const deniedPermissions = [
  'accelerometer',
  'autoplay',
  'browsing-topics',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'hid',
  'idle-detection',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'usb',
  'xr-spatial-tracking',
];

/** A script's hash as a CSP source, of its UTF-8 bytes. */
export function hashSource(script: string): string {
  return `'sha256-${createHash('sha256').update(script, 'utf8').digest('base64')}'`;
}

function directivesToText(directives: readonly (readonly string[])[]): string {
  return directives.map((parts) => parts.join(' ')).join('; ');
}
