import { fail, type Result } from '../../../core/result.ts';
import type { ImportedExercise } from '../imported.ts';
import { htmlToMarkdown, plainToMarkdown } from '../html-to-markdown.ts';
import { childOf, childrenOf, textOf, type XmlElement } from '../xml-tree.ts';
import type { PictureShelf } from './pictures.ts';

/** A question that is not taken, and why, in words for the report. */
export interface NotTaken {
  readonly type: 'NotTaken';
  readonly reason: string;
}
export const notTaken = (reason: string): { readonly ok: false; readonly error: NotTaken } => fail({ type: 'NotTaken', reason });
export type Taken = Result<ImportedExercise, NotTaken>;

/** One `<question>`, its words read on the way; what is lost of it adds up. */
export interface Question {
  readonly element: XmlElement;
  readonly lose: (what: string) => void;
  /** Each once. */
  readonly lost: () => readonly string[];
  /** The Markdown of an element with `format` and `<text>`; empty where there is none. `words`: for a label. */
  readonly markdown: (field: XmlElement | null, form?: 'blocks' | 'words') => string;
  /** HTML that stands elsewhere than in an element of its own. */
  readonly ofHtml: (html: string, form?: 'blocks' | 'words') => string;
  /** The path of a picture that its HTML names; null where the file does not hold it. */
  readonly picture: (address: string) => string | null;
}

export function openQuestion(element: XmlElement, shelf: PictureShelf): Question {
  const lost = new Set<string>();
  const lose = (what: string) => { lost.add(what); };
  const pictures = shelf.of(element, lose);
  const ofHtml = (html: string, form: 'blocks' | 'words' = 'blocks'): string => {
    const { markdown, lost: gone } = htmlToMarkdown(html, { form, imagePath: pictures });
    gone.forEach((what) => { lose(`${what} cannot be shown`); });
    return markdown;
  };
  return {
    element,
    lose,
    lost: () => [...lost],
    picture: pictures,
    ofHtml,
    markdown: (field, form) => {
      const text = field === null ? '' : rawText(field);
      if (text.trim() === '') return '';
      switch (formatOf(field)) {
        case 'markdown':
          return placed(text.trim(), pictures);
        case 'plain_text':
          return plainToMarkdown(text);
        case 'moodle_auto_format':
        case 'wiki_like':
          return ofHtml(withBreaks(text), form);
        default:
          return ofHtml(text, form);
      }
    },
  };
}

/** The `<text>` in a field; old files have none and put the words there themselves. */
export function rawText(field: XmlElement): string {
  const text = childOf(field, 'text');
  if (text !== null) return textOf(text);
  return field.children.filter((child) => typeof child === 'string').join('');
}

export const formatOf = (field: XmlElement | null): string => field?.attributes.format?.trim() ?? 'html';

/** The words of a plain field below a question: `<single>true</single>`, `<name><text>…</text></name>`. Trimmed. */
export function plain(element: XmlElement, name: string): string {
  const field = childOf(element, name);
  return field === null ? '' : rawText(field).trim();
}

/** Each of several elements of this name. */
export const all = childrenOf;

/** `true` and `1`; a tag that stands empty is a yes too. */
export function isSet(element: XmlElement, name: string): boolean {
  const field = childOf(element, name);
  return field !== null && !/^(?:0|false|no)$/i.test(rawText(field).trim());
}

/** In percent; null where it is no number. */
export function fractionOf(answer: XmlElement): number | null {
  const fraction = Number((answer.attributes.fraction ?? '').trim().replace(',', '.'));
  return answer.attributes.fraction === undefined || !Number.isFinite(fraction) ? null : fraction;
}
/** 100 has been written as 99.99999 too. */
export const isWhole = (fraction: number): boolean => fraction > 99.99;

/** Moodle's own format: HTML whose line breaks show. */
export const withBreaks = (text: string): string => text.trim().replace(/>\s+</g, '><').replace(/\s*[\r\n]+\s*(?=<)|(?<=>)\s*[\r\n]+/g, ' ').replace(/\r\n?|\n/g, '<br>\n');

const PICTURE = /!\[([^\]\n]{0,500})\]\(<?(@@PLUGINFILE@@\/[^)\s>]{1,500}|data:[^)\s>]+)>?\)/g;

/** Markdown whose pictures stand beside the question. */
const placed = (markdown: string, pictures: (address: string) => string | null): string =>
  markdown.replace(PICTURE, (_, alt: string, address: string) => {
    const path = pictures(address);
    return path === null ? alt : `![${alt}](${path})`;
  });
