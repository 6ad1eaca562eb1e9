import { escapeLineStart, escapeWords } from './escape-text.ts';
import { folded } from './markup.ts';

/** How a run of text is set off. */
export interface Marks {
  readonly link: string | null;
  readonly strong: boolean;
  readonly del: boolean;
  readonly em: boolean;
}
export const NO_MARKS: Marks = { link: null, strong: false, del: false, em: false };

/** `image`: its text is Markdown already. */
export interface Run {
  readonly kind: 'text' | 'code' | 'image' | 'break';
  readonly text: string;
  readonly marks: Marks;
}

/** `cell`: of a table, so in one line and with bars escaped. */
export type Place = 'line' | 'cell';

/** One paragraph's Markdown, white space as HTML shows it; empty where there is nothing to see. */
export function paragraphOf(runs: readonly Run[], place: Place): string {
  const shown = trimmed(runs.map((run) => possible(run, place)));
  if (shown.every(({ kind, text }) => kind === 'break' || (kind !== 'image' && text.trim() === ''))) return '';
  const line = written(settled(shown), place);
  return place === 'cell' ? line : line.split('\n').map(escapeLineStart).join('\n');
}

/** A cell has one line; and a backtick in a link, or a bar behind a backslash in a cell, cannot stand as code. */
function possible(run: Run, place: Place): Run {
  if (run.kind === 'break' && place === 'cell') return { ...run, kind: 'text', text: ' ' };
  const isImpossible = (run.marks.link !== null && run.text.includes('`')) || (place === 'cell' && /\\(?=\|)/.test(run.text));
  return run.kind === 'code' && isImpossible ? { ...run, kind: 'text' } : run;
}

/** White space folded across runs, and none at the ends of lines. */
function trimmed(runs: readonly Run[]): Run[] {
  const kept: Run[] = [];
  for (const run of runs) {
    if (run.kind === 'break') {
      trimEnd(kept);
      kept.push(run);
      continue;
    }
    const last = kept.at(-1);
    const isAfterSpace = last === undefined || last.kind === 'break' || (last.kind !== 'image' && last.text.endsWith(' '));
    let text = run.kind === 'image' ? run.text : folded(run.text);
    if (isAfterSpace && run.kind !== 'image') text = text.replace(/^ /, '');
    if (text === '') continue;
    kept.push({ ...run, text });
  }
  trimEnd(kept);
  while (kept.at(-1)?.kind === 'break') kept.pop();
  return merged(kept.slice(Math.max(0, kept.findIndex(({ kind }) => kind !== 'break'))));
}

/** Runs that are alike in one. */
function merged(runs: readonly Run[]): Run[] {
  const kept: Run[] = [];
  for (const run of runs) {
    const last = kept.at(-1);
    const isSame = last?.kind === run.kind && (run.kind === 'text' || run.kind === 'code') && isAlike(last.marks, run.marks);
    if (isSame) kept[kept.length - 1] = { ...run, text: last.text + run.text };
    else kept.push(run);
  }
  return kept;
}

function trimEnd(runs: Run[]): void {
  const last = runs.at(-1);
  if (last === undefined || last.kind === 'image' || last.kind === 'break') return;
  const text = last.text.replace(/ $/, '');
  runs.pop();
  if (text !== '') runs.push({ ...last, text });
}

const isAlike = (a: Marks, b: Marks): boolean => a.link === b.link && a.strong === b.strong && a.del === b.del && a.em === b.em;

type Sign = 'strong' | 'del' | 'em';
/** From the outermost to the innermost. */
const SIGNS: readonly ('link' | Sign)[] = ['link', 'strong', 'del', 'em'];

/** `pair`: the one object that an opening and its closing share. */
type Token =
  | { readonly kind: 'run'; readonly run: Run }
  | { readonly kind: 'open' | 'close'; readonly pair: Pair };
