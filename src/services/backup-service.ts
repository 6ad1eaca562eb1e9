import type { EpochMs, Id } from '../../db/models/ids.ts';
import type { User } from '../../db/models/user.ts';
import type { Result } from '../core/result.ts';
import type { WriteFailure } from './failures.ts';

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

export interface BackupService {
  /** Everything, or all of one learner, as one JSON file. Nothing is saved yet: hand it to `platform.files`. */
  exportAll(options?: { readonly userId?: Id }): Promise<{ name: string; text: string }>;
  inspect(text: string): Result<BackupInfo, BackupError>;
  /** All or nothing; refused where there is a learner already. */
  restoreIntoEmpty(
    text: string,
  ): Promise<Result<{ readonly users: readonly User[] }, BackupError | WriteFailure | { readonly type: 'NotEmpty' }>>;
  /** Backups made on this device, newest first. */
  made(): Promise<readonly { readonly name: string; readonly at: EpochMs; readonly userIds: readonly Id[] }[]>;
}
