import type { PackError } from '../pack-error.ts';
import { fenceAfter, type LessonParts } from './split-lesson.ts';

/** The pictures that lie beside a lesson, by the path its text names them with. */
export type Pictures = ReadonlySet<string>;
export const NO_PICTURES: Pictures = new Set();

export const lintContent = (file: string, { content, contentLines }: LessonParts, pictures: Pictures, report: (finding: PackError) => void): void =>
  lintText(file, { text: content, lineAt: (index) => contentLines[index] ?? 1 }, pictures, report);

/** A lesson has words, and nothing in it would have to be fetched. `lineAt`: the file's line of each of the text's, from 0. */
export function lintText(
  file: string,
  content: { readonly text: string; readonly lineAt: (index: number) => number },
  pictures: Pictures,
  report: (finding: PackError) => void,
): void {
  const bad = (index: number, expected: string, found: string): void =>
    report({ type: 'BadContent', file, line: content.lineAt(index), field: '', expected, found });
  if (content.text.trim() === '') bad(0, 'a text to read', 'nothing but exercises');
  for (const { line, expected, found } of badImages(content.text, pictures)) bad(line, expected, found);
}

export interface BadImage {
  /** From 0. */
  readonly line: number;
  readonly expected: string;
  readonly found: string;
}

/** The images of a text that cannot be shown as they are. `needsWords`: each says what it shows. */
export function badImages(markdown: string, pictures: Pictures, needsWords = true): BadImage[] {
  return imagesIn(markdown).flatMap(({ line, text, path, alt }): BadImage[] => {
    const found = `\`${text}\``;
    if (path === null || !pictures.has(path)) return [{ line, expected: 'a picture that lies beside the lesson, as `![what it shows](cup.svg)`', found }];
    return needsWords && alt.trim() === '' ? [{ line, expected: 'words between the brackets, for whoever does not see the picture', found }] : [];
  });
}

/** The text with the words of such an image in its place. */
export function withoutBadImages(markdown: string, pictures: Pictures): string {
  const lines = markdown.split('\n');
  for (const { line, text, path, alt } of imagesIn(markdown)) {
    const isShown = path !== null && pictures.has(path);
    lines[line] = (lines[line] ?? '').replace(text, () => (isShown ? `![${alt.trim() === '' ? 'picture' : alt}](${path})` : alt));
  }
  return lines.join('\n').trim();
}

export interface Image {
  /** From 0. */
  readonly line: number;
  /** As it is written. */
  readonly text: string;
  /** Of `![alt](path)`; null for any other way to write an image. */
  readonly path: string | null;
  readonly alt: string;
}

/** What follows the words of an image: its path, or anything else. No `]` is passed, or 300 characters at most: no text is read again and again. */
const TARGET = /\]\(\s*<?([^\s()[\]>]+)>?(?:\s+"[^"]{0,300}")?\s*\)|\][[(][^\])]*[\])]?/y;
const HTML = /<(?:img|picture|video|audio|svg)\b[^>]*>?/gi;

/** The images of a Markdown text. Code is not looked into. */
export function imagesIn(markdown: string): Image[] {
  let fence: string | null = null;
  return markdown.split('\n').flatMap((text, line) => {
    const before = fence;
    fence = fenceAfter(fence, text);
    if (before !== null || fence !== null) return [];
    return imagesOfLine(text.replace(/`[^`]*`/g, '')).map((image) => ({ line, ...image }));
  });
}

/** Brackets are matched in one pass, whatever stands in a text. Of an image inside the words of another, the inner one counts. */
function imagesOfLine(text: string): Omit<Image, 'line'>[] {
  const images: Omit<Image, 'line'>[] = [];
  let open: number[] = [];
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '[') open.push(at);
    else if (text[at] === ']') {
      const from = open.pop() ?? 0;
      TARGET.lastIndex = at;
      const target = text[from - 1] === '!' ? TARGET.exec(text) : null;
      if (target === null) continue;
      const [whole, path] = target;
      images.push({ text: text.slice(from - 1, at) + whole, path: path ?? null, alt: text.slice(from + 1, at) });
      at += whole.length - 1;
      open = [];
    }
  }
  return [...images, ...Array.from(text.matchAll(HTML), ([whole]) => ({ text: whole, path: null, alt: '' }))];
}
