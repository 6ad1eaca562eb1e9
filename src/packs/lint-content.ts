import type { PackError } from './pack-error.ts';
import { fenceAfter, type LessonParts } from './split-lesson.ts';

/** A lesson has words, and nothing in it would have to be fetched. Fenced code is not looked into. */
export function lintContent(file: string, parts: LessonParts, report: (finding: PackError) => void): void {
  const bad = (line: number, expected: string, found: string): void =>
    report({ type: 'BadContent', file, line, field: '', expected, found });
  if (parts.content.trim() === '') bad(parts.contentLines[0] ?? 1, 'a text to read', 'nothing but exercises');
  let fence: string | null = null;
  parts.content.split('\n').forEach((text, i) => {
    const before = fence;
    fence = fenceAfter(fence, text);
    if (before !== null || fence !== null) return;
    const image = /!\[[^\]]*\][[(][^\])]*|<img\b[^>]*/i.exec(text.replace(/`[^`]*`/g, ''));
    if (image !== null) bad(parts.contentLines[i] ?? 1, 'words (this version of the format carries no images)', image[0]);
  });
}
