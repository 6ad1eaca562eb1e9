import { fenceAfter } from '../../source/split-lesson.ts';

export interface LiaLine {
  readonly text: string;
  readonly isCode: boolean;
}

export interface LiaFile {
  /** The comment at its head, line by line: `key: value`. */
  readonly header: { readonly [key: string]: string };
  readonly lines: readonly LiaLine[];
}

/** Its header, and its lines without comments; null: the header never ends. */
export function readLia(text: string): LiaFile | null {
  const whole = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const opening = /^\s*<!--/.exec(whole);
  const end = opening === null ? 0 : whole.indexOf('-->', opening[0].length);
  if (end < 0) return null;
  const header = opening === null ? '' : whole.slice(opening[0].length, end);
  return { header: headerOf(header), lines: linesOf(whole.slice(opening === null ? 0 : end + 3)) };
}

function headerOf(comment: string): { readonly [key: string]: string } {
  const found = new Map<string, string>();
  let isMacro = false;
  for (const line of comment.split('\n')) {
    if (/^\s*@\w/.test(line)) isMacro = !/^\s*@end\b/.test(line) && !/^\s*@[\w.]+\s*:/.test(line);
    const pair = isMacro ? null : /^\s{0,8}([A-Za-z_]\w{0,30})\s?:\s?(.*)$/.exec(line);
    const key = pair?.[1]?.toLowerCase();
    if (key !== undefined && !found.has(key)) found.set(key, (pair?.[2] ?? '').trim());
  }
  return Object.fromEntries(found);
}

function linesOf(body: string): LiaLine[] {
  const lines: LiaLine[] = [];
  let fence: string | null = null;
  let isComment = false;
  for (const raw of body.split('\n')) {
    if (isComment) {
      const end = raw.indexOf('-->');
      isComment = end < 0;
      lines.push({ text: end < 0 ? '' : raw.slice(end + 3), isCode: false });
      continue;
    }
    const before: string | null = fence;
    fence = fenceAfter(fence, raw.replace(/^[\s>]+/, ''));
    if (before !== null || fence !== null) {
      lines.push({ text: raw, isCode: true });
      continue;
    }
    // Pieces of a line between comments; the last may begin one that goes on.
    const open = raw.lastIndexOf('<!--');
    isComment = open >= 0 && !raw.includes('-->', open) && !raw.slice(0, open).includes('`');
    const text = (isComment ? raw.slice(0, open) : raw).replace(/<!--(?:(?!-->).){0,2000}-->/g, '');
    lines.push({ text, isCode: false });
  }
  return lines;
}
