import type { PackError } from '../pack-error.ts';
import { fenceAfter, type LessonParts } from './split-lesson.ts';

export const NO_IMAGE = 'words (this version of the format carries no images)';

export const lintContent = (file: string, { content, contentLines }: LessonParts, report: (finding: PackError) => void): void =>
  lintText(file, { text: content, lineAt: (index) => contentLines[index] ?? 1 }, report);

/** A lesson has words, and nothing in it would have to be fetched. `lineAt`: the file's line of each of the text's, from 0. */
export function lintText(
  file: string,
  content: { readonly text: string; readonly lineAt: (index: number) => number },
  report: (finding: PackError) => void,
): void {
  const bad = (index: number, expected: string, found: string): void =>
    report({ type: 'BadContent', file, line: content.lineAt(index), field: '', expected, found });
  if (content.text.trim() === '') bad(0, 'a text to read', 'nothing but exercises');
  for (const { line, text } of imagesIn(content.text)) bad(line, NO_IMAGE, text);
}

/** The images of a Markdown text, with their lines from 0. Code is not looked into. */
export function imagesIn(markdown: string): { line: number; text: string }[] {
  let fence: string | null = null;
  return markdown.split('\n').flatMap((text, line) => {
    const before = fence;
    fence = fenceAfter(fence, text);
    if (before !== null || fence !== null) return [];
    const image = /!\[[^\]]*\][[(][^\])]*[\])]?|<(?:img|picture|video|audio|svg)\b[^>]*>?/i.exec(text.replace(/`[^`]*`/g, ''));
    return image === null ? [] : [{ line, text: `\`${image[0]}\`` }];
  });
}
