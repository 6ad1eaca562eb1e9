import { fail, ok, type Result } from '../../../core/result.ts';
import { badXmlWords, parseXml, type XmlElement } from '../xml-tree.ts';
import { plainNames } from './qti-names.ts';

/** Path inside the package, with `/` → bytes. */
export type PackageFiles = { readonly [path: string]: Uint8Array };

export interface QtiFile {
  /** By the names of QTI 2.x, whichever version it has. */
  readonly root: XmlElement;
  readonly isThird: boolean;
}
export interface Unread {
  readonly type: 'Unread';
  readonly why: string;
  readonly line: number | null;
}

/** Most characters of one XML file. */
const LONGEST = 20_000_000;

export function parseQti(text: string): Result<QtiFile, Unread> {
  if (text.length > LONGEST) return fail({ type: 'Unread', why: 'the file is too large to be an item', line: null });
  const parsed = parseXml(text);
  if (!parsed.ok) return fail({ type: 'Unread', why: badXmlWords(parsed.error), line: parsed.error.line });
  return ok({ root: plainNames(parsed.value), isThird: parsed.value.name.startsWith('qti-') });
}

export function readQti(files: PackageFiles, path: string): Result<QtiFile, Unread> {
  const bytes = Object.hasOwn(files, path) ? files[path] : undefined;
  if (bytes === undefined) return fail({ type: 'Unread', why: `\`${path}\` is not in the package`, line: null });
  const text = decoded(bytes);
  return text === null ? fail({ type: 'Unread', why: `\`${path}\` is no text in its encoding`, line: null }) : parseQti(text);
}

/** By its byte order mark, else by what the file says of itself, else UTF-8. */
function decoded(bytes: Uint8Array): string | null {
  const head = String.fromCharCode(...bytes.subarray(0, 200));
  const named = /^\s*<\?xml[^>]*encoding=["']([\w.-]+)["']/.exec(head)?.[1] ?? 'utf-8';
  const encoding = head.startsWith('\xff\xfe') ? 'utf-16le' : head.startsWith('\xfe\xff') ? 'utf-16be' : /^utf-?16/i.test(named) ? 'utf-8' : named;
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** A relative address in `from`, as a path of the package; null where it leads out of it. */
export function resolved(from: string, href: string): string | null {
  if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(href)) return null;
  const path = unescaped(href.replace(/[?#].*$/s, '').replaceAll('\\', '/'));
  const parts = path.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const part of path.split('/')) {
    if (part === '..') {
      if (parts.pop() === undefined) return null;
    } else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

function unescaped(href: string): string {
  try {
    return decodeURIComponent(href);
  } catch {
    return href;
  }
}
