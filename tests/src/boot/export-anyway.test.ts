import { describe, expect, it } from 'vitest';
import { SCHEMA_VERSION } from '../../../db/schema.ts';
import { exportAnyway } from '../../../src/boot/export-anyway.ts';
import { ok } from '../../../src/core/result.ts';
import type { BackupFile } from '../../../src/services/backup-file.ts';
import { createJournalKeeper } from '../../../src/services/journal/keeper.ts';
import { buildWorld } from '../../factories/world.ts';
import { freshDatabase } from '../../db/open.ts';
import { createFakeLocks } from '../services/fake-locks.ts';
import { fakePlatform } from '../services/fake-platform.ts';

async function setUp() {
  const { db, repositories, clock, device } = await freshDatabase();
  const platform = fakePlatform(createFakeLocks().forTab());
  const saved: { name: string; text: string }[] = [];
  const files = {
    ...platform.files,
    save(name: string, text: string) {
      saved.push({ name, text });
      return Promise.resolve(ok(null));
    },
  };
  const rescue = async (): Promise<BackupFile> => {
    await exportAnyway({ platform: { ...platform, files }, factory: device.indexedDB, name: device.name, now: () => clock.read() });
    return JSON.parse(saved.at(-1)?.text ?? '') as BackupFile;
  };
  const journaled = createJournalKeeper({ ...platform, now: () => clock.read(), schema: SCHEMA_VERSION });
  return { db, repositories, device, saved, rescue, journaled };
}

describe('an export without an app', () => {
  it('holds every learner and answer of the database, with the checks of any other backup', async () => {
    const { repositories, rescue, saved } = await setUp();
    const { user } = await buildWorld(repositories);
    const { exerciseAttempts } = await repositories.count();
    const { tables, schema } = await rescue();
    expect(schema).toBe(SCHEMA_VERSION);
    expect(tables.users).toMatchObject([{ id: user.id }]);
    expect(tables.exerciseAttempts).toHaveLength(exerciseAttempts);
    expect(JSON.parse(saved[0]?.text ?? '')).toHaveProperty('sha256');
  });

  it('R14: is of the version that the data are of, though this app knows no such version', async () => {
    const { db, repositories, device, rescue } = await setUp();
    const { user } = await buildWorld(repositories);
    db.close();
    await new Promise<void>((resolve, reject) => {
      const request = device.indexedDB.open(device.name, (SCHEMA_VERSION + 5) * 10);
      request.onsuccess = () => {
        request.result.close();
        resolve();
      };
      request.onerror = () => reject(new Error('not made newer'));
    });
    const { tables, schema } = await rescue();
    expect(schema).toBe(SCHEMA_VERSION + 5);
    expect(tables.users).toMatchObject([{ id: user.id }]);
  });

  it('holds what the journal has where the database holds nobody', async () => {
    const { rescue, journaled } = await setUp();
    const user = { id: 'u', displayName: 'Ada', username: 'ada' };
    await journaled.onCommitted({ written: { users: [user as never] }, deleted: {} });
    expect((await rescue()).tables.users).toMatchObject([user]);
  });

  it('says so where neither holds anything, and saves nothing', async () => {
    const { rescue, saved } = await setUp();
    await expect(rescue()).rejects.toThrow('Neither');
    expect(saved).toEqual([]);
  });
});
