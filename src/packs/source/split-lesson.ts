import type { PackError } from '../pack-error.ts';

/** A stretch of YAML inside a file; `line` is the file's line of its first line, from 1. */
export interface YamlPart {
  readonly text: string;
  readonly line: number;
}

export interface LessonParts {
  /** Null when there is none, which is a finding. */
  readonly frontMatter: YamlPart | null;
  /** Markdown without the exercises, trimmed; `contentLines` gives the file's line of each of its lines. */
  readonly content: string;
  readonly contentLines: readonly number[];
  readonly exercises: readonly YamlPart[];
}

/**
 * Takes `lesson.md` apart: front matter between `---` lines, `:::exercise` … `:::` blocks, and the Markdown around
 * them. Inside fenced code `:::exercise` is text. A block ends at the first `:::` that starts its line.
 */
export function splitLesson(file: string, text: string, report: (finding: PackError) => void): LessonParts {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n/);
  const bad = (index: number, expected: string, found: string): void =>
    report({ type: 'BadBlock', file, line: index + 1, field: '', expected, found });
  const content: { text: string; line: number }[] = [];
  const exercises: YamlPart[] = [];
  let fence: string | null = null;
  let at = 0;

  const closing = lines[0]?.trimEnd() === '---' ? lines.findIndex((l, i) => i > 0 && l.trimEnd() === '---') : -1;
  const frontMatter = closing === -1 ? null : { text: lines.slice(1, closing).join('\n'), line: 2 };
  if (closing === -1) bad(0, 'front matter between two lines of `---`', excerpt(lines[0] ?? ''));
  else at = closing + 1;

  for (; at < lines.length; at++) {
    const line = lines[at] ?? '';
    const opening = fence === null ? /^ {0,3}:::(.*)$/.exec(line) : null;
    if (opening === null) {
      fence = fenceAfter(fence, line);
      content.push({ text: line, line: at + 1 });
    } else if (line.trimEnd() !== ':::exercise') {
      bad(at, '`:::exercise` at the start of its line, or a `:::` that closes one', excerpt(line));
    } else {
      const end = lines.findIndex((l, i) => i > at && l.trimEnd() === ':::');
      if (end === -1) {
        bad(at, 'a line of `:::` that closes this exercise', 'the end of the file');
        break;
      }
      exercises.push({ text: lines.slice(at + 1, end).join('\n'), line: at + 2 });
      at = end;
      // The blank line behind a block goes with it, or every exercise would leave a double gap.
      if ((lines[at + 1] ?? '').trim() === '') at++;
    }
  }
  if (fence !== null) bad(lines.length - 1, `a closing fence \`\` ${fence} \`\``, 'the end of the file');

  while (content[0]?.text.trim() === '') content.shift();
  while (content.at(-1)?.text.trim() === '') content.pop();
  const contentLines = content.map((l) => l.line);
  return { frontMatter, content: content.map((l) => l.text).join('\n'), contentLines, exercises };
}

/** The fence that is open after `line` (as CommonMark has it), or null. */
export function fenceAfter(open: string | null, line: string): string | null {
  const found = /^ {0,3}(`{3,}|~{3,})(.*)$/.exec(line);
  const mark = found?.[1];
  if (mark === undefined) return open;
  const rest = found?.[2] ?? '';
  if (open === null) return mark.startsWith('`') && rest.includes('`') ? null : mark;
  return mark.startsWith(open.charAt(0)) && mark.length >= open.length && rest.trim() === '' ? null : open;
}

const excerpt = (line: string): string => (line.trim() === '' ? 'an empty line' : `\`${line.trim().slice(0, 40)}\``);
