import { spanOf } from './span.ts';

/** A question as it stands in the file, comments taken out. */
export interface Block {
  /** The line of the file that `lines` begins with; from 1. */
  readonly start: number;
  /** Lines without white space at their ends; comments are left as empty lines. */
  readonly lines: readonly string[];
  /** By the index of their line, without the slashes. */
  readonly comments: ReadonlyMap<number, string>;
}

interface Line {
  readonly text: string;
  readonly isComment: boolean;
  /** One after the other. */
  readonly braces: string;
}

/**
 * Blocks are parted by blank lines. A blank line between braces belongs to its block when a `}` comes next; else the `}`
 * was forgotten. A block also ends where a question is complete and the next one plainly begins.
 */
export function blocksOf(text: string): Block[] {
  const lines = text.split(/\r\n|\r|\n/).map(lineOf);
  const ahead = nextBraces(lines);
  const blocks: Block[] = [];
  let open = new OpenBlock();
  const flush = (): void => {
    const block = open.closed();
    if (block !== null) blocks.push(block);
    open = new OpenBlock();
  };
  lines.forEach((line, i) => {
    const next = ahead[i + 1] ?? '';
    if (line.text === '') {
      if (open.depth > 0 && next === '}') open.add(line, i);
      else flush();
    } else if (isCategory(line.text)) {
      flush();
      open.add(line, i);
      flush();
    } else {
      if (open.endsBefore(line, ahead[i] ?? '')) flush();
      open.add(line, i);
    }
  });
  flush();
  return blocks;
}

export const isCategory = (line: string): boolean => line.startsWith('$CATEGORY:');
const isNamed = (line: string): boolean => /^::.*?::/.test(spanOf(line).mask);
/** As Moodle writes them above a question. */
const isHeading = (comment: string): boolean => /^\/\/\s*(?:question:|hornbook\b|\[(?:id|tag):)/.test(comment);

function lineOf(raw: string): Line {
  const text = raw.trim();
  const isComment = text.startsWith('//');
  return { text, isComment, braces: isComment || !/[{}]/.test(text) ? '' : spanOf(text).mask.replace(/[^{}]+/g, '') };
}

/** For each line the brace that comes first from there on; `::` where a name or a category comes before any. */
function nextBraces(lines: readonly Line[]): string[] {
  const ahead: string[] = new Array<string>(lines.length + 1).fill('');
  for (let i = lines.length - 1; i >= 0; i -= 1) {
    const line = lines[i];
    const isStart = line?.text.startsWith('::') === true ? isNamed(line.text) : isCategory(line?.text ?? '');
    const own = line?.braces.charAt(0) ?? '';
    ahead[i] = own !== '' ? own : isStart ? '::' : (ahead[i + 1] ?? '');
  }
  return ahead;
}

class OpenBlock {
  depth = 0;
  private hasGroup = false;
  private hasWords = false;
  private start = 0;
  private readonly lines: string[] = [];
  private readonly comments = new Map<number, string>();

  add({ text, isComment, braces }: Line, index: number): void {
    if (this.lines.length === 0) this.start = index + 1;
    this.hasWords ||= !isComment && text !== '';
    if (isComment) this.comments.set(this.lines.length, text.slice(2).trim());
    this.lines.push(isComment ? '' : text);
    for (const brace of braces) {
      if (brace === '{') this.depth += 1;
      else if (this.depth > 0) this.depth -= 1;
      this.hasGroup ||= this.depth === 0;
    }
  }

  /** Whether the line begins another question, though no blank line stands before it. */
  endsBefore(line: Line, brace: string): boolean {
    if (!this.hasWords) return false;
    if (line.isComment) return this.hasGroup && this.depth === 0 && isHeading(line.text);
    if (!isNamed(line.text)) return false;
    return this.depth === 0 ? this.hasGroup : brace !== '}';
  }

  /** null where there is nothing but comments. */
  closed(): Block | null {
    return !this.hasWords ? null : { start: this.start, lines: this.lines, comments: this.comments };
  }
}
