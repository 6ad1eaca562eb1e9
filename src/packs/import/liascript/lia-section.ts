import { isEffect } from './lia-text.ts';
import type { LiaLine } from './lia-lines.ts';
import { hasGap, isStars, quizAt, type Question } from './lia-quiz.ts';

export interface Quiz {
  readonly question: Question;
  /** Blocks of Markdown directly before it. */
  readonly prompt: readonly string[];
  readonly hints: readonly string[];
  readonly explanation: string;
  /** What decides what is right, beside or instead of the key; empty: a macro whose code is not here; null: nothing does. */
  readonly script: string | null;
}

export interface Section {
  /** Markdown, without the quizzes and their questions. */
  readonly content: string;
  readonly quizzes: readonly Quiz[];
}

/** The lines of one section, its heading left out. */
export function readSection(lines: readonly LiaLine[], from: number, to: number): Section {
  const content: string[] = [];
  const quizzes: Quiz[] = [];
  let pending: LiaLine[] = [];
  const closing = closings(lines, from, to);
  let isOpen = false;
  for (let at = from; at < to; ) {
    const line = lines[at];
    if (line === undefined) break;
    if (!line.isCode && (isEffect(line.text) || isStars(line.text))) {
      if (isStars(line.text)) isOpen = !isOpen;
      at++;
      continue;
    }
    const found = quizAt(lines, at, to) ?? gapsAt(lines, at, to, pending);
    if (found === null) {
      pending.push(line);
      at++;
      continue;
    }
    const { prompt, before } = parted(blocksOf(pending), found.question.kind);
    content.push(...before);
    pending = [];
    const tail = readTail(lines, found.end, to, closing, isOpen);
    quizzes.push({ question: found.question, prompt, ...tail });
    at = tail.end;
  }
  content.push(...blocksOf(pending));
  return { content: content.join('\n\n'), quizzes };
}

/** A line of asterisks → the next one, which closes a solution unless another quiz lies between. */
function closings(lines: readonly LiaLine[], from: number, to: number): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  let last: number | null = null;
  for (let at = from; at < to; at++) {
    const { text = '', isCode = true } = lines[at] ?? {};
    if (isCode) continue;
    if (/^[\s>]*(?:[-*+]\s+)?\[[[(]/.test(text)) last = null;
    if (!isStars(text)) continue;
    if (last !== null) found.set(last, at);
    last = at;
  }
  return found;
}

/** A paragraph or a table with inputs in it, from its first line. */
function gapsAt(lines: readonly LiaLine[], at: number, to: number, pending: readonly LiaLine[]): { question: Question; end: number } | null {
  const isStart = pending.length === 0 || pending.at(-1)?.text.trim() === '' || pending.at(-1)?.isCode === true;
  if (!isStart) return null;
  let end = at;
  let has = false;
  while (end < to) {
    const line = lines[end];
    if (line === undefined || line.isCode || line.text.trim() === '' || isStars(line.text) || (end > at && quizAt(lines, end, to) !== null)) break;
    if (/^[\s>]*(?:[-*+]\s+)?\[\[\?\]\]/.test(line.text)) break;
    has ||= !isEffect(line.text) && hasGap(line.text);
    end++;
  }
  if (!has) return null;
  const text = lines.slice(at, end).filter((line) => !isEffect(line.text)).map((line) => line.text).join('\n');
  return { question: { kind: 'gap text', text }, end };
}

function blocksOf(lines: readonly LiaLine[]): string[] {
  const blocks: string[][] = [[]];
  for (const { text, isCode } of lines) {
    if (text.trim() === '' && !isCode) blocks.push([]);
    else blocks.at(-1)?.push(text);
  }
  return blocks.filter((block) => !block.every((line) => /^\s*(?:<\/?\w[^<>]*>\s*)*$/.test(line))).map((block) => block.join('\n'));
}

const IS_PARAGRAPH = /^[\s>]*(?:\d{1,3}[.)]\s+)?[^\s`~|<!\-*+]/;
const isCodeBlock = (block: string | undefined): boolean => block !== undefined && /^\s*(?:```|~~~)/.test(block);

/** The question is the last paragraph, with what hangs on it: code before it, or a list, a table or a picture behind. */
function parted(blocks: readonly string[], kind: Question['kind']): { prompt: readonly string[]; before: readonly string[] } {
  let first = blocks.length - 1;
  if (kind === 'gap text' && !/[:?…]\s*[*_]*\s*$/.test(blocks.at(-1) ?? '')) return { prompt: [], before: blocks };
  while (first > 0 && blocks.length - first < 12 && !IS_PARAGRAPH.test(blocks[first] ?? '')) first--;
  if (first > 0 && isCodeBlock(blocks[first - 1])) first--;
  const at = Math.max(0, first);
  return { prompt: blocks.slice(at).map(unquoted), before: blocks.slice(0, at) };
}

/** A whole quiz may stand in a quotation. */
const unquoted = (block: string): string =>
  block.split('\n').every((line) => line.startsWith('>')) ? block.replace(/^>[ \t]?/gm, '') : block;

interface Tail {
  readonly hints: readonly string[];
  readonly explanation: string;
  readonly script: string | null;
  readonly end: number;
}

/** Hints, a script and the solution, in any order, right behind a quiz. */
function readTail(lines: readonly LiaLine[], from: number, to: number, closing: ReadonlyMap<number, number>, isOpen: boolean): Tail {
  const hints: string[] = [];
  let explanation = '';
  let script: string | null = null;
  let at = from;
  while (at < to) {
    const { text = '', isCode = false } = lines[at] ?? {};
    const hint = isCode ? null : /^[\s>]*(?:[-*+]\s+)?\[\[\?\]\]\s?(.*)$/.exec(text);
    const isBlank = text.trim() === '';
    if (hint !== null) {
      if ((hint[1] ?? '').trim() !== '') hints.push(hint[1] ?? '');
      at++;
    } else if (!isCode && /^\s*<script\b/i.test(text)) {
      const first = at;
      while (at < to && !/<\/script\s*>/i.test(lines[at]?.text ?? '')) at++;
      at++;
      script = lines.slice(first, at).map((line) => line.text).join('\n');
    } else if (!isCode && isStars(text) && explanation === '' && closing.has(at)) {
      const end = closing.get(at) ?? at;
      explanation = lines.slice(at + 1, end).filter((line) => line.isCode || !isEffect(line.text)).map((line) => line.text).join('\n');
      at = end + 1;
    } else if (!isCode && /^\s*@[A-Za-z_]/.test(text)) {
      script ??= '';
      at++;
    } else if (isBlank && at === from && !isOpen && isStars(lines[at + 1]?.text ?? '')) at++;
    else break;
  }
  return { hints, explanation, script, end: Math.min(at, to) };
}
