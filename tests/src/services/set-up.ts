import { uuidV7 } from '../../../src/core/uuid-v7.ts';
import type { User } from '../../../db/models/user.ts';
import type { Repositories } from '../../../db/repositories.ts';
import { asBundled } from '../../../src/packs/bundle-mark.ts';
import type { CourseBundle } from '../../../src/packs/course-bundle.ts';
import type { Platform } from '../../../src/platform/platform.ts';
import { localToday } from '../../../src/services/local-today.ts';
import { createServices, type Services } from '../../../src/services/services.ts';
import { freshDatabase, type TestClock } from '../../db/open.ts';
import { createFakeLocks, type FakeLocks } from './fake-locks.ts';
import { fakePlatform } from './fake-platform.ts';
import { createFakeRunner, type FakeRunner } from './fake-runner.ts';

/** One tab: services of its own over the device's data and locks. */
export interface Tab {
  readonly services: Services;
  readonly repositories: Repositories;
  readonly runner: FakeRunner;
  readonly platform: Platform;
  readonly tabId: string;
}
export interface Device extends Tab {
  readonly clock: TestClock;
  readonly locks: FakeLocks;
  /** What the app brings along; a test may change it. */
  readonly bundled: CourseBundle[];
  readonly openTab: (tabId: string) => Promise<Tab>;
}

/** An empty device with one tab open. */
export async function freshDevice(): Promise<Device> {
  const database = await freshDatabase();
  const { repositories, clock } = database;
  const locks = createFakeLocks();
  const bundled: CourseBundle[] = [];
  const tab = async (strict: Repositories, tabId: string): Promise<Tab> => {
    const relaxed = (await database.open({ durability: 'relaxed' })).repositories;
    const runner = createFakeRunner();
    const platform = fakePlatform(locks.forTab());
    const environment = { strict, unjournaled: strict, relaxed, runner, platform, tabId, newId: () => uuidV7(), today: localToday, now: () => clock.read() };
    const bundledCourses = () => bundled.map(asBundled);
    return { services: createServices({ ...environment, bundledCourses }), repositories: strict, runner, platform, tabId };
  };
  const openTab = async (tabId: string) => tab((await database.open()).repositories, tabId);
  return { ...(await tab(repositories, 'tab 1')), clock, locks, bundled, openTab };
}

/** A learner, made the way the first run makes them. */
export async function signUp({ services }: Tab, displayName = 'Ada'): Promise<User> {
  const made = await services.profiles.create({ displayName });
  if (!made.ok) throw new Error(made.error.type);
  return made.value;
}
