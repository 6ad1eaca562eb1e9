import type { Repositories } from '../../db/repositories.ts';

/** A username made of a display name that nobody has yet, removed learners included: `ada-l`, `ada-l-2` … */
export async function freeUsername(repositories: Repositories, displayName: string): Promise<string> {
  const stem = toUsername(displayName);
  for (let n = 1; ; n += 1) {
    const username = n === 1 ? stem : `${stem}-${n}`;
    if ((await repositories.users.getByUsername(username, { includeDeleted: true })) === null) return username;
  }
}

/** Letters and digits of any script, in lower case, without marks; `learner` where nothing is left. */
export function toUsername(displayName: string): string {
  const plain = displayName.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().normalize('NFC');
  return plain.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '') || 'learner';
}
