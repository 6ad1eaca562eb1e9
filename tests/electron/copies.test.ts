import { execFileSync } from 'node:child_process';
import { existsSync, linkSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, parse } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createCopies, type Copies } from '../../electron/copies.ts';
import { LARGEST_COPY } from '../../electron/copy-files.ts';
import { deviceTag, folderPlace } from '../../src/services/copies/places.ts';
import { createFailingDisk, failAt, type FailingDisk } from './failing-disk.ts';

const NAME = 'hornbook-copy-2026-11-22-1742-1a2b3c.json';
const OTHER = 'hornbook-copy-2026-11-22-1812-1a2b3c.json';

let around: string;
let userData: string;
let safe: string;
beforeEach(() => {
  around = mkdtempSync(join(tmpdir(), 'copies-'));
  [userData, safe] = [join(around, 'profile'), join(around, 'Safe')];
  mkdirSync(userData);
  mkdirSync(safe);
});
afterEach(() => rmSync(around, { recursive: true }));

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const inSafe = (name: string): string => join(safe, name);

/** The app as it is started on that profile. */
function start(disk: FailingDisk = createFailingDisk()): Copies & { readonly disk: FailingDisk } {
  return { ...createCopies(userData, disk), disk };
}
async function startChosen(disk?: FailingDisk): Promise<ReturnType<typeof start>> {
  const copies = start(disk);
  expect(await copies.take(safe)).toEqual({ type: 'Taken', name: 'Safe' });
  return copies;
}
const unavailable = (reason: string) => ({ type: 'Unavailable', reason: expect.stringContaining(reason) as string });

describe('the note of the chosen folder', () => {
  it('lasts over starts, and leaves nothing beside it', async () => {
    await startChosen();
    expect(readdirSync(userData)).toEqual(['copies-folder.json']);
    expect(await start().where()).toEqual({ name: 'Safe' });
  });

  it.each(['', '{', 'null', '[]', '"/etc"', '{"path":1}', '{"path":"Safe"}', '{"path":"../Safe"}', '\0\0\0\0'])(
    'that rotted to %j is none, and another can be chosen',
    async (rotten) => {
      writeFileSync(join(userData, 'copies-folder.json'), rotten);
      expect(await start().where()).toBeNull();
      expect(await start().list()).toEqual(unavailable('no folder is chosen'));
      await startChosen();
      expect(await start().where()).toEqual({ name: 'Safe' });
    },
  );

  it('names the root of a disk by its path', async () => {
    const { root } = parse(around);
    writeFileSync(join(userData, 'copies-folder.json'), JSON.stringify({ path: root }));
    expect(await start().where()).toEqual({ name: root });
  });

  it('killed or failing at any step of a choice, is the earlier one or the new one', async () => {
    const second = join(around, 'Second');
    mkdirSync(second);
    const seen = new Set<string>();
    for (let k = 0; k < 16; k++) {
      for (const isKilled of [false, true]) {
        await startChosen();
        const disk = createFailingDisk();
        failAt(disk, k, isKilled, seen);
        const taken = await start(disk).take(second);
        const after = await start().where();
        expect([{ name: 'Safe' }, { name: 'Second' }]).toContainEqual(after);
        if (taken.type === 'Taken') expect(after).toEqual({ name: 'Second' });
        else expect(taken).toEqual(unavailable('EIO'));
      }
    }
    expect([...seen].sort()).toEqual(['open', 'rename', 'rm', 'sync', 'write']);
  });

  it('for which there is no room changes nothing', async () => {
    const copies = await startChosen();
    const second = join(around, 'Second');
    mkdirSync(second);
    copies.disk.fails = (operation) => (operation === 'write' ? 'ENOSPC' : null);
    expect(await copies.take(second)).toEqual({ type: 'Full' });
    expect(await start().where()).toEqual({ name: 'Safe' });
    expect([readdirSync(second), readdirSync(userData)]).toEqual([[], ['copies-folder.json']]);
  });

  it('is not made for a folder in which nothing can be made', async () => {
    const copies = start();
    copies.disk.fails = (operation) => (operation === 'open' ? 'EROFS' : null);
    expect(await copies.take(safe)).toEqual(unavailable('EROFS'));
    copies.disk.fails = () => null;
    expect(await copies.take(join(around, 'gone'))).toEqual(unavailable('ENOENT'));
    writeFileSync(join(around, 'file'), '');
    expect(await copies.take(join(around, 'file'))).toEqual(unavailable('ENOTDIR'));
    expect(await copies.take('Safe')).toEqual(unavailable('not a folder'));
    expect(await copies.where()).toBeNull();
    expect([readdirSync(userData), readdirSync(safe)]).toEqual([[], []]);
  });

  it('is dropped on a full disk too', async () => {
    const copies = await startChosen();
    copies.disk.fails = (operation) => (operation === 'write' ? 'ENOSPC' : null);
    expect(await copies.forget()).toEqual({ type: 'Done' });
    expect(await start().where()).toBeNull();
  });
});

