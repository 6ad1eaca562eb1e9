import type { Id } from '../../../db/models/ids.ts';
import type { Repositories } from '../../../db/repositories.ts';
import { TABLE_NAMES } from '../../../db/tables.ts';
import { BACKUP_FORMAT, type BackupFile } from '../backup-file.ts';
import type { CopyHead } from './copy-file.ts';

/** Rows turned into text at once: a few milliseconds' work, between which keys and clicks are answered. */
const AT_ONCE = 100;

/**
 * The same file that an export makes, as one moment saw the database, but made in slices: the page is never held up
 * for long. A write that comes meanwhile waits until the last slice is read.
 */
export async function backupText(
  strict: Repositories,
  { app, madeAt }: Pick<BackupFile, 'app' | 'madeAt'>,
): Promise<{ readonly text: Blob; readonly head: CopyHead }> {
  const inspection = await strict.inspection();
  const opening = JSON.stringify({ format: BACKUP_FORMAT, schema: strict.schemaVersion, app, madeAt }).slice(0, -1);
  // A blob for each slice: all the text in one go would be encoded in one go.
  const parts: (string | Blob)[] = [`${opening},"tables":{`];
  const userIds: Id[] = [];
  let rows = 0;
  await strict.read('all', async () => {
    for (const [i, table] of TABLE_NAMES.entries()) {
      parts.push(`${i === 0 ? '' : ','}${JSON.stringify(table)}:[`);
      let after: Id | null = null;
      let isFirst = true;
      for (;;) {
        const page = await inspection.page(table, after, AT_ONCE);
        const [last] = page.slice(-1);
        if (last === undefined) break;
        parts.push(new Blob([(isFirst ? '' : ',') + page.map(({ row }) => JSON.stringify(row)).join(',')]));
        if (table === 'users') userIds.push(...page.map(({ id }) => id));
        rows += page.length;
        after = last.id;
        isFirst = false;
        if (page.length < AT_ONCE) break;
      }
      parts.push(']');
    }
  });
  parts.push('}}');
  const text = new Blob(parts, { type: 'application/json' });
  return { text, head: { madeAt, userIds, rows, bytes: text.size } };
}
