import { answerIn, opensExplanation } from './answer-line.ts';
import { ALL_ALPHABETS, alphabetsAt, isLetter, LETTER, placesOf } from './labels.ts';
import { isRule, type Line } from './lines.ts';

/** An option as it stands in the file: lines from `from` up to `to`, the first without its marker. */
export interface FoundOption {
  readonly first: string;
  readonly from: number;
  readonly to: number;
  /** Of a box; null where there is none. */
  readonly isTicked: boolean | null;
}

export interface OptionGroup {
  readonly options: readonly FoundOption[];
  readonly from: number;
  readonly to: number;
  /** The alphabet of its labels; null: options without letters. */
  readonly alphabet: number | null;
  readonly kind: 'boxes' | 'letters' | 'bullets' | 'numbers';
}

interface Marked {
  readonly kind: OptionGroup['kind'];
  readonly rest: string;
  readonly letter: string | null;
  readonly isTicked: boolean | null;
}

const BOX = /^\s*(?:>\s?)?(?:[-*+]|\d{1,2}[.)])?\s{0,3}\\?\[\s{0,2}([xX✓✔✅*]?)\s{0,2}\\?\](?![([:])\s*/u;
const ROUND = /^\s*[-*+]\s+\(\s{0,2}([xX*]?)\s{0,2}\)\s+/;
const LETTERED = new RegExp(
  String.raw`^\s*(?:>\s?)?(?:[-*+]\s+|\d{1,2}[.)]\s+)?([✅☑✔❌⬜🔘]?️?\s?)(\*\*|__|<b>)?[([（]?([${LETTER}])` +
    String.raw`(?:\s?[)）\]]|[.．:：、](?=\s|\*\*|__|<|$|[^\w\s])|\s+[-–—](?=\s))(\*\*|__|</b>)?:?\s*`,
  'u',
);

export function markedOption(line: string): Marked | null {
  const box = BOX.exec(line) ?? ROUND.exec(line);
  if (box !== null) {
    const rest = line.slice(box[0].length);
    const inner = LETTERED.exec(rest);
    const isTicked = box[1] !== '';
    return inner === null ? { kind: 'boxes', rest, letter: null, isTicked } : { kind: 'boxes', rest: unlabelled(rest, inner), letter: inner[3] ?? null, isTicked };
  }
  const lettered = LETTERED.exec(line);
  if (lettered === null || !isLetter(placesOf(lettered[3] ?? ''))) return null;
  return { kind: 'letters', rest: unlabelled(line, lettered), letter: lettered[3] ?? null, isTicked: null };
}

/** `**A. words**` keeps its bold type, by which an author may mark the right one. */
const unlabelled = (line: string, [whole, mark = '', open = '', , close = '']: RegExpExecArray): string =>
  `${mark}${close === '' ? open : ''}${line.slice(whole.length)}`;

interface Growing {
  readonly kind: 'boxes' | 'letters';
  readonly starts: { at: number; marked: Marked }[];
  alphabets: number[];
}

/** All lists of options among these lines, each of two at least. `isOne`: the lines are known to be of one question. */
export function optionGroups(lines: readonly Line[], from: number, to: number, isOne: boolean): OptionGroup[] {
  const groups: OptionGroup[] = [];
  let open = null as Growing | null;
  let isParted = false;
  const close = (end: number): void => {
    if (open !== null && open.starts.length > 1) groups.push(groupOf(lines, open, end));
    open = null;
  };
  for (let at = from; at < to; at++) {
    const line = lines[at];
    if (line === undefined || line.text.trim() === '') continue;
    const current = open;
    // A fence may open right behind a marker.
    const marked = line.isCode && lines[at - 1]?.isCode === true ? null : markedOption(line.text);
    if (marked === null) {
      if (current !== null && (isEnd(line) || (current.kind === 'boxes' && !isOne && isParted && isApart(line)))) close(at);
    } else if (marked.kind === 'boxes') {
      if (current?.kind === 'boxes') current.starts.push({ at, marked });
      else {
        close(at);
        open = { kind: 'boxes', starts: [{ at, marked }], alphabets: alphabetsFor(marked, 0, ALL_ALPHABETS) };
      }
    } else if (current?.kind !== 'boxes') {
      const going = current === null ? [] : alphabetsFor(marked, current.starts.length, current.alphabets);
      const isFirst = alphabetsFor(marked, 0, ALL_ALPHABETS).length > 0;
      if (current !== null && going.length > 0) {
        current.starts.push({ at, marked });
        current.alphabets = going;
      } else if (isFirst) {
        close(at);
        open = { kind: 'letters', starts: [{ at, marked }], alphabets: alphabetsFor(marked, 0, ALL_ALPHABETS) };
      }
    }
    isParted = (lines[at + 1]?.text ?? '').trim() === '';
  }
  close(to);
  return groups;
}

const alphabetsFor = (marked: Marked, place: number, possible: readonly number[]): number[] =>
  marked.letter === null ? [] : alphabetsAt(placesOf(marked.letter), place, possible);

/** What no option goes on beyond. */
const isEnd = ({ text, heading, isCode }: Line): boolean =>
  !isCode && (heading > 0 || isRule(text) || /^\s*<(?:details|summary)\b/i.test(text) || answerIn(text) !== null || opensExplanation(text));

/** Words at the margin: no part of an option unless the same question goes on with another one. */
const isApart = ({ text, isCode }: Line): boolean => !isCode && /^ {0,1}[^\s!<]/.test(text);

function groupOf(lines: readonly Line[], { kind, starts, alphabets }: Growing, end: number): OptionGroup {
  const from = starts[0]?.at ?? end;
  const last = starts.at(-1)?.at ?? end;
  const second = starts[1]?.at ?? end;
  const to = endOfLast(lines, last, end, fencesIn(lines, from, second));
  const options = starts.map(({ at, marked }, i): FoundOption => ({
    first: marked.rest,
    from: at,
    to: starts[i + 1]?.at ?? to,
    isTicked: marked.isTicked,
  }));
  const [alphabet = null] = starts.every(({ marked }, i) => alphabetsFor(marked, i, alphabets.slice(0, 1)).length > 0) ? alphabets : [];
  return { options, from, to, alphabet, kind };
}

/** The last option ends where a paragraph at the margin begins; a fence at the margin is its own if the first one has one. */
function endOfLast(lines: readonly Line[], start: number, end: number, fences: number): number {
  let left = fences - (lines[start]?.isCode === true ? 1 : 0);
  let isParted = false;
  for (let at = start + 1; at < end; at++) {
    const line = lines[at];
    if (line === undefined || isEnd(line)) return at;
    if (line.text.trim() === '') isParted = true;
    else if (line.isCode && !/^\s/.test(line.text)) {
      const opens = lines[at - 1]?.isCode !== true;
      if (opens && left <= 0) return at;
      if (opens) left--;
      isParted = false;
    } else if (!line.isCode && isParted && !/^\s/.test(line.text)) return at;
  }
  return end;
}

function fencesIn(lines: readonly Line[], from: number, to: number): number {
  let found = 0;
  for (let at = from; at < to; at++) {
    if (lines[at]?.isCode === true && (at === from || lines[at - 1]?.isCode !== true) && !/^\s/.test(lines[at]?.text ?? '')) found++;
  }
  return found;
}
