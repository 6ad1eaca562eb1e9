import { infoOf, type BackupFile, type Damage } from '../../services/backup-file.ts';
import { toTable } from '../table.ts';

export interface BackupDescription {
  readonly schema: number;
  readonly app: string;
  readonly madeAt: string;
  readonly people: readonly { readonly id: string; readonly displayName: string; readonly attempts: number }[];
  readonly courses: readonly string[];
  readonly rows: { readonly [table: string]: number };
}

/** Who, what and how much. */
export function describeBackup(file: BackupFile): BackupDescription & { readonly lines: readonly string[] } {
  const { schema, app, madeAt, users } = infoOf(file, null);
  const rows = Object.fromEntries(Object.entries(file.tables).map(([table, { length }]) => [table, length]));
  const description: BackupDescription = {
    schema,
    app,
    madeAt: new Date(madeAt).toISOString(),
    people: users,
    courses: (file.tables.courses ?? []).map(({ title }) => String(title)),
    rows,
  };
  const lines = [
    ...toTable([
      ['made', description.madeAt],
      ['by version', `${app} (schema ${schema})`],
      ['people', users.map(({ displayName, attempts }) => `${displayName} (${attempts} ${attempts === 1 ? 'answer' : 'answers'})`).join(', ') || 'nobody'],
      ['courses', description.courses.join(', ') || 'none'],
    ]),
    '',
    ...toTable([['table', 'rows'], ...Object.entries(rows)]),
    '',
  ];
  // For people alone: other programs get the figures themselves.
  return Object.defineProperty({ ...description, lines }, 'lines', { enumerable: false });
}

/** Whether it is as it was written; if not, what is missing. */
export function soundnessOf({ damage, isChecked }: { readonly damage: Damage | null; readonly isChecked: boolean }): string[] {
  if (damage === null) {
    return [isChecked ? 'Sound: every row is as it was written.' : 'Readable as a whole. It is of the time before backups carried checks, so no more can be said.'];
  }
  const { lost, isCut, isSure } = damage;
  const why = isCut ? 'the file is cut off or broken' : 'the file was changed since it was written';
  if (lost.length === 0) {
    return isSure ? [`Damaged: ${why}, but every row in it is as it was written.`] : [`Damaged: ${why}. How much is missing cannot be told.`];
  }
  return [
    `Damaged: ${why}. These rows cannot be read any more, all others can${isSure ? '' : ' (at least; the file carries no checks)'}:`,
    ...toTable(lost.map(({ table, rows, of }) => [`  ${table}`, rows, `of ${of}`])),
  ];
}
