import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { openDatabase } from '../../db/database.ts';
import { createRepositories, type Repositories } from '../../db/repositories.ts';
import type { StoryClock } from '../../seeds/seed.ts';
import { readCourses } from '../build/courses-plugin.ts';
import { uuidV7At } from '../core/uuid-v7.ts';
import { asBundled } from '../packs/bundle-mark.ts';
import { localToday } from '../services/local-today.ts';
import { createServices, type Services } from '../services/services.ts';
import { idlePlatform } from './idle-platform.ts';
import { refusingRunner } from './refusing-runner.ts';

const COURSES = fileURLToPath(new URL('../../seeds/demo', import.meta.url));

export interface DemoDatabase {
  readonly repositories: Repositories;
  readonly services: Services;
  /** What every row is stamped with. */
  readonly clock: StoryClock;
  readonly close: () => void;
}

/** A fresh database in memory, with the services on it. Nothing of it is left when it is closed. */
export async function openDemoDatabase(): Promise<DemoDatabase> {
  const db = openDatabase({ name: randomUUID(), indexedDB: new IDBFactory(), IDBKeyRange });
  await db.open();
  const clock: StoryClock = { time: Date.now() };
  const now = (): number => clock.time;
  const repositories = createRepositories(db, { now });
  const services = createServices({
    strict: repositories,
    unjournaled: repositories,
    relaxed: repositories,
    runner: refusingRunner,
    platform: idlePlatform,
    now,
    newId: () => uuidV7At(clock.time),
    today: localToday,
    tabId: 'terminal',
    bundledCourses: () => demoCourses().map(asBundled),
  });
  return { repositories, services, clock, close: () => db.close() };
}

function demoCourses(): ReturnType<typeof readCourses>['bundles'] {
  const { bundles, findings } = readCourses(COURSES);
  if (findings.length > 0) throw new Error(`The demo's courses cannot be used:\n${findings.join('\n')}`);
  return bundles;
}
