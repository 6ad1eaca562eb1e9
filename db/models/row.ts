import type { EpochMs, Id } from './ids.ts';

export interface Row {
  readonly id: Id;
}

/** Set by the data layer: `createdAt` once, `updatedAt` at every change and never backwards (R3). */
export interface Timestamped {
  readonly createdAt: EpochMs;
  readonly updatedAt: EpochMs;
}

/** `deletedAt` null: the row lives. A removed row is out of every list unless asked for (R4). */
export interface SoftDeletable {
  readonly deletedAt: EpochMs | null;
}

/** Plain data that survives structured clone and JSON alike. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** A row as its maker gives it: the id is theirs, the times are the data layer's. */
export type New<R> = R extends unknown ? Omit<R, 'createdAt' | 'updatedAt' | 'deletedAt'> : never;
