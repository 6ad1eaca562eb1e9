import * as own from './primordials.ts';

/** Node's own: what an object may be as wide as, and how many levels of objects share a line. */
const WIDTH = 80;
const LEVELS_IN_LINE = 3;
export const MAX_ITEMS = 100;

/** Where on the screen a value stands. */
export interface Place {
  indentation: number;
  /** The depth of the object shown last: how deep the one around it goes. */
  depthReached: number;
}

/** The parts of one object, ready to be put together. */
export interface Shown {
  readonly entries: own.List<string>;
  /** Before the brace: of functions with properties. */
  readonly base: string;
  readonly open: string;
  readonly close: string;
  readonly depth: number;
  /** The items of an array, which stand in columns when they are many; null: no array. */
  readonly items: ArrayLike<unknown> | null;
}

/** On one line where it fits, else one entry a line; many items of an array in columns. As Node lays it out. */
export function layOut({ entries, base, open, close, depth, items }: Shown, place: Place): string {
  const before = base === '' ? '' : `${base} `;
  const lines = items !== null && entries.length > 6 ? inColumns(entries, items, place) : entries;
  if (place.depthReached - depth < LEVELS_IN_LINE && lines === entries) {
    const text = join(entries, ', ');
    const width = text.length - 2 * (entries.length - 1) + 2 * entries.length + place.indentation + open.length + base.length + 10;
    if (width <= WIDTH && own.indexOf(text, '\n') === -1 && own.indexOf(base, '\n') === -1) return `${before}${open} ${text} ${close}`;
  }
  const margin = `\n${own.repeat(' ', place.indentation)}`;
  return `${before}${open}${margin}  ${join(lines, `,${margin}  `)}${margin}${close}`;
}

/** The same list when columns do not suit it. */
function inColumns(entries: own.List<string>, items: ArrayLike<unknown>, place: Place): own.List<string> {
  const hasMore = entries.length > MAX_ITEMS;
  const count = hasMore ? entries.length - 1 : entries.length;
  let total = 0;
  let longest = 0;
  for (let i = 0; i < count; i++) {
    const { length } = own.at(entries, i);
    total += length + 2;
    if (length > longest) longest = length;
  }
  const widest = longest + 2;
  if (widest * 3 + place.indentation >= WIDTH || (total / widest <= 5 && longest > 6)) return entries;
  // About as high as wide, a character being 2.5 times as high as wide; short entries get more columns.
  const biased = max(widest - 3 - own.sqrt(widest - total / entries.length), 1);
  const square = own.round(own.sqrt(2.5 * biased * count) / biased);
  const columns = min(min(square, own.floor((WIDTH - place.indentation) / widest)), min(LEVELS_IN_LINE * 4, 15));
  if (columns <= 1) return entries;
  const widths = columnWidths(entries, columns);
  const areNumbers = allNumbers(items, entries.length);
  const lines = own.createList<string>();
  for (let i = 0; i < count; i += columns) {
    const end = min(i + columns, count);
    let line = '';
    for (let j = i; j < end; j++) {
      const isLast = j === end - 1;
      const text = own.at(entries, j) + (isLast ? '' : ', ');
      const width = own.at(widths, j - i) - (isLast ? 2 : 0);
      const padding = own.repeat(' ', max(0, width - text.length));
      line += areNumbers ? padding + text : isLast ? text : text + padding;
    }
    own.push(lines, line);
  }
  if (hasMore) own.push(lines, own.at(entries, count));
  return lines;
}

function columnWidths(entries: own.List<string>, columns: number): own.List<number> {
  const widths = own.createList<number>();
  for (let i = 0; i < columns; i++) {
    let width = 0;
    for (let j = i; j < entries.length; j += columns) width = j < MAX_ITEMS ? max(width, own.at(entries, j).length) : width;
    own.push(widths, width + 2);
  }
  return widths;
}

function allNumbers(items: ArrayLike<unknown>, count: number): boolean {
  for (let i = 0; i < count; i++) if (typeof items[i] !== 'number' && typeof items[i] !== 'bigint') return false;
  return true;
}

const max = (a: number, b: number): number => (a > b ? a : b);
const min = (a: number, b: number): number => (a < b ? a : b);

function join(list: own.List<string>, between: string): string {
  let text = '';
  for (let i = 0; i < list.length; i++) text += (i === 0 ? '' : between) + own.at(list, i);
  return text;
}
