import type { Id } from '../../db/models/ids.ts';
import type { User } from '../../db/models/user.ts';
import type { Result } from '../core/result.ts';
import { readDevice, writeDevice } from './device-state.ts';
import type { Environment } from './environment.ts';
import type { Erasure } from './erase.ts';
import type { WriteFailure } from './failures.ts';
import type { NameProblem } from './name-profile.ts';

export type { Erasure } from './erase.ts';
export type { NameProblem } from './name-profile.ts';

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

export function createProfileService(environment: Environment): ProfileService {
  const { strict } = environment;

  return {
    current: () =>
      strict.read(['users', 'settings'], async () => {
        const id = await readDevice(strict, 'currentProfile');
        const user = id === null ? null : await strict.users.getById(id);
        // Removed or erased meanwhile: the next one there is.
        return user ?? (await strict.users.getActiveUsers())[0] ?? null;
      }),
    list: () => strict.users.getActiveUsers(),

    create: async ({ displayName }) => (await import('./name-profile.ts')).createProfile(environment, displayName),
    rename: async (userId, displayName) => (await import('./name-profile.ts')).renameProfile(environment, userId, displayName),
    switchTo: (userId) => writeDevice(strict, 'currentProfile', userId),
    remove: async (userId) => {
      await strict.users.delete(userId);
    },
    erase: async (userId) => (await import('./erase.ts')).eraseLearner(environment, userId),
    eraseCourse: async (userId, courseId) => (await import('./erase.ts')).eraseCourseOf(environment, userId, courseId),
  };
}
