import { isEffect } from './lia-text.ts';
import type { LiaLine } from './lia-lines.ts';

export interface Row {
  readonly isRight: boolean;
  readonly text: string;
}
export interface MatrixRow {
  readonly right: readonly number[];
  /** The boxes it has. */
  readonly width: number;
  readonly text: string;
}

/** What a quiz asks for, as it stands in the file. */
export type Question =
  | { readonly kind: 'single choice' | 'multiple choice'; readonly rows: readonly Row[] }
  | { readonly kind: 'matrix'; readonly columns: readonly string[]; readonly rows: readonly MatrixRow[] }
  | { readonly kind: 'text'; readonly answer: string }
  | { readonly kind: 'selection'; readonly choices: readonly Row[] }
  | { readonly kind: 'gap text'; readonly text: string }
  | { readonly kind: 'generic quiz' | 'survey' };

export interface Found {
  readonly question: Question;
  /** The line behind it. */
  readonly end: number;
}

const LEAD = String.raw`^[\s>]*(?:[-*+]\s+)?`;
const SINGLE = new RegExp(String.raw`${LEAD}\[\(( |x|X|)\)\](?!\()\s?(.*)$`);
const MULTIPLE = new RegExp(String.raw`${LEAD}\[\[( |x|X|)\]\](?!\()\s?(.*)$`);
const SURVEY_SINGLE = new RegExp(String.raw`${LEAD}\[\((?!\s?[xX]?\s?\))([^()\n]{1,100})\)\]\s`);
const SURVEY_MULTIPLE = new RegExp(String.raw`${LEAD}\[\[([^[\]|!?\n]{1,100})\]\]\s+[^[\n]{1,2000}$`);
const ALONE = /^[\s>]*\[(?:->)?\[(.*)\]\]\s*$/;
const HEAD = new RegExp(String.raw`${LEAD}\[\s{0,200}[[(].*[\])]\s{0,200}\]\s*$`);
const BODY = new RegExp(String.raw`${LEAD}\[\s{0,200}((?:[[(]\s{0,20}[xX]?\s{0,20}[\])]\s{0,200}){1,60})\]\s?(.*)$`);
/** An input inside other words; not a link, nor a hint. */
const GAP = /\[(?:->)?\[(?![?!])((?:[^[\]\n]|\[[^[\]\n]{0,100}\]){1,500})\]\](?!\()/g;
/** What stands between backticks is shown as it is. */
const CODE = /(`[^`\n]*`)/;
export const hasGap = (line: string): boolean => line.split(CODE).some((part, at) => at % 2 === 0 && part.search(GAP) >= 0);
export const replaceGaps = (text: string, mark: (input: string, inner: string) => string): string =>
  text
    .split(CODE)
    .map((part, at) => (at % 2 === 0 ? part.replace(GAP, mark) : part))
    .join('');

/** The quiz that begins at this line; null: none does. */
export function quizAt(lines: readonly LiaLine[], at: number, to: number): Found | null {
  const { text = '', isCode = true } = lines[at] ?? {};
  if (isCode || !text.includes('[')) return null;
  if (SINGLE.test(text)) return choice(lines, at, to, SINGLE, 'single choice');
  if (MULTIPLE.test(text)) return choice(lines, at, to, MULTIPLE, 'multiple choice');
  if (SURVEY_SINGLE.test(text)) return survey(lines, at, to, SURVEY_SINGLE);
  if (SURVEY_MULTIPLE.test(text) && SURVEY_MULTIPLE.test(lines[at + 1]?.text ?? '')) return survey(lines, at, to, SURVEY_MULTIPLE);
  if (HEAD.test(text) && BODY.test(lines[at + 1]?.text ?? '') && !MULTIPLE.test(lines[at + 1]?.text ?? '')) return matrix(lines, at, to);
  return alone(lines, at, to);
}

function choice(lines: readonly LiaLine[], from: number, to: number, row: RegExp, kind: 'single choice' | 'multiple choice'): Found {
  const rows: { isRight: boolean; text: string }[] = [];
  let at = from;
  for (; at < to; at++) {
    const { text = '', isCode = true } = lines[at] ?? {};
    const found = isCode ? null : row.exec(text);
    const last = rows.at(-1);
    if (found !== null) rows.push({ isRight: found[1]?.toLowerCase() === 'x', text: found[2] ?? '' });
    else if (text.trim() === '' && row.test(lines[at + 1]?.text ?? '')) continue;
    else if (last !== undefined && !isCode && /^\s{2,}\S/.test(text) && !isTail(text)) last.text += `\n${text.trim()}`;
    else break;
  }
  return { question: { kind, rows }, end: at };
}

/** What stands behind a quiz, and is no option. */
const isTail = (text: string): boolean =>
  isStars(text) || isEffect(text) || /^[\s>]*(?:[-*+]\s+)?\[[[(]/.test(text) || /^\s*<script\b/i.test(text) || /^\s*@/.test(text);
export const isStars = (text: string): boolean => /^[\s>]*\*{3,}\s*$/.test(text);

function survey(lines: readonly LiaLine[], from: number, to: number, row: RegExp): Found {
  let at = from;
  while (at < to && row.test(lines[at]?.text ?? '')) at++;
  return { question: { kind: 'survey' }, end: at };
}

function matrix(lines: readonly LiaLine[], from: number, to: number): Found {
  const head = (lines[from]?.text ?? '').replace(/^[\s>]*(?:[-*+]\s+)?\[/, '').replace(/\]\s*$/, '');
  const columns = groupsIn(head);
  const rows: MatrixRow[] = [];
  let isSurvey = columns.length === 0;
  let at = from + 1;
  for (; at < to; at++) {
    const found = BODY.exec(lines[at]?.text ?? '');
    if (found === null) break;
    const boxes = (found[1] ?? '').match(/[[(]\s*[xX]?\s*[\])]/g) ?? [];
    rows.push({ right: boxes.flatMap((box, i) => (/x/i.test(box) ? [i] : [])), width: boxes.length, text: found[2] ?? '' });
  }
  isSurvey ||= rows.every(({ right }) => right.length === 0) && columns.every((column) => /^:?\d+$/.test(column));
  return { question: isSurvey ? { kind: 'survey' } : { kind: 'matrix', columns, rows }, end: at };
}

/** `[male (der)] (female [die])` → `male (der)`, `female [die]`. */
function groupsIn(head: string): string[] {
  const groups: string[] = [];
  let open = '';
  let depth = 0;
  let start = 0;
  for (let at = 0; at < head.length; at++) {
    const sign = head.charAt(at);
    if (depth === 0 && (sign === '[' || sign === '(')) {
      open = sign;
      depth = 1;
      start = at + 1;
    } else if (depth > 0 && sign === open) depth++;
    else if (depth > 0 && sign === (open === '[' ? ']' : ')') && --depth === 0) groups.push(head.slice(start, at).trim());
  }
  return groups;
}

/** Lines that a list of choices may take. */
const LONGEST = 80;

function alone(lines: readonly LiaLine[], at: number, to: number): Found | null {
  let text = lines[at]?.text ?? '';
  let end = at + 1;
  if (/^[\s>]*\[(?:->)?\[/.test(text) && !text.includes(']]')) {
    while (end < Math.min(to, at + LONGEST) && !text.includes(']]') && lines[end]?.text.trim() !== '') {
      text += ` ${lines[end]?.text.replace(/^[\s>]+/, '') ?? ''}`;
      end++;
    }
  }
  const inner = ALONE.exec(text)?.[1];
  if (inner === undefined || inner.trim() === '' || inner.startsWith('?') || /\]\].*\[\[/.test(inner)) return null;
  if (inner.startsWith('!')) return { question: { kind: 'generic quiz' }, end };
  if (/^[\s_]+$/.test(inner) || /^:\w/.test(inner)) return { question: { kind: 'survey' }, end };
  const choices = choicesIn(inner);
  return { question: choices === null ? { kind: 'text', answer: inner.trim() } : { kind: 'selection', choices }, end };
}

/** `A | B | (C)`; null: a plain answer. */
export function choicesIn(inner: string): Row[] | null {
  if (!inner.includes('|')) return null;
  const rows = inner.split('|').map((part) => {
    const text = part.trim();
    const isRight = text.startsWith('(') && text.endsWith(')');
    return { isRight, text: isRight ? text.slice(1, -1).trim() : text };
  });
  return rows.some(({ isRight }) => isRight) ? rows : null;
}
