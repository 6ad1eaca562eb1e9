import { uuidV7 } from '../../../../src/core/uuid-v7.ts';
import { bringUp, type BroughtUp } from '../../../../src/boot/bring-up.ts';
import { bucketsOf } from '../../../../src/boot/buckets.ts';
import { refusingRunner } from '../../../../src/cli/refusing-runner.ts';
import { createPlatform } from '../../../../src/platform/create-platform.ts';
import journalWorker from '../../../../src/platform/journal/journal-worker.ts?worker&url';
import { createAppPolicy } from '../../../../src/platform/trusted-types.ts';
import { localToday } from '../../../../src/services/local-today.ts';
import type { Services } from '../../../../src/services/services.ts';

const tabId = uuidV7();
const noop = (): void => undefined;
let app: BroughtUp | null = null;

/** The app without its screens, as `main.tsx` brings it up. */
export async function bringAppUp(): Promise<string> {
  const policy = createAppPolicy(globalThis, () => false, [journalWorker]);
  const platform = await createPlatform(policy, { isBuilt: false, journalWorker, tabId });
  app = await bringUp({
    ...{ runner: refusingRunner, platform, now: Date.now, newId: () => uuidV7(), today: localToday, tabId, bundledCourses: () => [] },
    ...{ onStale: noop, onBroken: noop, onBlocked: noop, openBucket: bucketsOf(navigator), onLeaving: noop },
  });
  if (app.state === 'up') await app.finish();
  return app.state;
}

export function servicesOf(): Services {
  if (app?.state !== 'up') throw new Error('The app is not up');
  return app.services;
}
