import { htmlToText } from '../anki/plain-text.ts';
import { htmlToMarkdown, plainToMarkdown } from '../html-to-markdown.ts';

/** A cell as Markdown and as plain text, and what is lost of it. */
export interface CellWords {
  readonly markdown: string;
  readonly text: string;
  readonly lost: readonly string[];
  /** More than plain words. */
  readonly isMarked: boolean;
}

const TAG =
  /<\/?(?:br|div|p|b|i|u|em|strong|span|img|ul|ol|li|sub|sup|table|td|tr|code|pre|font|a|h[1-6]|hr)\b[^<>]{0,2000}>|&(?:nbsp|amp|lt|gt|quot|#\d{1,7});/i;
const SOUND = /\[sound:[^\]\n]{1,300}\]/g;

export const looksLikeHtml = (cell: string): boolean => TAG.test(cell);

/** A table has no pictures beside it, so each leaves its words. */
export function cellWords(cell: string, isHtml: boolean): CellWords {
  const silent = cell.replace(SOUND, '');
  const sound = silent === cell ? [] : ['a recording'];
  if (!isHtml) return { markdown: plainToMarkdown(silent), text: silent.trim(), lost: sound, isMarked: silent.trim().includes('\n') };
  const { markdown, lost, images } = htmlToMarkdown(silent, { imagePath: () => null });
  const pictures = images.length === 0 ? [] : ['a picture, which a table cannot hold'];
  const text = htmlToText(silent);
  const isMarked = /<(?:img|ul|ol|table|pre|code|sub|sup|h\d)\b/i.test(silent) || text.includes('\n');
  return { markdown, text, lost: [...sound, ...lost, ...pictures], isMarked };
}
