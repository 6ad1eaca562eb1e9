import type { EpochMs, Id } from '../../db/models/ids.ts';
import { RULES } from '../../db/rules/all-rules.ts';
import { TABLE_NAMES, type TableName } from '../../db/tables.ts';
import { fail, ok, type Result } from '../core/result.ts';

export const BACKUP_FORMAT = 'hornbook-backup';

/** The file: one JSON object. `tables` holds the rows of schema version `schema`, by table. */
export interface BackupFile {
  readonly format: typeof BACKUP_FORMAT;
  readonly schema: number;
  /** Version of the app that wrote it. */
  readonly app: string;
  readonly madeAt: EpochMs;
  readonly tables: { readonly [table: string]: readonly BackupRow[] };
}
export type BackupRow = Readonly<Record<string, unknown>> & { readonly id: Id };

export interface BackupInfo {
  readonly madeAt: EpochMs;
  /** Version of the app that wrote it. */
  readonly app: string;
  readonly schema: number;
  readonly users: readonly { readonly id: Id; readonly displayName: string; readonly attempts: number }[];
  readonly courseCount: number;
  readonly attemptCount: number;
  readonly draftCount: number;
}

export type BackupError =
  | { readonly type: 'NotJson' }
  /** JSON, but not one of our backups. */
  | { readonly type: 'NotABackup' }
  | { readonly type: 'DataNewerThanApp'; readonly found: number; readonly known: number }
  /** `index` counts from 0 within the table. */
  | {
      readonly type: 'BrokenRow';
      readonly table: string;
      readonly index: number;
      readonly field: string;
      readonly reason: string;
    };

/** Reads a file of doubtful origin. Rows of the present schema are checked field by field, older ones once restored. */
export function readBackup(text: string, knownSchema: number): Result<BackupFile, BackupError> {
  const parsed = parseJson(text);
  if (parsed === NOT_JSON) return fail({ type: 'NotJson' });
  if (!isEnvelope(parsed)) return fail({ type: 'NotABackup' });
  if (parsed.schema > knownSchema) {
    return fail({ type: 'DataNewerThanApp', found: parsed.schema, known: knownSchema });
  }
  const broken = firstBrokenRow(parsed.tables, parsed.schema === knownSchema);
  return broken === null ? ok(parsed as BackupFile) : fail(broken);
}

export function infoOf({ madeAt, app, schema, tables }: BackupFile): BackupInfo {
  const attempts = tables.exerciseAttempts ?? [];
  const users = tables.users ?? [];
  return {
    madeAt,
    app,
    schema,
    users: users
      .filter(({ deletedAt }) => deletedAt === null || deletedAt === undefined)
      .map(({ id, displayName }) => ({
        id,
        displayName: typeof displayName === 'string' ? displayName : id,
        attempts: attempts.filter(({ userId }) => userId === id).length,
      })),
    courseCount: (tables.courses ?? []).length,
    attemptCount: attempts.length,
    draftCount: (tables.drafts ?? []).length,
  };
}

const NOT_JSON = Symbol('not JSON');

function parseJson(text: string): unknown {
  try {
    // Some editors put a byte order mark in front.
    return JSON.parse(text.replace(/^\ufeff/, '')) as unknown;
  } catch {
    return NOT_JSON;
  }
}

interface Envelope extends Omit<BackupFile, 'tables'> {
  readonly tables: { readonly [table: string]: unknown };
}

function isEnvelope(value: unknown): value is Envelope {
  if (!isObject(value)) return false;
  const { format, schema, app, madeAt, tables } = value;
  return (
    format === BACKUP_FORMAT &&
    typeof schema === 'number' &&
    Number.isInteger(schema) &&
    schema >= 1 &&
    typeof app === 'string' &&
    Number.isFinite(madeAt) &&
    isObject(tables)
  );
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

type BrokenRow = Extract<BackupError, { type: 'BrokenRow' }>;

function firstBrokenRow(tables: Envelope['tables'], isPresentSchema: boolean): BrokenRow | null {
  for (const [table, rows] of Object.entries(tables)) {
    if (!Array.isArray(rows)) return { type: 'BrokenRow', table, index: 0, field: '', reason: 'must be a list of rows' };
    for (const [index, row] of (rows as unknown[]).entries()) {
      const fault = faultOf(table, row, isPresentSchema);
      if (fault !== null) return { type: 'BrokenRow', table, index, ...fault };
    }
  }
  return null;
}

function faultOf(table: string, row: unknown, isPresentSchema: boolean): { field: string; reason: string } | null {
  if (!isObject(row)) return { field: '', reason: 'must be an object' };
  if (typeof row.id !== 'string' || row.id === '') return { field: 'id', reason: 'must be text that is not empty' };
  if (!isPresentSchema || !isTable(table)) return null;
  const fault = RULES[table].shape(row, '');
  return fault === null ? null : { field: fault.path, reason: fault.reason };
}

const isTable = (name: string): name is TableName => (TABLE_NAMES as readonly string[]).includes(name);
