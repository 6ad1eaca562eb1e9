import { fail, ok, type Result } from '../../../core/result.ts';
import { badFile, type BadFile } from '../bad-file.ts';
import type { ImportedFile } from '../imported.ts';
import { cardItem } from './card-row.ts';
import { looksLikeHtml } from './cell-words.ts';
import { columnsOf, type Columns } from './columns.ts';
import { keyStyleOf } from './key-style.ts';
import { isOwnHeader, ownRow, type Placed } from './own-row.ts';
import { optionCells, questionItem } from './question-row.ts';
import { readTable, type Table, type TableRow } from './read-table.ts';

/** Characters. */
const LONGEST = 50_000_000;

/**
 * Tables of questions, parted by commas, tabs or semicolons: what our own exporter writes; a header that quiz tools use
 * (question, type, options, correct answer …); or cards with a front and a back, as Anki exports them.
 */
export function importCsv(text: string, file: string): Result<ImportedFile, BadFile> {
  if (text.length > LONGEST) return fail(badFile(`${file} is too long: over ${LONGEST / 1_000_000} million characters.`));
  if (text.includes('\0')) return fail(badFile(`${file} is no text: it holds bytes of another kind of file.`));
  const table = readTable(text, file);
  const [first, ...rest] = table.rows;
  if (first === undefined) return fail(badFile(`${file} has no rows.`));
  if (table.rows.every(({ cells }) => cells.filter((cell) => cell.trim() !== '').length < 2)) {
    return fail(badFile(`${file} has one column only: a question and its answer are expected at least.`, first.line));
  }
  const columns = table.says.size > 0 ? null : columnsOf(first.cells);
  const placed = isOwnHeader(first.cells)
    ? rest.map((row) => broken(row) ?? ownRow(first.cells, row.cells))
    : columns !== null
      ? questions(rest, columns)
      : cards(table);
  if (placed.length === 0) return fail(badFile(`${file} has a header and no rows.`, first.line));
  return ok({ title: null, licence: null, lessons: lessonsOf(placed) });
}

function broken({ fault, line, cells }: TableRow): Placed | null {
  if (fault === null) return null;
  const title = cells.join(' ').replace(/\s+/g, ' ').trim().slice(0, 100);
  return { lesson: '', item: { sourceId: null, title, kind: 'row', status: 'skipped', reason: `line ${line}: ${fault}`, exercise: null } };
}

function questions(rows: readonly TableRow[], columns: Columns): Placed[] {
  const keys = rows.map((row) => ({ key: (row.cells[columns.correct] ?? '').trim(), options: optionCells(row, columns) }));
  const style = keyStyleOf(keys);
  const isHtml = rows.some(({ cells }) => cells.some(looksLikeHtml));
  const lessonOf = ({ cells }: TableRow): string => (columns.group < 0 ? '' : (cells[columns.group] ?? '').trim());
  return rows.map((row) => broken(row) ?? { lesson: lessonOf(row), item: questionItem(row, columns, style, isHtml) });
}

/** Cards; columns with a meaning of their own (tags, decks, ids) are told by Anki above them. */
function cards({ rows, says }: Table): Placed[] {
  const html = says.get('html');
  const isHtml = html === undefined ? rows.some(({ cells }) => cells.some(looksLikeHtml)) : html === 'true';
  const column = (name: string): number => Number(says.get(`${name} column`) ?? 0) - 1;
  const special = ['tags', 'deck', 'notetype', 'guid'].map(column);
  const [, deck = -1, , guid = -1] = special;
  return rows.map((row) => {
    const words = row.cells.filter((_, at) => !special.includes(at));
    const [front = '', ...backs] = words;
    const id = guid < 0 ? '' : (row.cells[guid] ?? '').trim();
    const card = { id: id === '' ? null : id, line: row.line, front, backs, feedback: '', hints: [], isHtml };
    const lesson = deck < 0 ? (says.get('deck') ?? '') : (row.cells[deck] ?? '').trim();
    return broken(row) ?? { lesson, item: cardItem(card) };
  });
}

/** In the order in which they first appear. */
function lessonsOf(placed: readonly Placed[]): ImportedFile['lessons'] {
  const lessons = new Map<string, Placed[]>();
  for (const each of placed) {
    const others = lessons.get(each.lesson);
    if (others === undefined) lessons.set(each.lesson, [each]);
    else others.push(each);
  }
  return [...lessons].map(([title, rows]) => ({
    title,
    content: rows.flatMap(({ text }) => text ?? []).join('\n\n'),
    items: rows.map(({ item }) => item),
    assets: {},
  }));
}
