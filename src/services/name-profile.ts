import type { Id } from '../../db/models/ids.ts';
import type { User } from '../../db/models/user.ts';
import { fail, ok, type Result } from '../core/result.ts';
import { writeDevice } from './device-state.ts';
import type { Environment } from './environment.ts';
import { attemptWrite, type WriteFailure } from './failures.ts';
import { freeUsername } from './username.ts';

export type NameProblem = { readonly type: 'NameMissing' } | { readonly type: 'NameTooLong'; readonly limit: number };

/** Longest display name, in characters. */
export const NAME_LIMIT = 60;

/** Makes a learner, and makes them the current one. The username comes from the display name. */
export async function createProfile(
  { strict, newId }: Environment,
  displayName: string,
): Promise<Result<User, NameProblem | WriteFailure>> {
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
}

export async function renameProfile(
  { strict }: Environment,
  userId: Id,
  displayName: string,
): Promise<Result<User, NameProblem | WriteFailure>> {
  const name = checkName(displayName);
  if (!name.ok) return name;
  return attemptWrite(() => strict.users.update(userId, { displayName: name.value }));
}

/** White space folded, in one Unicode form. */
function checkName(displayName: string): Result<string, NameProblem> {
  const name = displayName.normalize('NFC').replace(/\s+/gu, ' ').trim();
  if (name === '') return fail({ type: 'NameMissing' });
  if (Array.from(name).length > NAME_LIMIT) return fail({ type: 'NameTooLong', limit: NAME_LIMIT });
  return ok(name);
}
