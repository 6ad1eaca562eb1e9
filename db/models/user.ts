import type { Json, Row, SoftDeletable, Timestamped } from './row.ts';

/** A learner; a profile, as seen on this device. */
export interface User extends Row, Timestamped, SoftDeletable {
  readonly email: string | null;
  readonly username: string;
  readonly displayName: string;
  readonly passwordHash: string | null;
  readonly isActive: boolean;
  readonly preferences: { readonly [key: string]: Json };
}
