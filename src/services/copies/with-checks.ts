import type { BackupFile } from '../backup-file.ts';

/** The backup in this text with all its checks, as an export makes one. The text must be whole. */
export async function withChecks(text: string): Promise<string> {
  const { writeBackup } = await import('../backups/write-backup.ts');
  return writeBackup(JSON.parse(text) as BackupFile);
}
