import type { Repositories } from '../../db/repositories.ts';

/**
 * A username made of a display name that nobody has yet, removed learners included: `ada-l`, `ada-l-2` … `others`: names
 * that are about to be given.
 */
export async function freeUsername(repositories: Repositories, displayName: string, others: ReadonlySet<unknown> = new Set()): Promise<string> {
  const stem = toUsername(displayName);
  for (let n = 1; ; n += 1) {
    const username = n === 1 ? stem : `${stem}-${n}`;
    if (others.has(username)) continue;
    if ((await repositories.users.getByUsername(username, { includeDeleted: true })) === null) return username;
  }
}

/** Letters and digits of any script, in lower case, without marks; `learner` where nothing is left. */
export function toUsername(displayName: string): string {
  const plain = displayName.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().normalize('NFC');
  return plain.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '') || 'learner';
}

type AnyUser = Readonly<Record<string, unknown>> & { readonly id: string };

/** Rows of users from elsewhere, renamed where a learner of this device, removed or not, holds the username. */
export async function withFreeUsernames<R extends AnyUser>(
  repositories: Repositories,
  rows: readonly R[],
): Promise<R[]> {
  const renamed: R[] = [];
  // Another row of the same file may be called what this one would become.
  const given = new Set<unknown>(rows.map(({ username }) => username));
  for (const row of rows) {
    const { username } = row;
    const holder =
      typeof username === 'string' ? await repositories.users.getByUsername(username, { includeDeleted: true }) : null;
    const isTaken = holder !== null && holder.id !== row.id;
    const free = isTaken ? await freeUsername(repositories, holder.username, given) : username;
    given.add(free);
    renamed.push(isTaken ? { ...row, username: free } : row);
  }
  return renamed;
}
