import { htmlToMarkdown, plainToMarkdown } from '../html-to-markdown.ts';
import type { Media } from './media.ts';

/** One side of a card as Markdown. */
export interface SideWords {
  readonly markdown: string;
  /** The names of its pictures among the media. */
  readonly pictures: readonly string[];
  /** For the report, each once. */
  readonly lost: readonly string[];
}

const FORMULAS = 'the look of its formulas (they are shown as LaTeX)';

export function sideWords(html: string, media: Media): SideWords {
  const { html: shown, lost } = withoutSound(html);
  if (!/[<&]/.test(shown)) return { markdown: plainToMarkdown(shown.replace(/\s+/g, ' ')), pictures: [], lost };
  const pictures = new Set<string>();
  const missing = new Set<string>();
  const imagePath = (source: string): string | null => {
    const path = media.pathOf(source);
    const isThere = path !== null && media.bytesOf(path) !== null;
    if (isThere) pictures.add(path);
    else missing.add(/^(?:https?:)?\/\//i.test(source) ? 'a picture from the web' : `a picture (${source.slice(0, 80)} is not in the file)`);
    return isThere ? path : null;
  };
  const words = htmlToMarkdown(shown, { imagePath });
  // Anki gives pictures no words; whoever does not see one is at least told that it is there.
  const markdown = pictures.size === 0 ? words.markdown : words.markdown.replaceAll('![](', '![picture](');
  return { markdown, pictures: [...pictures], lost: [...new Set([...lost, ...words.lost, ...missing])] };
}

/** Anki's own marks in the text of fields: sounds are dropped, formulas stay as they are written. */
export function withoutSound(html: string): { readonly html: string; readonly lost: readonly string[] } {
  const lost: string[] = [];
  let shown = html;
  const cut = (pattern: RegExp, what: string): void => {
    const rest = shown.replace(pattern, '');
    if (rest !== shown && !lost.includes(what)) lost.push(what);
    shown = rest;
  };
  if (shown.includes('[')) {
    cut(/\[sound:[^\]\n]{0,500}\]/g, 'a sound');
    cut(/\[\/?anki:tts\b[^\]\n]{0,500}\]/g, 'a spoken text');
    cut(/\[\/?(?:latex|\$\$?)\]/g, FORMULAS);
  }
  if (/\\[([]|<anki-mathjax/i.test(shown)) lost.push(FORMULAS);
  if (/<script\b/i.test(shown)) lost.push('a script, which is not run');
  return { html: shown, lost: [...new Set(lost)] };
}
