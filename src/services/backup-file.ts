import type { EpochMs, Id } from '../../db/models/ids.ts';
import { isRecord } from '../core/json.ts';

export const BACKUP_FORMAT = 'hornbook-backup';

/**
 * The file: one JSON object. `tables` holds the rows of schema version `schema`, by table. What the file carries beside
 * these fields (backups/write-backup.ts) are checks: a reader that does not know them misses nothing.
 */
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
  /** What cannot be read any more; the rest can. Null: sound. */
  readonly damage: Damage | null;
}

/** Why a file is not as it was written. */
export interface Damage {
  /** Rows that are gone or not as they were; empty where only what stands around the rows is hurt. */
  readonly lost: readonly Lost[];
  /** The file ends too early, or is broken between its rows. */
  readonly isCut: boolean;
  /** The file carries checks: what `lost` does not name is all there. Without them more may be missing. */
  readonly isSure: boolean;
}
export interface Lost {
  readonly table: string;
  readonly rows: number;
  /** How many the table had, as far as the file tells. */
  readonly of: number;
}

export type BackupError =
  /** Nothing in it can be read. */
  | { readonly type: 'NotJson' }
  /** JSON, but not one of our backups. */
  | { readonly type: 'NotABackup' }
  | { readonly type: 'DataNewerThanApp'; readonly found: number; readonly known: number }
  /** A row that this device cannot take; `index` counts from 0 within the table. */
  | {
      readonly type: 'BrokenRow';
      readonly table: string;
      readonly index: number;
      readonly field: string;
      readonly reason: string;
    };

export function infoOf({ madeAt, app, schema, tables }: BackupFile, damage: Damage | null): BackupInfo {
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
    damage,
  };
}

interface Envelope extends Omit<BackupFile, 'tables'> {
  readonly tables: { readonly [table: string]: unknown };
}

export function isEnvelope(value: unknown): value is Envelope {
  if (!isRecord(value)) return false;
  const { format, schema, app, madeAt, tables } = value;
  return (
    format === BACKUP_FORMAT &&
    typeof schema === 'number' &&
    Number.isInteger(schema) &&
    schema >= 1 &&
    typeof app === 'string' &&
    Number.isFinite(madeAt) &&
    isRecord(tables)
  );
}
