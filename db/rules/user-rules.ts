import { fields, flag, json, mapOf, nullable, words } from '../checks.ts';
import type { User } from '../models/user.ts';
import { row, softDeletable, timestamps } from './fields.ts';
import type { TableRules } from './rules.ts';

/**
 * One mailbox, one key: letter case and Unicode form folded. Upper case first, because ß and SS meet only there.
 */
export function emailKey(email: string): string {
  return email.trim().normalize('NFKC').toUpperCase().toLowerCase().normalize('NFKC');
}

export const userRules: TableRules<User> = {
  shape: fields<User>({
    ...row,
    ...timestamps,
    ...softDeletable,
    email: nullable(words),
    username: words,
    displayName: words,
    passwordHash: nullable(words),
    isActive: flag,
    preferences: mapOf(json),
  }),
  times: 'created and updated',
  isImmutable: false,
  unique: [
    {
      field: 'email',
      index: 'emailKey',
      keyOf: (user) => (user.email === null ? null : emailKey(user.email)),
      valueOf: (user) => user.email,
    },
    { field: 'username', index: 'username', keyOf: (user) => user.username, valueOf: (user) => user.username },
  ],
  references: [],
  hidden: (user) => ({
    ...(user.email === null ? {} : { emailKey: emailKey(user.email) }),
    isLive: user.deletedAt === null ? 1 : 0,
  }),
};
