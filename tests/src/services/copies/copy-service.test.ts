import { describe, expect, it } from 'vitest';
import { createRepositories } from '../../../../db/repositories.ts';
import { ok } from '../../../../src/core/result.ts';
import type { ChosenFolder, ChosenPlace } from '../../../../src/platform/copies.ts';
import type { BackupFile } from '../../../../src/services/backup-file.ts';
import { readBackup } from '../../../../src/services/backups/read-backup.ts';
import { createCopyService } from '../../../../src/services/copies/copy-service.ts';
import { HALF_HOUR } from '../../../../src/services/copies/thin.ts';
import type { Environment } from '../../../../src/services/environment.ts';
import { buildWorld } from '../../../factories/world.ts';
import { everythingIn, freshDatabase } from '../../../db/open.ts';
import { createFakeLocks } from '../fake-locks.ts';
import { fakePlatform } from '../fake-platform.ts';
import { createMemoryFolder } from './memory-folder.ts';

const ROOMY = { usage: 0, quota: 1e9 };

async function setUp() {
  const { repositories, clock, db } = await freshDatabase();
  const world = await buildWorld(repositories);
  const own = createMemoryFolder();
  const folder = createMemoryFolder();
  const place = { current: { state: 'none' } as ChosenPlace, estimate: ROOMY };
  const chosen: ChosenFolder = {
    where: () => Promise.resolve(place.current),
    choose: () => Promise.resolve(ok((place.current = { state: 'open', name: 'Safe', folder }))),
    allow: () => Promise.resolve(place.current),
    forget: () => Promise.resolve(void (place.current = { state: 'none' })),
  };
  const locks = createFakeLocks();
  const platform = {
    ...fakePlatform(locks.forTab()),
    storage: { ...fakePlatform(locks.forTab()).storage, estimate: () => Promise.resolve(place.estimate) },
    copies: () => Promise.resolve({ own, chosen }),
  };
  const environment = { strict: repositories, platform, now: () => clock.read(), newId: () => '0190-abcdef' } as unknown as Environment;
  const copies = await createCopyService(environment);
  const tick = async (ms: number) => {
    // A lock is free a moment after it was released.
    await new Promise((resolve) => setTimeout(resolve, 15));
    clock.now += ms;
  };
  return { repositories, clock, db, world, own, folder, place, copies, tick, locks };
}

describe('an automatic copy', () => {
  it('holds every row, as an export of that moment would', async () => {
    const { copies, repositories, world } = await setUp();
    const made = await copies.makeNow();
    const [copy] = (await copies.list()).own;
    if (copy === undefined) throw new Error('no copy');
    const file = JSON.parse((await copies.read(copy)) ?? '') as BackupFile;
    expect(file).toMatchObject({ format: 'hornbook-backup', schema: repositories.schemaVersion, app: '0.1.0-test', madeAt: copy.at });
    const rows = await everythingIn(repositories);
    for (const [table, list] of Object.entries(rows)) {
      const byId = (all: readonly { readonly id?: unknown }[]) => [...all].sort((a, b) => (String(a.id) < String(b.id) ? -1 : 1));
      expect(byId(file.tables[table] ?? [])).toEqual(byId(list));
    }
    const count = Object.values(rows).reduce((sum, list) => sum + list.length, 0);
    expect(made).toEqual({ ok: true, value: { at: copy.at, rows: count, folderFailure: null } });
    expect(await copies.holding([world.user])).toEqual([copy]);
    expect(await copies.holding([{ id: 'somebody', createdAt: 0 }])).toEqual([]);
  });

  it('is one moment’s view, though the learner goes on answering', async () => {
    const { copies, repositories, world } = await setUp();
    const making = copies.makeNow();
    await repositories.users.update(world.user.id, { displayName: 'Later' });
    await making;
    const [copy] = (await copies.list()).own;
    const text = copy === undefined ? null : await copies.read(copy);
    expect(['Later', world.user.displayName]).toContain((JSON.parse(text ?? '') as BackupFile).tables.users?.[0]?.displayName);
  });

  it('is made again after half an hour, and after the clock was put back', async () => {
    const { copies, tick } = await setUp();
    expect((await copies.keepUp()).ok).toBe(true);
    await tick(HALF_HOUR - 1_000);
    expect(await copies.keepUp()).toEqual({ ok: false, error: { type: 'CopyNotDue' } });
    await tick(1_000);
    expect((await copies.keepUp()).ok).toBe(true);
    await tick(-3 * HALF_HOUR);
    expect((await copies.keepUp()).ok).toBe(true);
  });

  it('is made by one tab at a time', async () => {
    const { copies, locks } = await setUp();
    await locks.forTab().take('copies', { steal: false, onLost: () => undefined });
    expect(await copies.makeNow()).toEqual({ ok: false, error: { type: 'CopiedElsewhere' } });
  });

  it('that is damaged gives no text', async () => {
    const { copies, own } = await setUp();
    await copies.makeNow();
    const [copy] = (await copies.list()).own;
    if (copy === undefined) throw new Error('no copy');
    const file = own.files.get(copy.name);
    own.files.set(copy.name, file?.slice(0, file.size - 4) ?? new Blob());
    expect(await copies.read(copy)).toBeNull();
    await copies.remove([copy]);
    expect((await copies.list()).own).toEqual([]);
  });

  it('lets the oldest go where room is short, and never eats the room of the next answer', async () => {
    const { copies, own, place, tick } = await setUp();
    for (let i = 0; i < 3; i++) {
      await copies.keepUp();
      await tick(HALF_HOUR);
    }
    place.estimate = { usage: 90, quota: 100 };
    expect(await copies.keepUp()).toEqual({ ok: false, error: { type: 'CopyFull' } });
    expect(own.files.size).toBe(1);
  });
});

