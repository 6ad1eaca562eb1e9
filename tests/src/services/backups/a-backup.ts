import type { BackupFile } from '../../../../src/services/backup-file.ts';
import { answerTrueFalse, enrolled } from '../learner.ts';
import { signUp } from '../set-up.ts';

/** Two learners who answered, went on, and chose something: as one file's rows. */
export async function aDevicesBackup(): Promise<BackupFile> {
  const device = await enrolled();
  const { services, userId } = device;
  const ben = await signUp(device, 'Ben');
  for (const learner of [userId, ben.id]) {
    for (let n = 0; n < 4; n += 1) await answerTrueFalse(device, learner, 'a1', n % 2 === 1);
    await services.progress.advanceToNextLesson(learner, 'py', 'a');
    await services.settings.set(learner, { theme: 'sepia' });
  }
  const { text } = await services.backups.exportAll();
  const { format, schema, app, madeAt, tables } = JSON.parse(text) as BackupFile;
  return { format, schema, app, madeAt, tables };
}
