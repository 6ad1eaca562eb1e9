import { sha256OfText } from '../../core/digest.ts';
import type { BackupFile } from '../backup-file.ts';
import { markOf, marksOf } from './marks.ts';

/** The head of a file that carries checks: it says what should be there, and whether it is itself as written. */
export interface Head {
  readonly format: string;
  readonly schema: number;
  readonly app: string;
  readonly madeAt: number;
  /** How many rows each table has. */
  readonly rows: { readonly [table: string]: number };
  /** Of all the fields above. */
  readonly mark: string;
}

/** Marks of a table's rows, one behind the other. */
export type Checks = { readonly [table: string]: string };

/** A file is cut off at its end: what courses hold can mostly be had again, what learners did cannot. */
const LAST = ['progressSnapshots', 'courses', 'lessons', 'exercises'];

/**
 * The text of a backup: one JSON object, as it has always been, so that any app and any tool reads it; but laid out
 * one row to a line, with a mark for every row, once in front and once behind, and a SHA-256 of it all. What is cut
 * off or damaged is noticed, costs only the rows it struck, and can be named: the marks in front tell what the end
 * held, and those behind stand in where the front is struck.
 */
export async function writeBackup({ format, schema, app, madeAt, tables }: BackupFile): Promise<string> {
  const inOrder = Object.entries(tables).sort(([a], [b]) => LAST.indexOf(a) - LAST.indexOf(b));
  const texts = inOrder.map(([table, rows]) => [table, rows.map((row) => JSON.stringify(row))] as const);
  const rows = Object.fromEntries(texts.map(([table, list]) => [table, list.length]));
  const head = await withMark({ format, schema, app, madeAt, rows });
  const marks = await Promise.all(texts.map(async ([table, list]) => [table, (await marksOf(list)).join('')] as const));
  const checks = marks.map(([table, joined]) => `${JSON.stringify(table)}:${JSON.stringify(joined)}`).join(',\n');
  const lists = texts.map(([table, list]) => `${JSON.stringify(table)}:[\n${list.join(',\n')}\n]`).join(',\n');
  const covered = [
    `${JSON.stringify(head).slice(0, -1)},`,
    `"checks":{\n${checks}\n},`,
    `"tables":{\n${lists}\n},`,
    `"again":{"head":${JSON.stringify(head)},`,
    `"checks":{\n${checks}\n}},`,
    '',
  ].join('\n');
  return `${covered}${lastLine(await sha256OfText(covered))}`;
}

/** What the file ends with; everything before it is what the SHA-256 is of. */
export const lastLine = (hash: string): string => `"sha256":"${hash}"}\n`;

export async function withMark(fields: Omit<Head, 'mark'>): Promise<Head> {
  const { format, schema, app, madeAt, rows } = fields;
  const marked = { format, schema, app, madeAt, rows };
  return { ...marked, mark: await markOf(JSON.stringify(marked)) };
}