describe('a folder of the learner’s', () => {
  it('gets plain backup files beside the app’s own copies, and loses none of its other files', async () => {
    const { copies, folder, tick } = await setUp();
    folder.files.set('holiday.jpg', new Blob(['x']));
    folder.files.set('hornbook-copy-2026-11-22-0900-zzzzzz.json', new Blob(['{}']));
    await copies.folder?.choose();
    for (let i = 0; i < 30; i++) {
      expect((await copies.makeNow()).ok).toBe(true);
      await tick(HALF_HOUR);
    }
    const { own, folder: there } = await copies.list();
    expect(there).toHaveLength(own.length);
    expect(own.length).toBeLessThan(20);
    expect([...folder.files.keys()]).toEqual(expect.arrayContaining(['holiday.jpg', 'hornbook-copy-2026-11-22-0900-zzzzzz.json']));
    const [newest] = there ?? [];
    expect(newest?.name).toMatch(/^hornbook-copy-2026-11-2\d-\d{4}-abcdef\.json$/);
    const text = newest === undefined ? null : await copies.read(newest);
    expect(JSON.parse(text ?? '')).toMatchObject({ format: 'hornbook-backup' });
  });

  it('carries checks: a copy that is damaged there is read as far as it is good, and tells what is missing', async () => {
    const { copies, folder, repositories } = await setUp();
    await copies.folder?.choose();
    await copies.makeNow();
    const [copy] = (await copies.list()).folder ?? [];
    if (copy === undefined) throw new Error('no copy');
    const whole = (await copies.read(copy)) ?? '';
    expect(await readBackup(whole, repositories.schemaVersion)).toMatchObject({ ok: true, value: { isChecked: true, damage: null } });
    folder.files.set(copy.name, new Blob([whole.replace('"displayName":"', '"displayName":"x')]));
    const text = (await copies.toFile(copy))?.text ?? '';
    const lost = [{ table: 'users', rows: 1 }];
    expect(await readBackup(text, repositories.schemaVersion)).toMatchObject({ ok: true, value: { damage: { lost, isSure: true } } });
  });

  it('that cannot be written leaves the app’s own copy in place', async () => {
    const { copies, folder } = await setUp();
    await copies.folder?.choose();
    folder.refuses = { type: 'CopyUnavailable', reason: 'gone' };
    expect(await copies.makeNow()).toMatchObject({ ok: true, value: { folderFailure: folder.refuses } });
    expect((await copies.list()).own).toHaveLength(1);
  });

  it('R5: is named among what still holds a learner', async () => {
    const { copies, world } = await setUp();
    await copies.folder?.choose();
    await copies.makeNow();
    expect((await copies.holding([world.user])).map(({ place }) => place)).toEqual(['own', 'folder']);
  });
});

describe('a copy that is just being written', () => {
  it('R5: is among what still holds a learner', async () => {
    const { copies, own, world } = await setUp();
    const held: ReturnType<typeof copies.holding>[] = [];
    const { files } = own;
    own.write = (name, content) => {
      held.push(copies.holding([world.user]));
      files.set(name, content);
      return Promise.resolve(ok(null));
    };
    await copies.makeNow();
    expect(await held[0]).toHaveLength(1);
  });
});

describe('writes', () => {
  it('are counted, so that nothing is copied while nothing changes', async () => {
    const { repositories, world, db } = await setUp();
    const before = repositories.writes();
    await repositories.users.getAll();
    expect(repositories.writes()).toBe(before);
    await repositories.users.update(world.user.id, { displayName: 'Other' });
    expect(repositories.writes()).toBeGreaterThan(before);
    expect(createRepositories(db).writes()).toBe(0);
  });
});
