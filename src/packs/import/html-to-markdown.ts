import { blocksOf } from './html/block-markdown.ts';
import { joined } from './html/block.ts';
import { escapeLineStart, escapeWords } from './html/escape-text.ts';
import { parseHtml, type Markup } from './html/markup.ts';

export interface MarkdownWords {
  readonly markdown: string;
  /** What Markdown cannot show, each once (`a video`), for the report. */
  readonly lost: readonly string[];
  /** The addresses of its pictures, as written, each once. */
  readonly images: readonly string[];
}

export interface MarkdownOptions {
  /**
   * `blocks` (also where nothing is said): paragraphs, lists, tables. `words`: lines only, for what stands in a label (an
   * option, an item to be ordered), where lists are written out and code has no block.
   */
  readonly form?: 'blocks' | 'words';
  /** The path under which Markdown names a picture; null: its words are put in its place. Its own address unless told. */
  readonly imagePath?: (source: string) => string | null;
}

/**
 * HTML, however broken, as Markdown that shows the same text. Nothing in it runs, is raw HTML, or leads elsewhere than to
 * `http:`, `https:` and `mailto:`. Takes time linear to its length.
 */
export const htmlToMarkdown = (html: string, options: MarkdownOptions = {}): MarkdownWords =>
  markupToMarkdown(parseHtml(html), options);

/** The same for markup that is parsed already, such as the children of an `XmlElement`. */
export function markupToMarkdown(nodes: readonly Markup[], options: MarkdownOptions = {}): MarkdownWords {
  const { form = 'blocks', imagePath = (source: string) => source } = options;
  const lost = new Set<string>();
  const images = new Set<string>();
  const context = { form, nested: 0, lost, images, imagePath };
  const markdown = joined(blocksOf(nodes, context), context);
  return { markdown, lost: [...lost], images: [...images] };
}

/**
 * Plain text as Markdown that shows it: paragraphs where lines are blank, the other line breaks kept, white space at both
 * ends of lines dropped.
 */
export function plainToMarkdown(text: string): string {
  const lines = text.replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n').replace(/\p{Surrogate}/gu, '\ufffd').split('\n');
  const written = lines.map((line) => escapeLineStart(escapeWords(line.trim().replace(/[ \t\f\v]+/g, ' '))));
  return written
    .join('\n')
    .replace(/\n{2,}/g, '\n\n')
    .trim()
    .replace(/([^\n])\n(?=[^\n])/g, '$1\\\n');
}