interface Pair {
  readonly sign: 'link' | Sign;
  readonly link: string;
  /** Whether other marks stand around it. */
  readonly isInside: boolean;
  /** What is written for it; empty where it cannot stand. */
  mark: string;
}

function tokensOf(runs: readonly Run[], level: number): Token[] {
  const sign = SIGNS[level];
  if (sign === undefined) return runs.map((run) => ({ kind: 'run', run }));
  const tokens: Token[] = [];
  for (let at = 0; at < runs.length; ) {
    const value = runs[at]?.marks[sign] ?? null;
    let end = at + 1;
    while (end < runs.length && (runs[end]?.marks[sign] ?? null) === value) end += 1;
    const group = runs.slice(at, end);
    at = end;
    const isPlain = value === null || value === false;
    const inside = isPlain ? tokensOf(group, level + 1) : wrapped(group, sign, typeof value === 'string' ? value : '', level);
    for (const token of inside) tokens.push(token);
  }
  return tokens;
}

/** Spaces and breaks at the ends stand outside: an emphasis that begins with one would be none. */
function wrapped(group: readonly Run[], sign: 'link' | Sign, link: string, level: number): Token[] {
  const isBlank = ({ kind, text }: Run) => kind === 'break' || (kind === 'text' && text.trim() === '');
  const from = group.findIndex((run) => !isBlank(run));
  if (from < 0) return tokensOf(group, level + 1);
  const to = group.findLastIndex((run) => !isBlank(run)) + 1;
  const inner = group.slice(from, to);
  const before = [...group.slice(0, from), ...spaceOf(inner[0], /^\s+/)];
  const after = [...spaceOf(inner.at(-1), /\s+$/), ...group.slice(to)];
  const bare = inner.map((run, i): Run => {
    if (run.kind !== 'text') return run;
    const text = i === 0 ? run.text.replace(/^\s+/, '') : run.text;
    return { ...run, text: i === inner.length - 1 ? text.replace(/\s+$/, '') : text };
  });
  const marks = inner[0]?.marks ?? NO_MARKS;
  const isInside = sign === 'em' && (marks.strong || marks.del);
  const pair: Pair = { sign, link, isInside, mark: sign === 'strong' ? '**' : sign === 'del' ? '~~' : sign === 'em' ? '_' : '[' };
  return [
    ...tokensOf(before, level + 1),
    { kind: 'open', pair },
    ...tokensOf(bare, level + 1),
    { kind: 'close', pair },
    ...tokensOf(after, level + 1),
  ];
}

const spaceOf = (run: Run | undefined, space: RegExp): Run[] => {
  const text = run?.kind === 'text' ? (space.exec(run.text)?.[0] ?? '') : '';
  return run === undefined || text === '' ? [] : [{ ...run, text, marks: NO_MARKS }];
};

/** Rounds in which a mark that cannot stand is taken away, which may leave another where it cannot stand. */
const MOST_ROUNDS = 4;

/** Marks that Markdown would not read as such beside their neighbours are left out. */
function settled(runs: readonly Run[]): readonly Token[] {
  let rest = runs;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const tokens = tokensOf(rest, 0);
    const isSettled = setMarks(tokens);
    if (isSettled) return tokens;
    rest = merged(withoutFallen(tokens));
  }
  return tokensOf(rest.map((run) => ({ ...run, marks: { ...NO_MARKS, link: run.marks.link } })), 0);
}

/** Whether all of them stand. */
function setMarks(tokens: readonly Token[]): boolean {
  const opened = new Map<Pair, Edges>();
  let isSettled = true;
  tokens.forEach((token, i) => {
    if (token.kind === 'run' || token.pair.sign === 'link') return;
    const { kind, pair } = token;
    const step = kind === 'open' ? -1 : 1;
    const edges = { outer: edgeOf(tokens, i, step), inner: edgeOf(tokens, i, step === 1 ? -1 : 1) };
    const atOpening = opened.get(pair);
    if (atOpening === undefined) opened.set(pair, edges);
    else {
      pair.mark = markThatStands(token.pair.sign, pair.isInside, [atOpening, edges]);
      isSettled &&= pair.mark !== '';
    }
  });
  return isSettled;
}