describe('copies in the chosen folder', () => {
  it('are told of, and nothing else that lies there', async () => {
    const copies = await startChosen();
    await copies.write({ name: NAME, bytes: bytes('one') });
    for (const name of ['mine.txt', '.hidden', `${OTHER}.part`, `${OTHER}.bak`, `x${OTHER}`]) writeFileSync(inSafe(name), 'mine');
    mkdirSync(inSafe(OTHER));
    expect(await copies.list()).toEqual({ type: 'Listed', copies: [{ name: NAME, bytes: 3 }] });
    expect(await copies.read(OTHER)).toEqual({ type: 'Missing' });
    expect(await copies.remove(OTHER)).toEqual({ type: 'Done' });
    expect(await copies.write({ name: OTHER, bytes: bytes('x') })).toEqual(unavailable('is no file'));
    expect(existsSync(inSafe(OTHER))).toBe(true);
  });

  it.each(['../outside.json', 'mine.txt', `sub/${NAME}`, '..', ''])('have their own names: %j is refused here too', async (name) => {
    const copies = await startChosen();
    writeFileSync(join(around, 'outside.json'), 'outside');
    writeFileSync(inSafe('mine.txt'), 'mine');
    const refused = unavailable('not the name of a copy');
    expect(await copies.read(name)).toEqual(refused);
    expect(await copies.write({ name, bytes: bytes('x') })).toEqual(refused);
    expect(await copies.remove(name)).toEqual(refused);
    expect([readFileSync(join(around, 'outside.json'), 'utf8'), readFileSync(inSafe('mine.txt'), 'utf8')]).toEqual(['outside', 'mine']);
  });

  it('are never reached through a link, nor is what a link leads to', async () => {
    const copies = await startChosen();
    const secret = join(around, 'secret.json');
    writeFileSync(secret, 'secret');
    symlinkSync(secret, inSafe(NAME));
    symlinkSync(around, inSafe(OTHER));
    for (const name of [NAME, OTHER]) {
      expect(await copies.read(name)).toEqual({ type: 'Missing' });
      expect(await copies.write({ name, bytes: bytes('x') })).toEqual(unavailable('is no file'));
      expect(await copies.remove(name)).toEqual({ type: 'Done' });
    }
    expect(await copies.list()).toEqual({ type: 'Listed', copies: [] });
    expect([readFileSync(secret, 'utf8'), readlinkSync(inSafe(NAME))]).toEqual(['secret', secret]);
  });

  it('are not written through a link that lies where the half of one would', async () => {
    const copies = await startChosen();
    const secret = join(around, 'secret.json');
    writeFileSync(secret, 'secret');
    symlinkSync(secret, inSafe(`${NAME}.part`));
    expect(await copies.write({ name: NAME, bytes: bytes('x') })).toEqual({ type: 'Done' });
    expect([readFileSync(secret, 'utf8'), readFileSync(inSafe(NAME), 'utf8'), readdirSync(safe)]).toEqual(['secret', 'x', [NAME]]);
  });

  it('leave a file alone that shares its bytes with an earlier copy', async () => {
    const copies = await startChosen();
    const secret = join(around, 'secret.json');
    writeFileSync(secret, 'secret');
    linkSync(secret, inSafe(NAME));
    expect(await copies.write({ name: NAME, bytes: bytes('x') })).toEqual({ type: 'Done' });
    expect(readFileSync(secret, 'utf8')).toBe('secret');
  });

  it.runIf(process.platform !== 'win32')('are not waited for where a pipe has the name of one', async () => {
    const copies = await startChosen();
    execFileSync('mkfifo', [inSafe(NAME)]);
    expect(await copies.read(NAME)).toEqual({ type: 'Missing' });
    expect(await copies.list()).toEqual({ type: 'Listed', copies: [] });
  });

  it('are not read where one is larger than a message carries', async () => {
    const copies = await startChosen();
    writeFileSync(inSafe(NAME), '');
    truncateSync(inSafe(NAME), LARGEST_COPY + 1);
    expect(await copies.read(NAME)).toEqual(unavailable('is larger than'));
    expect(await copies.list()).toEqual({ type: 'Listed', copies: [{ name: NAME, bytes: LARGEST_COPY + 1 }] });
  });

  it('may have any name that the copies have', async () => {
    const copies = await startChosen();
    const notes = { get: () => null, set: () => undefined };
    const unasked = (): never => {
      throw new Error('unreachable');
    };
    const tag = deviceTag(notes, () => '0195E8F0-1111-7222-8333-4444555566AF');
    const { nameOf } = folderPlace({ list: unasked, read: unasked, write: unasked, remove: unasked }, tag);
    for (const at of [0, Date.UTC(2026, 10, 22, 17, 42), Date.UTC(2099, 11, 31, 23, 59)]) {
      expect(await copies.write({ name: nameOf(at), bytes: bytes('x') })).toEqual({ type: 'Done' });
    }
    expect(await copies.list()).toMatchObject({ copies: { length: 3 } });
  });

  it('never bring a folder back that is gone: it may be an unplugged disk’s', async () => {
    const copies = await startChosen();
    rmSync(safe, { recursive: true });
    expect(await copies.write({ name: NAME, bytes: bytes('x') })).toEqual(unavailable('ENOENT'));
    expect(await copies.list()).toEqual(unavailable('ENOENT'));
    expect([await copies.read(NAME), await copies.remove(NAME)]).toEqual([{ type: 'Missing' }, { type: 'Done' }]);
    expect(existsSync(safe)).toBe(false);
    mkdirSync(safe);
    expect(await copies.write({ name: NAME, bytes: bytes('x') })).toEqual({ type: 'Done' });
  });
});

