import type { Id } from '../../db/models/ids.ts';
import type { User } from '../../db/models/user.ts';
import { fail, ok, type Result } from '../core/result.ts';
import { readDevice, writeDevice } from './device-state.ts';
import type { Environment } from './environment.ts';
import type { Erasure } from './erase.ts';
import { attemptWrite, type WriteFailure } from './failures.ts';
import { freeUsername } from './username.ts';

export type NameProblem = { readonly type: 'NameMissing' } | { readonly type: 'NameTooLong'; readonly limit: number };

export type { Erasure } from './erase.ts';

export interface ProfileService {
  /** The profile in use on this device; null before the first run. */
  current(): Promise<User | null>;
  list(): Promise<User[]>;
  /** Makes a learner, and makes them the current one. The username comes from the display name. */
  create(input: { readonly displayName: string }): Promise<Result<User, NameProblem | WriteFailure>>;
  rename(userId: Id, displayName: string): Promise<Result<User, NameProblem | WriteFailure>>;
  switchTo(userId: Id): Promise<void>;
  /** Takes the profile off the list; all history stays (R5). */
  remove(userId: Id): Promise<void>;
  /** Deletes the learner and all that hangs on them (R5). */
  erase(userId: Id): Promise<Erasure>;
  /** Deletes the learner's history in one course (R5). */
  eraseCourse(userId: Id, courseId: Id): Promise<Erasure>;
}

/** Longest display name, in characters. */
export const NAME_LIMIT = 60;

export function createProfileService(environment: Environment): ProfileService {
  const { strict, newId } = environment;

  return {
    current: () =>
      strict.read(['users', 'settings'], async () => {
        const id = await readDevice(strict, 'currentProfile');
        const user = id === null ? null : await strict.users.getById(id);
        // Removed or erased meanwhile: the next one there is.
        return user ?? (await strict.users.getActiveUsers())[0] ?? null;
      }),
    list: () => strict.users.getActiveUsers(),

    async create({ displayName }) {
      const name = checkName(displayName);
      if (!name.ok) return name;
      return attemptWrite(() =>
        strict.transact(['users', 'settings'], async () => {
          const username = await freeUsername(strict, name.value);
          const user = await strict.users.create({ id: newId(), username, displayName: name.value });
          await writeDevice(strict, 'currentProfile', user.id);
          return user;
        }),
      );
    },
    async rename(userId, displayName) {
      const name = checkName(displayName);
      if (!name.ok) return name;
      return attemptWrite(() => strict.users.update(userId, { displayName: name.value }));
    },
    switchTo: (userId) => writeDevice(strict, 'currentProfile', userId),
    remove: async (userId) => {
      await strict.users.delete(userId);
    },
    erase: async (userId) => (await import('./erase.ts')).eraseLearner(environment, userId),
    eraseCourse: async (userId, courseId) => (await import('./erase.ts')).eraseCourseOf(environment, userId, courseId),
  };
}

/** White space folded, in one Unicode form. */
function checkName(displayName: string): Result<string, NameProblem> {
  const name = displayName.normalize('NFC').replace(/\s+/gu, ' ').trim();
  if (name === '') return fail({ type: 'NameMissing' });
  if (Array.from(name).length > NAME_LIMIT) return fail({ type: 'NameTooLong', limit: NAME_LIMIT });
  return ok(name);
}
