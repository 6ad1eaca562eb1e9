import { isAnswerWord } from './answer-words.ts';
import { bare, type Line } from './lines.ts';
import { markedOption } from './options.ts';
import { startOf } from './starts.ts';

/** Answers that stand together, behind the questions they belong to. */
export interface AnswerList {
  readonly from: number;
  readonly to: number;
  /** Number of a question → what is said to it, the first line without the number; null: said twice. */
  readonly entries: ReadonlyMap<number, readonly string[] | null>;
}

const ENTRY = /^[\s>*_#|-]{0,12}(?:\p{L}[\p{L}\p{M} ]{0,14}?)?[\s.#*_`]{0,3}(\d{1,4})[*_`]{0,2}\s?(?:[.):：|=\-–—→>]{1,3}|(?=\s\(?[A-Ha-h]\)?(?:\W|$)))[\s*_`|]{0,6}/u;
const PAIR = /(?:^|[\s,;|])(?:Q\s?)?(\d{1,4})\s{0,2}[-.):=→]{1,2}\s{0,2}\(?([A-Ha-h])\)?(?=[\s,;|.]|$)/g;
/** Lines that are looked at to tell whether a list begins. */
const AHEAD = 16;

/** Every list of answers of a file. `## Answers` before a single answer is none. */
export function answerLists(lines: readonly Line[]): AnswerList[] {
  const lists: AnswerList[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at];
    if (line === undefined || !isTitle(line) || !isListAhead(lines, at + 1)) continue;
    const list = listFrom(lines, at, line.heading);
    lists.push(list);
    at = list.to - 1;
  }
  return lists;
}

function isTitle({ text, heading, title, isCode }: Line): boolean {
  if (isCode || text.length > 200) return false;
  const words = bare(heading > 0 ? title : text)
    .replace(/^[^\p{L}]+/u, '')
    .replace(/\s?(?:&|and|with|und|y|et)\s\p{L}{4,15}s?$/iu, '')
    .replace(/^(?:\p{L}{1,12})\s(?=answer)/iu, '')
    .replace(/[\s:：]+$/, '');
  if (/^(?:click|show|reveal|view|see)\b.{0,20}\b(?:answers|solutions)$/i.test(words)) return true;
  return isAnswerWord(words) || isAnswerWord(words.replace(/\s(?:key|list|sheet)s?$/i, ''));
}

/** Two entries at least, with no options between: or one would take a question's own answer for a list. */
function isListAhead(lines: readonly Line[], from: number): boolean {
  let found = 0;
  let seen = 0;
  for (let at = from; at < lines.length && seen < AHEAD; at++) {
    const { text = '', isCode = false } = lines[at] ?? {};
    if (text.trim() === '' || isCode) continue;
    seen++;
    if (markedOption(text)?.letter === null || isLetteredOption(text)) return false;
    const entries = Math.max(pairsIn(text).length, ENTRY.test(text) ? 1 : 0);
    // Only the head of a table, or what folds the list away, stands before it.
    if (entries === 0 && found === 0 && !/^\s*[<|]/.test(text)) return false;
    found += entries;
  }
  return found > 1;
}

const isLetteredOption = (text: string): boolean => markedOption(text) !== null && pairsIn(text).length === 0 && !ENTRY.test(text);

function listFrom(lines: readonly Line[], title: number, level: number): AnswerList {
  const entries = new Map<number, string[] | null>();
  const put = (number: number, first: string): string[] => {
    const said = [first];
    entries.set(number, entries.has(number) ? null : said);
    return said;
  };
  let current: string[] | null = null;
  let at = title + 1;
  for (; at < lines.length; at++) {
    const line = lines[at];
    if (line === undefined || isEnd(lines, line, at, level)) break;
    const pairs = line.isCode ? [] : pairsIn(line.text);
    const entry = line.isCode ? null : ENTRY.exec(line.text);
    if (pairs.length > 1) {
      for (const [, number, letter = ''] of pairs) put(Number(number), letter);
      current = null;
    } else if (entry !== null && isNext(Number(entry[1]), current, line)) {
      current = put(Number(entry[1]), line.text.slice(entry[0].length).replace(/\|\s{0,5}$/, '').replace(/\s?\|\s?/g, ' — '));
    } else current?.push(line.text);
  }
  return { from: title, to: at, entries };

  /** A numbered list inside an explanation is indented, or begins again. */
  function isNext(number: number, open: string[] | null, line: Line): boolean {
    if (open === null || line.heading > 0 || /^\s{0,3}(?:\||\*\*|__|Q)/.test(line.text)) return true;
    return !/^\s{2}/.test(line.text) && !entries.has(number);
  }
}

const pairsIn = (text: string): RegExpExecArray[] => [...text.slice(0, 5000).matchAll(PAIR)];

function isEnd(lines: readonly Line[], line: Line, at: number, level: number): boolean {
  const start = startOf(line, at);
  if (start === null || (start.level === 7 && start.number === null)) return false;
  if (start.kind === 'group') return level === 0 || start.level <= level;
  // A question again, if it has options.
  for (let next = at + 1, seen = 0; next < lines.length && seen < AHEAD; next++) {
    const { text = '', heading = 0 } = lines[next] ?? {};
    if (heading > 0) return false;
    if (text.trim() !== '') seen++;
    if (markedOption(text) !== null && markedOption(lines[next + 1]?.text ?? '') !== null) return true;
  }
  return false;
}
