import { randomUUID } from 'node:crypto';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { openDatabase } from '../../db/database.ts';
import { createRepositories } from '../../db/repositories.ts';
import type { CourseBundle } from '../../src/packs/course-bundle.ts';
import { idlePlatform } from '../../src/cli/idle-platform.ts';
import type { Runner } from '../../src/runner/runner.ts';
import { createServices, type Services } from '../../src/services/services.ts';
import type { User } from '../../db/models/user.ts';
import { localToday } from '../../src/services/local-today.ts';

/**
 * A backup as the app itself would write it, of a learner who has these courses beside the bundled ones: how a test
 * brings a course, or a past, of its own into the app without a door that only tests may use. No code can run.
 */
export async function makeBackup(
  displayName: string,
  bundles: readonly CourseBundle[],
  live: (services: Services, user: User) => Promise<unknown> = () => Promise.resolve(),
): Promise<string> {
  const db = openDatabase({ name: randomUUID(), indexedDB: new IDBFactory(), IDBKeyRange });
  await db.open();
  const repositories = createRepositories(db);
  const services = createServices({
    strict: repositories,
    unjournaled: repositories,
    relaxed: repositories,
    runner: idleRunner,
    platform: idlePlatform,
    now: Date.now,
    newId: randomUUID,
    today: localToday,
    tabId: 'backup',
    bundledCourses: () => [],
  });
  for (const bundle of bundles) await services.courses.install(bundle);
  const made = await services.profiles.create({ displayName });
  if (!made.ok) throw new Error(made.error.type);
  await live(services, made.value);
  const { text } = await services.backups.exportAll();
  db.close();
  return text;
}

const notHere = (): never => {
  throw new Error('no code runs while a backup is made');
};
const idleRunner: Runner = { run: notHere, check: notHere, stop: notHere, warmUp: notHere, watch: notHere, dispose: notHere };
