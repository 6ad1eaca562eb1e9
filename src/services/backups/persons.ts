import { aliasKey, settingId, type EpochMs, type Id } from '../../../db/models/ids.ts';
import type { User } from '../../../db/models/user.ts';
import type { Repositories } from '../../../db/repositories.ts';
import { emailKey } from '../../../db/rules/user-rules.ts';
import type { BackupRow } from '../backup-file.ts';
import { toUsername } from '../username.ts';
import type { Rows } from './sift.ts';

/** A learner of a backup, and who of this device they may be. */
export interface Person {
  readonly id: Id;
  readonly displayName: string;
  /** Answers of theirs in the file. */
  readonly attempts: number;
  /** They were removed from the list on the device the file comes from. */
  readonly isRemoved: boolean;
  /**
   * `same`: their id is here. `alias`: the learner once said who of here they are. `alike`: something of theirs is the
   * same as somebody's here, so that the learner is to be asked. `erased`: erased here, and stays so (R5).
   */
  readonly likeness: 'same' | 'alias' | 'alike' | 'new' | 'erased';
  readonly here: { readonly id: Id; readonly displayName: string } | null;
  /** What is alike. */
  readonly why: 'email' | 'username' | 'name' | null;
}

/** What the learner answered: who of here a learner of the file is; null: nobody. Those they were not asked of are missing. */
export type SamePeople = { readonly [fileUserId: Id]: Id | null };

export async function findPersons(repositories: Repositories, rows: Rows): Promise<Person[]> {
  const here = await repositories.users.getAll({ includeDeleted: true });
  const aliases = await readAliases(repositories);
  const theirAliases = rows.settings.filter(({ userId, key }) => userId === null && String(key).startsWith(aliasKey('')));
  const persons: Person[] = [];
  for (const row of rows.users) {
    const user = row as unknown as User;
    const isErased = (await repositories.tombstones.get(user.id, null)) !== null;
    const same = here.find(({ id }) => id === user.id);
    const alsoKnownAs = theirAliases.filter(({ value }) => value === user.id).map(({ key }) => String(key).slice(aliasKey('').length));
    const alias = here.find(({ id }) => id === aliases.get(user.id) || alsoKnownAs.includes(id));
    const wasErased = (await repositories.tombstones.get(aliases.get(user.id) ?? '', null)) !== null;
    const alike = user.deletedAt === null && same === undefined && alias === undefined ? likest(user, here) : null;
    const found = same ?? alias ?? alike?.user ?? null;
    const likeness = isErased || wasErased ? 'erased' : same ? 'same' : alias ? 'alias' : alike === null ? 'new' : 'alike';
    persons.push({
      id: user.id,
      displayName: user.displayName,
      attempts: rows.exerciseAttempts.filter(({ userId }) => userId === user.id).length,
      isRemoved: user.deletedAt !== null,
      likeness,
      here: found === null || likeness === 'erased' ? null : { id: found.id, displayName: found.displayName },
      why: likeness === 'alike' ? (alike?.why ?? null) : null,
    });
  }
  return persons;
}

/** Whom each learner of the file becomes here; those who stay themselves are missing. */
export function targetsOf(persons: readonly Person[], same: SamePeople): ReadonlyMap<Id, Id> {
  const targets = new Map<Id, Id>();
  for (const { id, likeness, here } of persons) {
    const isAsked = likeness !== 'same' && likeness !== 'erased' && Object.hasOwn(same, id);
    const answered = isAsked ? same[id] : undefined;
    const target = answered === undefined && likeness === 'alias' ? here?.id : answered;
    if (target !== undefined && target !== null && target !== id) targets.set(id, target);
  }
  return targets;
}

/** Which learners from elsewhere are who here. */
async function readAliases(repositories: Repositories): Promise<ReadonlyMap<Id, Id>> {
  const prefix = aliasKey('');
  const settings = (await repositories.settings.getAll(null)).filter(({ key }) => key.startsWith(prefix));
  return new Map(settings.flatMap(({ key, value }) => (typeof value === 'string' ? [[key.slice(prefix.length), value]] : [])));
}

