import { TABLE_NAMES } from '../../../db/tables.ts';
import { parseJson } from '../../core/json.ts';

/** What stands in a text that may be broken anywhere. */
export interface Found {
  /** Objects that look like heads, the likeliest first. */
  readonly heads: readonly unknown[];
  /** Each with the table it stood in: checked rows are told by their marks alone. */
  readonly rows: readonly FoundRow[];
  readonly marks: readonly { readonly table: string; readonly joined: string }[];
  /** Tables of rows that end in the middle, where no mark tells of them. */
  readonly broken: readonly string[];
}
export interface FoundRow {
  readonly table: string;
  /** As it was written, on one line. */
  readonly text: string;
}

/** Reads a file whose rows stand on lines of their own. Null where it is no such file. */
export function salvageLines(text: string): Found | null {
  const heads: unknown[] = [];
  const rows: FoundRow[] = [];
  const marks: { table: string; joined: string }[] = [];
  let table = '';
  for (const line of text.split('\n')) {
    const opened = /^"(\w+)":\[$/.exec(line);
    if (opened?.[1] !== undefined) table = opened[1];
    const mark = /^"(\w+)":"([0-9a-f]*)",?$/.exec(line);
    if (mark?.[1] !== undefined) marks.push({ table: mark[1], joined: mark[2] ?? '' });
    if (line.startsWith('{"format"')) heads.push(parseJson(`${line.replace(/,$/, '')}}`));
    else if (line.startsWith('"again"')) heads.push(parseJson(line.slice(line.indexOf('{"format"')).replace(/,$/, '')));
    else if (line.startsWith('{')) rows.push({ table, text: line.replace(/,$/, '') });
  }
  // The first line may be gone, and with it the word for what this is.
  return marks.length === 0 && !text.slice(0, 2_000).includes('\n"checks":{') ? null : { heads, rows, marks, broken: [] };
}

/** Reads a file of the time before there were checks: one object, on one line or on many, cut off or broken. */
export function salvageObject(text: string): Found | null {
  const start = text.indexOf('"tables"');
  if (start < 0) return null;
  const head = parseJson(`${text.slice(0, start).trimEnd().replace(/,$/, '')}}`);
  const rows: FoundRow[] = [];
  const opening = new RegExp(`"(${TABLE_NAMES.join('|')})"\\s*:\\s*\\[`, 'y');
  const broken: string[] = [];
  let isInBroken = false;
  let table = '';
  let at = start + '"tables"'.length;
  while (at < text.length) {
    opening.lastIndex = at;
    const opened = text[at] === '"' ? opening.exec(text) : null;
    if (opened !== null) {
      [, table = ''] = opened;
      at += opened[0].length;
    } else if (text[at] === '{' && table !== '') {
      const end = endOfObject(text, at);
      const row = end === null ? undefined : parseJson(text.slice(at, end));
      if (row !== undefined) rows.push({ table, text: JSON.stringify(row) });
      else if (!isInBroken) broken.push(table);
      isInBroken = row === undefined;
      // A broken row: whatever of it looks like a row itself is told from one by its fields.
      at = end !== null && row !== undefined ? end : at + 1;
    } else at += 1;
  }
  return { heads: [head], rows, marks: [], broken };
}

/** Longer than any row is; a quotation mark that is gone must not send the search through the whole file each time. */
const LONGEST_ROW = 2_000_000;

/** The place behind the object that begins at `from`; null where it does not end. */
function endOfObject(text: string, from: number): number | null {
  let depth = 0;
  let isInText = false;
  const last = Math.min(text.length, from + LONGEST_ROW);
  for (let at = from; at < last; at += 1) {
    const char = text[at];
    if (isInText) {
      if (char === '\\') at += 1;
      else if (char === '"') isInText = false;
    } else if (char === '"') isInText = true;
    else if (char === '{' || char === '[') depth += 1;
    else if (char === '}' || char === ']') {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return null;
}