describe('a disk that fails under a copy', () => {
  it.each([
    ['ENOSPC', { type: 'Full' }],
    ['EDQUOT', { type: 'Full' }],
    ['EROFS', unavailable('EROFS')],
    ['EACCES', unavailable('EACCES')],
    ['EIO', unavailable('EIO')],
  ])('is told by its kind: %s', async (code, answer) => {
    const copies = await startChosen();
    await copies.write({ name: NAME, bytes: bytes('whole') });
    copies.disk.fails = (operation) => (operation === 'write' ? code : null);
    expect(await copies.write({ name: NAME, bytes: bytes('lost') })).toEqual(answer);
    copies.disk.fails = (operation) => (['lstat', 'readdir'].includes(operation) ? code : null);
    expect([await copies.list(), await copies.read(NAME), await copies.remove(NAME)]).toEqual([answer, answer, answer]);
    copies.disk.fails = () => null;
    expect(await copies.read(NAME)).toEqual({ type: 'Read', bytes: bytes('whole') });
    expect(readdirSync(safe)).toEqual([NAME]);
  });

  it('is on the disk, file and name, before it is called written', async () => {
    const copies = await startChosen();
    copies.disk.done.length = 0;
    await copies.write({ name: NAME, bytes: bytes('x') });
    expect(copies.disk.done.slice(-6)).toEqual(['open', 'write', 'sync', 'rename', 'open', 'sync']);
  });

  it('killed or failing at any step leaves the old copy or the new one, whole, and no half at the next', async () => {
    const seen = new Set<string>();
    for (let k = 0; k < 12; k++) {
      for (const isKilled of [false, true]) {
        const before = await startChosen();
        await before.write({ name: NAME, bytes: bytes('old') });
        const disk = createFailingDisk();
        failAt(disk, k, isKilled, seen);
        const written = await start(disk).write({ name: NAME, bytes: bytes('the new one') });
        const after = start();
        const found = await after.read(NAME);
        expect([bytes('old'), bytes('the new one')]).toContainEqual(found.type === 'Read' ? found.bytes : null);
        if (written.type === 'Done') expect(found).toEqual({ type: 'Read', bytes: bytes('the new one') });
        expect(await after.list()).toMatchObject({ copies: [{ name: NAME }] });
        await after.write({ name: OTHER, bytes: bytes('next') });
        expect(readdirSync(safe).sort()).toEqual([NAME, OTHER]);
        await after.remove(OTHER);
      }
    }
    expect([...seen].sort()).toEqual(['lstat', 'open', 'readFile', 'readdir', 'rename', 'rm', 'sync', 'write']);
  });

  it('leaves another device’s half alone: it may be growing just now', async () => {
    const copies = await startChosen();
    const growing = NAME.replace('1a2b3c', 'zzzzzz') + '.part';
    writeFileSync(inSafe(growing), 'half');
    writeFileSync(inSafe(`${OTHER}.part`), 'our own half of before');
    await copies.write({ name: NAME, bytes: bytes('x') });
    expect(readdirSync(safe).sort()).toEqual([NAME, growing].sort());
  });

  it('writes one at a time, whoever asks', async () => {
    const copies = await startChosen();
    const texts = ['a', 'bb', 'ccc', 'dddd'];
    const done = await Promise.all(texts.map((text) => copies.write({ name: NAME, bytes: bytes(text.repeat(50_000)) })));
    expect(done.map(({ type }) => type)).toEqual(['Done', 'Done', 'Done', 'Done']);
    expect(readFileSync(inSafe(NAME), 'utf8')).toBe('dddd'.repeat(50_000));
    expect(readdirSync(safe)).toEqual([NAME]);
  });
});