function likest(user: User, here: readonly User[]): { user: User; why: 'email' | 'username' | 'name' } | null {
  const living = here.filter(({ deletedAt }) => deletedAt === null);
  const { email } = user;
  const byEmail = email === null ? undefined : living.find((one) => one.email !== null && emailKey(one.email) === emailKey(email));
  if (byEmail !== undefined) return { user: byEmail, why: 'email' };
  const byUsername = living.find(({ username }) => username === user.username);
  const byName = living.find(({ displayName }) => toUsername(displayName) === toUsername(user.displayName));
  if (byName !== undefined && byName === byUsername) return { user: byName, why: 'name' };
  const found = byUsername ?? byName;
  return found === undefined ? null : { user: found, why: found === byUsername ? 'username' : 'name' };
}

/** Rows of a learner of the file as those of whom they are here; ids made from the learner's are made anew. */
export function adopted(rows: Rows, targets: ReadonlyMap<Id, Id>): Rows {
  if (targets.size === 0) return rows;
  const tables = Object.entries(rows).map(([table, list]) => {
    const own = table === 'users' ? list.filter(({ id }) => !targets.has(id)) : list.flatMap((row) => adoptedRow(row, targets));
    return [table, [...merged(own).values()]];
  });
  return Object.fromEntries(tables) as Rows;
}

function adoptedRow(row: BackupRow, targets: ReadonlyMap<Id, Id>): BackupRow[] {
  const { userId, cardId, value } = row;
  if (userId === null && row.id.startsWith(settingId(null, aliasKey('')))) {
    const person = targets.get(String(value)) ?? String(value);
    return row.key === aliasKey(person) ? [] : [{ ...row, value: person }];
  }
  const target = typeof userId === 'string' ? targets.get(userId) : undefined;
  if (typeof userId !== 'string' || target === undefined) return [row];
  const ofTarget = (id: string): string => (id.startsWith(`${userId}/`) ? target + id.slice(userId.length) : id);
  const card = typeof cardId === 'string' ? { cardId: ofTarget(cardId) } : {};
  return [{ ...row, ...card, id: ofTarget(row.id), userId: target }];
}

/** Two learners of one file may be one here: of two rows about the same the later stands, of two facts the earlier. */
function merged(rows: readonly BackupRow[]): ReadonlyMap<Id, BackupRow> {
  const byId = new Map<Id, BackupRow>();
  for (const row of rows) {
    const before = byId.get(row.id);
    if (before === undefined || isBetter(row, before)) byId.set(row.id, row);
  }
  return byId;
}

function isBetter(row: BackupRow, before: BackupRow): boolean {
  if (typeof row.updatedAt === 'number' && typeof before.updatedAt === 'number') return isLater(row, before);
  return isEarlierFact(row, before);
}

/** Which of two states of a row was written last; of two written at once, the same one on every device. */
export const isLater = (a: Fields, b: Fields): boolean =>
  Number(a.updatedAt) > Number(b.updatedAt) || (a.updatedAt === b.updatedAt && JSON.stringify(a) > JSON.stringify(b));

type Fields = Readonly<Record<string, unknown>>;

/** What can exist only once, and never changes, happened when it first happened, whichever device tells it. */
export function isEarlierFact(a: Fields, b: Fields): boolean {
  const [one, other] = [a.at ?? a.createdAt, b.at ?? b.createdAt];
  if (typeof one !== 'number' || typeof other !== 'number') return false;
  return one < other || (one === other && JSON.stringify(a) < JSON.stringify(b));
}

/** A learner whose own row is lost, though rows of theirs are not: their name is gone, what they did is not. */
export const nameless = (id: Id, at: EpochMs): BackupRow => ({
  id,
  email: null,
  username: `learner-${id.slice(-6)}`,
  displayName: 'Learner',
  passwordHash: null,
  isActive: true,
  preferences: {},
  createdAt: at,
  updatedAt: at,
  deletedAt: null,
});
