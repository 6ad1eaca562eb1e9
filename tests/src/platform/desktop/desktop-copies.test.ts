import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createDesktopFolder } from '../../../../src/platform/desktop/desktop-copies.ts';
import type { BackupFile } from '../../../../src/services/backup-file.ts';
import { createCopyService, type CopyService } from '../../../../src/services/copies/copy-service.ts';
import type { Environment } from '../../../../src/services/environment.ts';
import { freshDatabase } from '../../../db/open.ts';
import { buildWorld } from '../../../factories/world.ts';
import { createMemoryFolder } from '../../services/copies/memory-folder.ts';
import { createFakeLocks } from '../../services/fake-locks.ts';
import { fakePlatform } from '../../services/fake-platform.ts';
import { startBridge } from '../../../electron/desktop-bridge.ts';
import { createFailingDisk } from '../../../electron/failing-disk.ts';

/** The services' own copies, over the whole bridge, in real folders. */
async function setUp() {
  const around = mkdtempSync(join(tmpdir(), 'copies-'));
  onTestFinished(() => rmSync(around, { recursive: true }));
  const [userData, safe] = [join(around, 'profile'), join(around, 'Safe')];
  mkdirSync(userData);
  mkdirSync(safe);
  const { repositories, clock } = await freshDatabase();
  const world = await buildWorld(repositories);
  const [disk, locks, own] = [createFailingDisk(), createFakeLocks(), createMemoryFolder()];
  const base = fakePlatform(locks.forTab());
  const start = async (): Promise<CopyService> => {
    const chosen = createDesktopFolder(await startBridge({ userData, disk, pick: () => safe }));
    const platform = { ...base, copies: () => Promise.resolve({ own, chosen }) };
    return createCopyService({ strict: repositories, platform, now: () => clock.read(), newId: () => '0190-abcdef' } as unknown as Environment);
  };
  const pass = async (minutes: number): Promise<void> => {
    // A lock is free a moment after it was released.
    await new Promise((resolve) => setTimeout(resolve, 15));
    clock.now += minutes * 60_000;
  };
  return { around, safe, world, disk, start, pass };
}

describe('automatic copies on the desktop', () => {
  it('go to the chosen folder as plain backup files, at the next start too', async () => {
    const { safe, world, start, pass } = await setUp();
    const first = await start();
    expect(await first.folder?.where()).toEqual({ state: 'none', name: null });
    expect(await first.folder?.choose()).toEqual({ ok: true, value: { state: 'open', name: 'Safe' } });
    expect(await first.makeNow()).toMatchObject({ ok: true, value: { folderFailure: null } });
    await pass(31);
    const second = await start();
    expect(await second.keepUp()).toMatchObject({ ok: true, value: { folderFailure: null } });
    const copies = (await second.list()).folder ?? [];
    expect(copies.map(({ name }) => name).sort()).toEqual(readdirSync(safe).sort());
    expect(copies).toHaveLength(2);
    const [copy] = copies;
    const file = JSON.parse((copy === undefined ? null : await second.read(copy)) ?? '') as BackupFile;
    expect(file.tables.users).toContainEqual(world.user);
    expect((await second.holding([world.user])).filter(({ place }) => place === 'folder')).toHaveLength(2);
    await second.remove(copies);
    expect(readdirSync(safe)).toEqual([]);
  });

  it('are thinned out there, and leave the learner’s own files', async () => {
    const { safe, start, pass } = await setUp();
    const service = await start();
    await service.folder?.choose();
    mkdirSync(join(safe, 'holidays'));
    for (let n = 0; n < 20; n++) {
      expect((await service.makeNow()).ok).toBe(true);
      await pass(31);
    }
    const { own, folder } = await service.list();
    expect(folder?.length).toBe(own.length);
    expect(readdirSync(safe)).toHaveLength(own.length + 1);
    expect(own.length).toBeLessThan(20);
  });

  it('that do not fit there, or find it gone, are told of and made in the app’s own place all the same', async () => {
    const { around, safe, disk, start, pass } = await setUp();
    const service = await start();
    await service.folder?.choose();
    disk.fails = (operation) => (operation === 'write' ? 'ENOSPC' : null);
    expect(await service.makeNow()).toMatchObject({ ok: true, value: { folderFailure: { type: 'CopyFull' } } });
    disk.fails = () => null;
    renameSync(safe, join(around, 'Elsewhere'));
    await pass(31);
    expect(await service.makeNow()).toMatchObject({ ok: true, value: { folderFailure: { type: 'CopyUnavailable' } } });
    const { own, folder } = await service.list();
    expect([own.length, folder]).toEqual([2, null]);
    renameSync(join(around, 'Elsewhere'), safe);
    await pass(31);
    expect(await service.makeNow()).toMatchObject({ ok: true, value: { folderFailure: null } });
  });
});

describe('a bridge that refuses', () => {
  it('is answered as a browser’s refusal is, and nothing is thrown at a choice or a write', async () => {
    const refuse = () => Promise.reject(new Error('refused'));
    const refusing = {
      ...{ copiesFolder: refuse, chooseCopiesFolder: refuse, forgetCopiesFolder: refuse },
      ...{ listCopies: refuse, readCopy: refuse, writeCopy: refuse, removeCopy: refuse },
    };
    const failure = { ok: false, error: { type: 'CopyUnavailable', reason: 'Error: refused' } };
    const chosen = createDesktopFolder(refusing);
    expect(await chosen.where()).toEqual({ state: 'none' });
    expect(await chosen.choose()).toEqual(failure);
    await expect(chosen.forget()).rejects.toThrow('refused');
    const place = await createDesktopFolder({ ...refusing, copiesFolder: () => Promise.resolve({ name: 'Safe' }) }).where();
    expect(place.state === 'open' && (await place.folder.write('a', new Blob(['x'])))).toEqual(failure);
  });

  it('for want of room or of the folder says which', async () => {
    const full = () => Promise.resolve({ type: 'Full' } as const);
    const bridge = {
      ...{ copiesFolder: () => Promise.resolve({ name: 'Safe' }), chooseCopiesFolder: full, forgetCopiesFolder: full },
      ...{ listCopies: full, readCopy: full, writeCopy: full, removeCopy: full },
    };
    const chosen = createDesktopFolder(bridge);
    expect(await chosen.choose()).toEqual({ ok: false, error: { type: 'CopyFull' } });
    await expect(chosen.forget()).rejects.toThrow('the disk is full');
    const place = await chosen.where();
    if (place.state !== 'open') throw new Error(place.state);
    for (const asked of [place.folder.list(), place.folder.read('a'), place.folder.remove('a')]) {
      await expect(asked).rejects.toThrow('the disk is full');
    }
  });
});
