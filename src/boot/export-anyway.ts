import { rawDump, type RawDump } from '../../db/raw-dump.ts';
import { SCHEMA_VERSION } from '../../db/schema.ts';
import type { Platform } from '../platform/platform.ts';
import { readEntry } from '../services/journal/read-entry.ts';
import { foldEntries } from '../services/journal/fold.ts';
import { BACKUP_FORMAT, type BackupFile } from '../services/backup-file.ts';
import { writeBackup } from '../services/backups/write-backup.ts';

export interface ExportInput {
  readonly platform: Pick<Platform, 'files' | 'journal' | 'appVersion'>;
  readonly factory: IDBFactory;
  readonly name: string;
  readonly now: () => number;
}

/**
 * Saves what can still be read as a backup file, where there is no app that could do it: the rows of the database as
 * they are, else those of the journal. Rejects when neither can be read, or nothing was saved.
 */
export async function exportAnyway({ platform, factory, name, now }: ExportInput): Promise<void> {
  const found = await rawDump(factory, name).catch(() => null);
  const { version, tables } = found !== null && holdsWork(found) ? found : await fromJournal(platform);
  const file: BackupFile = {
    format: BACKUP_FORMAT,
    schema: version,
    app: platform.appVersion,
    madeAt: now(),
    tables: tables as BackupFile['tables'],
  };
  const saved = await platform.files.save('hornbook-rescued.json', await writeBackup(file), 'application/json');
  if (!saved.ok) throw new Error(saved.error.type);
}

async function fromJournal({ journal }: Pick<Platform, 'journal'>): Promise<Pick<RawDump, 'version' | 'tables'>> {
  const { lines } = await journal.read();
  const entries = lines.map(readEntry).filter((entry) => entry !== null);
  const { rows } = await foldEntries(entries);
  if (Object.keys(rows).length === 0) throw new Error('Neither the database nor the journal holds anything');
  return { version: SCHEMA_VERSION, tables: rows };
}

const holdsWork = ({ tables }: RawDump): boolean => (tables.users ?? []).length > 0;
