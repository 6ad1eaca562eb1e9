import type { EpochMs, Id } from './ids.ts';
import type { Json, Row } from './row.ts';

export interface Setting extends Row {
  /** null: a setting of the device. */
  readonly userId: Id | null;
  readonly key: string;
  readonly value: Json;
  readonly updatedAt: EpochMs;
}
