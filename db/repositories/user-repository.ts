import { visible } from '../integrity.ts';
import type { Id } from '../models/ids.ts';
import type { New } from '../models/row.ts';
import type { User } from '../models/user.ts';
import { emailKey } from '../rules/user-rules.ts';
import type { Session } from '../transaction.ts';
import { startingWith } from '../ranges.ts';
import { remove, restore, shown } from './soft-delete.ts';
import type { ListOptions } from './soft-delete.ts';
import { changeRow, insertOne } from './writing.ts';

const DEFAULTS = { email: null, passwordHash: null, isActive: true, preferences: {} };

/** What a learner begins with when nothing else is said is theirs to leave out. */
export type NewUser = Omit<New<User>, keyof typeof DEFAULTS> & Partial<Pick<New<User>, keyof typeof DEFAULTS>>;
export type UserPatch = Partial<Omit<New<User>, 'id'>>;

export interface UserRepository {
  getById(id: Id, options?: ListOptions): Promise<User | null>;
  /** Letter case and Unicode form do not matter. */
  getByEmail(email: string, options?: ListOptions): Promise<User | null>;
  getByUsername(username: string, options?: ListOptions): Promise<User | null>;
  /** Neither removed nor inactive, from the oldest on. */
  getActiveUsers(): Promise<User[]>;
  /** From the oldest on. */
  getAll(options?: ListOptions): Promise<User[]>;
  /** Throws UniqueViolation where the e-mail or username is taken, by a removed learner too. */
  create(user: NewUser): Promise<User>;
  /** Throws NotFound and the violations. */
  update(id: Id, patch: UserPatch): Promise<User>;
  /** Removes the learner from every list; all history stays (R5). */
  delete(id: Id): Promise<User>;
  restore(id: Id): Promise<User>;
}

export function createUserRepository(session: Session): UserRepository {
  const users = session.db.rows('users');
  const live = () => users.where('[isLive+createdAt]').between(...startingWith(1));

  return {
    getById: (id, options) => session.query(async () => shown(await users.get(id), options)),
    getByEmail: (email, options) =>
      session.query(async () => shown(await users.where('emailKey').equals(emailKey(email)).first(), options)),
    getByUsername: (username, options) =>
      session.query(async () => shown(await users.where('username').equals(username).first(), options)),
    getActiveUsers: () =>
      session.query(async () => (await live().toArray()).filter((user) => user.isActive).map(visible<User>)),
    getAll: ({ includeDeleted = false } = {}) =>
      session.query(async () => (await (includeDeleted ? users.orderBy('createdAt') : live()).toArray()).map(visible<User>)),
    create: (user) => insertOne(session, 'users', { ...DEFAULTS, ...user, deletedAt: null }),
    update: (id, patch) => changeRow(session, 'users', id, (user) => ({ ...user, ...patch, id })),
    delete: (id) => remove(session, 'users', id, 'isActive'),
    restore: (id) => restore(session, 'users', id, 'isActive'),
  };
}
