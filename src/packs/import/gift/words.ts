import { fenceAfter } from '../../source/split-lesson.ts';
import { htmlToMarkdown, plainToMarkdown } from '../html-to-markdown.ts';
import { cut, trimmed, unescaped, type Span } from './span.ts';

/** How a text is meant, as the mark before it says. `moodle`: plain words in which a tag is a tag all the same. */
export type Format = 'moodle' | 'html' | 'plain' | 'markdown';
/** `blocks` for a text of its own, `words` for what stands in a label. */
export type Form = 'blocks' | 'words';
/** What became of an item on the way, for the report; each once. */
export type Notes = Set<string>;

/** `[html]` and its like; other words in brackets are words. */
export function marked(span: Span, inherited: Format): { readonly format: Format; readonly rest: Span } {
  const rest = trimmed(span);
  const mark = /^\[(moodle|html|plain|markdown)\]/.exec(rest.text);
  return mark === null ? { format: inherited, rest } : { format: mark[1] as Format, rest: trimmed(cut(rest, mark[0].length)) };
}

/** A text of the file, with or without a mark, as Markdown. */
export function markdownOf(span: Span, inherited: Format, form: Form, notes: Notes): string {
  const { format, rest } = marked(span, inherited);
  return toMarkdown(unescaped(rest), format, form, notes);
}

export function toMarkdown(text: string, format: Format, form: Form, notes: Notes): string {
  switch (format) {
    case 'plain':
      return plainToMarkdown(text);
    case 'markdown':
      return withoutPictures(text, notes);
    case 'html':
      return fromHtml(text, form, notes);
    case 'moodle':
      return TAG.test(text) ? fromHtml(autoFormatted(text), form, notes) : plainToMarkdown(text);
  }
}

/** A text of which parts are read for themselves: HTML where it has any. */
export function htmlLike(text: string, format: Format): { readonly text: string; readonly isHtml: boolean } {
  if (format === 'html') return { text, isHtml: true };
  return format === 'moodle' && TAG.test(text) ? { text: autoFormatted(text), isHtml: true } : { text, isHtml: false };
}

function fromHtml(html: string, form: Form, notes: Notes): string {
  const { markdown, lost, images } = htmlToMarkdown(html, { form, imagePath: () => null });
  for (const what of lost) notes.add(`${what} is left out`);
  for (const address of images) noteOfPicture(address, notes);
  return markdown.trim();
}

const noteOfPicture = (address: string, notes: Notes): void => {
  const name = address.split(/[/\\]/).at(-1)?.slice(0, 80) ?? '';
  notes.add(`the picture ${name === '' ? '' : `\`${name}\` `}is left out: a GIFT file carries none`);
};

const NAMES =
  'a|abbr|b|big|blockquote|br|center|cite|code|dd|del|div|dl|dt|em|font|h[1-6]|hr|i|iframe|img|ins|kbd|li|mark|ol|p|pre|q|s|samp|small|span|' +
  'strike|strong|sub|sup|table|tbody|td|tfoot|th|thead|tr|tt|u|ul|var|video|audio';
const TAG = new RegExp(String.raw`<\/?(?:${NAMES})(?:\s[^<>]*)?\/?>|&(?:[a-z]{2,8}|#\d{1,7}|#x[0-9a-f]{1,6});`, 'i');
const NO_TAG = new RegExp(String.raw`<(?!\/?(?:${NAMES})(?:\s[^<>]*)?\/?>|!--)`, 'gi');

/** Line breaks count, but for preformatted text; what only looks like a tag (`<stdio.h>`) is words. */
function autoFormatted(text: string): string {
  let isCode = false;
  const parts = text.replace(NO_TAG, '&lt;').split(/(<\/?pre\b)/i);
  return parts
    .map((part) => {
      if (/^<\/?pre$/i.test(part)) isCode = part.charAt(1) !== '/';
      return isCode ? part : part.replace(/\n/g, '<br>');
    })
    .join('');
}

const PICTURE = /!\[([^\]]{0,500})\](?:\(([^)\s]{0,1000})[^)]{0,500}\)|\[[^\]]{0,500}\])?|<(?:img|picture|video|audio|svg)\b[^>]{0,2000}>?/gi;

/** Markdown stays as it is, but for its pictures, which the file cannot bring along: their words stay. Code is not looked into. */
function withoutPictures(markdown: string, notes: Notes): string {
  let fence: string | null = null;
  const lines = markdown.split('\n').map((line) => {
    const before = fence;
    fence = fenceAfter(fence, line);
    if (before !== null || fence !== null) return line;
    const pieces = line.split(/(`[^`]*`)/);
    return pieces.map((piece, i) => (i % 2 === 1 ? piece : piece.replace(PICTURE, put))).join('');
  });
  return lines.join('\n').trim();

  function put(_: string, words: string | undefined, address: string | undefined): string {
    noteOfPicture(address ?? '', notes);
    return words ?? '';
  }
}