function withoutFallen(tokens: readonly Token[]): Run[] {
  const fallen = new Set<Pair>();
  return tokens.flatMap((token) => {
    if (token.kind === 'run') {
      const marks = [...fallen].reduce((all, { sign }) => ({ ...all, [sign]: false }), token.run.marks);
      return [{ ...token.run, marks }];
    }
    if (token.kind === 'open' && token.pair.mark === '') fallen.add(token.pair);
    else fallen.delete(token.pair);
    return [];
  });
}

interface Edge {
  /** The character there; empty at the ends of lines. */
  readonly character: string;
  readonly isMark: boolean;
}
interface Edges {
  readonly outer: Edge;
  readonly inner: Edge;
}

function edgeOf(tokens: readonly Token[], at: number, step: 1 | -1): Edge {
  const token = tokens[at + step];
  if (token === undefined) return { character: '', isMark: false };
  if (token.kind !== 'run') return { character: '*', isMark: token.pair.sign !== 'link' };
  const { kind, text } = token.run;
  if (kind === 'break') return { character: '', isMark: false };
  if (kind !== 'text') return { character: '`', isMark: false };
  const characters = step === 1 ? /^./su.exec(text) : /.$/su.exec(text);
  return { character: characters?.[0] ?? '', isMark: false };
}

/** Empty: none. */
function markThatStands(sign: Sign, isInside: boolean, edges: readonly Edges[]): string {
  const isFlanking = edges.every(({ outer, inner }) => !isSign(inner.character) || !isWord(outer.character));
  if (!isFlanking) return '';
  if (sign === 'del') return edges.some(({ outer, inner }) => outer.isMark || inner.isMark) ? '' : '~~';
  if (sign === 'strong') return '**';
  if (edges.every(({ outer }) => !isWord(outer.character))) return '_';
  // Within a word; and there inside other marks readers of Markdown disagree.
  return isInside || edges.some(({ outer }) => outer.isMark) ? '' : '*';
}

const isSign = (character: string): boolean => /^[\p{P}\p{S}]$/u.test(character);
const isWord = (character: string): boolean => character !== '' && !/^[\s\p{P}\p{S}]$/u.test(character);

/** Texts that stand side by side are escaped as one, or an address could arise between them. */
function written(tokens: readonly Token[], place: Place): string {
  const parts: string[] = [];
  let text = '';
  const flush = () => {
    parts.push(escapeWords(text));
    text = '';
  };
  for (const token of tokens) {
    if (token.kind === 'run' && token.run.kind === 'text') text += token.run.text;
    else {
      flush();
      parts.push(token.kind === 'run' ? runText(token.run, place) : markText(token));
    }
  }
  flush();
  return parts.join('');
}

function markText({ kind, pair }: Exclude<Token, { kind: 'run' }>): string {
  if (pair.sign !== 'link') return pair.mark;
  return kind === 'open' ? '[' : `](${pair.link})`;
}

function runText({ kind, text }: Run, place: Place): string {
  if (kind === 'break') return '\\\n';
  if (kind === 'image') return place === 'cell' ? text.replaceAll('|', String.raw`\|`) : text;
  return inlineCode(text, place);
}

function inlineCode(text: string, place: Place): string {
  const fence = '`'.repeat(longestTicks(text) + 1);
  const pad = /^`|`$/.test(text) || (/^ .* $/.test(text) && text.trim() !== '') ? ' ' : '';
  const inside = place === 'cell' ? text.replaceAll('|', String.raw`\|`) : text;
  return `${fence}${pad}${inside}${pad}${fence}`;
}

/** The length of the longest row of backticks. */
export const longestTicks = (text: string): number =>
  (text.match(/`+/g) ?? []).reduce((longest, ticks) => Math.max(longest, ticks.length), 0);
