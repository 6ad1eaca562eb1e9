import { TABLE_NAMES, type TableName } from '../../../db/tables.ts';
import { BACKUP_FORMAT, isEnvelope, type BackupError, type BackupFile, type BackupRow, type Damage } from '../backup-file.ts';
import { sha256OfText } from '../../core/digest.ts';
import { isRecord, parseJson } from '../../core/json.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import { marksOf, splitMarks } from './marks.ts';
import { salvageLines, salvageObject, type Found, type FoundRow } from './salvage.ts';
import { lastLine, withMark, type Head } from './write-backup.ts';

/** What could be read of a file: its good rows, and what is not among them. */
export interface Reading {
  readonly file: BackupFile;
  /** False: of the time before there were checks. Then only what is cut off or broken in shape can be told. */
  readonly isChecked: boolean;
  readonly damage: Damage | null;
}

/** Reads a file of doubtful origin as far as it is good. Never throws. */
export async function readBackup(raw: string, knownSchema: number): Promise<Result<Reading, BackupError>> {
  try {
    return await read(raw, knownSchema);
  } catch (error) {
    // Nested so deep that writing it out again takes more stack than there is: nothing that we wrote.
    if (error instanceof RangeError) return fail({ type: 'NotABackup' });
    throw error;
  }
}

async function read(raw: string, knownSchema: number): Promise<Result<Reading, BackupError>> {
  // Editors put a byte order mark in front, and mail changes the ends of lines.
  const text = raw.replace(/^\ufeff/, '').replaceAll('\r\n', '\n');
  const whole = parseJson(text);
  // One changed letter in the word `tables` leaves good JSON, whose lines are all there still.
  const shaped = isRecord(whole) && isRecord(whole.tables) ? whole : null;
  const found = shaped === null ? (salvageLines(text) ?? (whole === undefined ? salvageObject(text) : null)) : inWhole(shaped);
  if (found === null) return fail({ type: whole === undefined ? 'NotJson' : 'NotABackup' });
  const isChecked = found.marks.length > 0;
  const head = await likeliestHead(found.heads);
  if (head === null) return fail({ type: whole === undefined ? 'NotJson' : 'NotABackup' });
  if (head.schema > knownSchema) return fail({ type: 'DataNewerThanApp', found: head.schema, known: knownSchema });

  const { tables, lost } = isChecked ? await checkedRows(found, head.rows) : uncheckedRows(found);
  const isAsWritten = isChecked ? await isWhole(text) : shaped !== null;
  const damage = isAsWritten && lost.length === 0 ? null : { lost, isCut: shaped === null, isSure: isChecked };
  const { schema, app, madeAt } = head;
  return ok({ file: { format: BACKUP_FORMAT, schema, app, madeAt, tables }, isChecked, damage });
}

type Tables = Record<string, BackupRow[]>;
type Lost = Damage['lost'];

function inWhole(whole: Readonly<Record<string, unknown>>): Found {
  const again = isRecord(whole.again) ? whole.again : {};
  const rows = Object.entries(isRecord(whole.tables) ? whole.tables : {}).flatMap(([table, list]) =>
    (Array.isArray(list) ? (list as unknown[]) : [list]).map((row): FoundRow => ({ table, text: JSON.stringify(row) })),
  );
  const marks = [whole.checks, again.checks].flatMap((checks) =>
    Object.entries(isRecord(checks) ? checks : {}).flatMap(([table, joined]) =>
      typeof joined === 'string' ? [{ table, joined }] : [],
    ),
  );
  return { heads: [whole, again.head], rows, marks, broken: [] };
}

/** The one that is as it was written, else the first that can be one at all. */
async function likeliestHead(heads: readonly unknown[]): Promise<Omit<Head, 'rows'> & { rows?: unknown } | null> {
  const possible = heads.filter(isHead);
  for (const head of possible) if ((await withMark(head)).mark === head.mark) return head;
  return possible[0] ?? null;
}

const isHead = (value: unknown): value is Head => isEnvelope({ ...(isRecord(value) ? value : {}), tables: {} });

/** Whatever carries a mark that the file knows is as it was written, wherever in the file it stands. */
async function checkedRows(found: Found, counts: unknown): Promise<{ tables: Tables; lost: Lost }> {
  const tableOf = new Map<string, string>();
  const sizes = new Map<string, number>();
  for (const { table, joined } of found.marks) {
    if (!isTable(table)) continue;
    for (const mark of splitMarks(joined)) tableOf.set(mark, table);
    sizes.set(table, Math.max(sizes.get(table) ?? 0, splitMarks(joined).length));
  }
  for (const [table, size] of Object.entries(isRecord(counts) ? counts : {})) {
    if (isTable(table) && typeof size === 'number') sizes.set(table, size);
  }
  const marks = await marksOf(found.rows.map(({ text }) => text));
  const tables: Tables = Object.fromEntries([...sizes.keys()].map((table) => [table, []]));
  found.rows.forEach(({ text }, i) => {
    const mark = marks[i] ?? '';
    const table = tableOf.get(mark);
    const row = table === undefined ? undefined : parseJson(text);
    // Once only, though a file may hold it twice.
    if (table !== undefined && isRow(row)) (tables[table] ??= []).push(row);
    tableOf.delete(mark);
  });
  const lost = [...sizes].flatMap(([table, of]) => {
    const rows = of - (tables[table] ?? []).length;
    return rows > 0 ? [{ table, rows, of }] : [];
  });
  return { tables, lost };
}

function uncheckedRows(found: Found): { tables: Tables; lost: Lost } {
  const tables: Tables = {};
  const broken = new Map<string, number>();
  const lose = (table: string): void => void broken.set(table, (broken.get(table) ?? 0) + 1);
  found.broken.forEach(lose);
  for (const { table, text } of found.rows) {
    const row = parseJson(text);
    // What this app knows nothing of is of no use to it, and no loss.
    if (!isTable(table)) continue;
    if (isRow(row)) (tables[table] ??= []).push(row);
    else lose(table);
  }
  return { tables, lost: [...broken].map(([table, rows]) => ({ table, rows, of: rows + (tables[table] ?? []).length })) };
}

async function isWhole(text: string): Promise<boolean> {
  const end = text.lastIndexOf('\n"sha256":') + 1;
  return end > 0 && text.slice(end) === lastLine(await sha256OfText(text.slice(0, end)));
}

const isTable = (name: string): name is TableName => (TABLE_NAMES as readonly string[]).includes(name);
const isRow = (value: unknown): value is BackupRow => isRecord(value) && typeof value.id === 'string' && value.id !== '';
