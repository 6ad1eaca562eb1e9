import { folded, wordsOf, type MarkupElement } from './markup.ts';

/** The address as Markdown writes it; null where the app would not follow it. */
export function linkOf(href: string): string | null {
  const address = href.trim().replace(/[\t\n\r]/g, '');
  return /^(?:https?:\/\/[^\s/]|mailto:[^\s])/i.test(address) ? encoded(address) : null;
}

const encoded = (address: string): string =>
  address
    .replace(/[\s<>"\\`|*_~()[\]^{}\p{Cc}]/gu, (character) =>
      /[()*~_]/.test(character) ? `%${character.charCodeAt(0).toString(16).toUpperCase()}` : encodeURIComponent(character),
    )
    .replace(/&(?=#|[a-z])/gi, '&amp;');

/** An `object` may be one too. */
export const isImage = ({ name, attributes }: MarkupElement): boolean =>
  name === 'img' ||
  (name === 'object' && (/^image\//i.test(attributes.type ?? '') || /\.(?:png|jpe?g|gif|webp|svg|bmp)$/i.test(attributes.data ?? '')));

interface ImageMarkdown {
  /** As written. */
  readonly source: string;
  readonly alt: string;
  /** null: its words are all that is left. */
  readonly text: string | null;
}

export function imageMarkdown({ attributes, children }: MarkupElement, imagePath: (source: string) => string | null): ImageMarkdown {
  // The picture of a formula at a server that will not be asked: what it was drawn from says the same.
  const formula = attributes['data-equation-content'];
  if (formula !== undefined) return { source: '', alt: formula, text: null };
  const source = (attributes.src ?? attributes.data ?? '').trim();
  const alt = folded(attributes.alt ?? wordsOf(children)).trim();
  const path = source === '' ? null : imagePath(source);
  return { source, alt, text: path === null ? null : `![${altText(alt)}](${encoded(path)})` };
}

/** Shown as written but for brackets, so nothing else may be escaped in it. */
const altText = (alt: string): string => alt.replace(/`/g, "'").replace(/\\(?=[^\w\s]|$)|[[\]]/g, String.raw`\$&`);
