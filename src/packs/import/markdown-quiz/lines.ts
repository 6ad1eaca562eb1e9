import { fenceAfter } from '../../source/split-lesson.ts';

export interface Line {
  readonly text: string;
  /** Inside a fence, or one of its two marks. */
  readonly isCode: boolean;
  /** 1 to 6 for a heading; 0 for none. */
  readonly heading: number;
  /** Its words where it is a heading. */
  readonly title: string;
  /** Within a `<details>` element. */
  readonly isHidden: boolean;
}

const MARKER = /^\s*(?:[-*+]\s+|\d{1,4}[.)]\s+)?(?:\[[ xX]?\]\s+)?/;
/** A heading that so plainly begins a question that no code block goes on beyond it: somebody forgot to close it. */
const PLAIN_START = /^#{3,6}\s+(?:Q(?:uestion)?\s?)?\d{1,4}[.):]\s/i;

/** A Markdown file line by line, its front matter left out. */
export function readLines(text: string): Line[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n?|\n/);
  const end = lines[0]?.trimEnd() === '---' ? lines.findIndex((line, at) => at > 0 && at < 200 && line.trimEnd() === '---') : -1;
  let fence: string | null = null;
  let depth = 0;
  return lines.slice(end + 1).map((line) => {
    if (fence !== null && PLAIN_START.test(line)) fence = null;
    const before: string | null = fence;
    fence = fenceAfter(fence, before === null ? line.replace(MARKER, '') : line.trimStart());
    const isCode = before !== null || fence !== null;
    const isHidden = depth > 0;
    if (!isCode) depth = Math.max(0, depth + count(line, /<details\b/gi) - count(line, /<\/details\b/gi));
    const found = isCode ? null : /^ {0,3}(#{1,6})(?:\s+(?=\S)|(?=[Q\d]))/.exec(line);
    const title = found === null ? '' : line.slice(found[0].length).replace(/#+\s{0,9}$/, '').trim();
    return { text: line, isCode, heading: title === '' ? 0 : (found?.[1] ?? '').length, title, isHidden };
  });
}

const count = (text: string, what: RegExp): number => text.match(what)?.length ?? 0;

export const isRule = (line: string): boolean => /^ {0,3}(?:(?:-[ \t]?){3,}|(?:\*[ \t]?){3,}|(?:_[ \t]?){3,})$/.test(line.trimEnd());

/** The words of a line without its marks: what is compared, never what is shown. */
export const bare = (text: string): string =>
  text
    .replace(/<!--|-->|<\/?[a-z][^<>]{0,300}>/gi, ' ')
    .replace(/\\(?=[^\w\s])/g, '')
    .replace(/[*`~]|(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
