import type { Repositories } from '../../../db/repositories.ts';
import { emailKey } from '../../../db/rules/user-rules.ts';
import type { BackupRow } from '../backup-file.ts';
import { withFreeUsernames } from '../username.ts';
import type { Rows } from './sift.ts';

/** Learners and courses whose unique names somebody else holds here, or another row of the file, renamed. */
export async function withFreeNames(repositories: Repositories, rows: Rows): Promise<Pick<Rows, 'users' | 'courses'>> {
  const users = await withFreeUsernames(repositories, distinct(rows.users, 'username'));
  const emails = new Set<string>();
  const withFreeEmails: BackupRow[] = [];
  for (const user of users) {
    const { email } = user;
    const holder = typeof email === 'string' ? await repositories.users.getByEmail(email, { includeDeleted: true }) : null;
    const isTaken = typeof email === 'string' && ((holder !== null && holder.id !== user.id) || emails.has(emailKey(email)));
    if (typeof email === 'string') emails.add(emailKey(email));
    // A username can be made anew, an e-mail cannot: they go without.
    withFreeEmails.push(isTaken ? { ...user, email: null } : user);
  }
  const courses: BackupRow[] = [];
  for (const course of distinct(rows.courses, 'slug')) {
    courses.push({ ...course, slug: await freeSlug(repositories, course) });
  }
  return { users: withFreeEmails, courses };
}

async function freeSlug(repositories: Repositories, { id, slug }: BackupRow): Promise<string> {
  const stem = String(slug);
  for (let n = 1; ; n += 1) {
    const tried = n === 1 ? stem : `${stem}-${n}`;
    const holder = await repositories.courses.getBySlug(tried, { includeDeleted: true });
    if (holder === null || holder.id === id) return tried;
  }
}

/** Each value once: the second of the file gets the end of its id behind it. */
function distinct(rows: readonly BackupRow[], field: string): BackupRow[] {
  const seen = new Set<unknown>();
  return rows.map((row) => {
    const isDouble = seen.has(row[field]);
    seen.add(row[field]);
    return isDouble ? { ...row, [field]: `${String(row[field])}-${row.id.slice(-6)}` } : row;
  });
}
