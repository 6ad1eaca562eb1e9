import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createJournalFile } from '../../electron/journal-file.ts';
import { createDesktopJournal } from '../../src/platform/journal/desktop-journal.ts';
import type { JournalStore } from '../../src/platform/journal/journal-store.ts';
import { createFailingDisk, failAt, type FailingDisk } from './failing-disk.ts';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'journal-'))));
afterEach(() => rmSync(folder, { recursive: true }));

const file = (): string => join(folder, 'journal.log');

/** The app as it is started on that folder: the page's half over the main process's, on a disk that may fail. */
function start(disk: FailingDisk = createFailingDisk()): JournalStore & { readonly disk: FailingDisk } {
  const journal = createJournalFile(folder, disk);
  const bridge = {
    readJournal: () => journal.read(),
    writeJournal: (request: Parameters<typeof journal.write>[0]) => journal.write(request),
    replaceJournal: (bytes: Uint8Array) => journal.replace(bytes),
    releaseReserve: () => journal.release(),
  };
  return { ...createDesktopJournal(bridge), disk };
}
const linesAfter = async (): Promise<readonly string[]> => (await start().read()).lines;
const good = { ok: true, value: null };

describe('the journal on the desktop', () => {
  it('has nothing, and makes nothing, before anything is written', async () => {
    expect(await start().read()).toEqual({ lines: [], damaged: 0, staleBytes: 0 });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('gives back at the next start what was appended, in its order', async () => {
    const journal = start();
    await Promise.all(['one', 'zwei ü', 'three'].map((line) => journal.append([line])));
    expect(await linesAfter()).toEqual(['one', 'zwei ü', 'three']);
  });

  it('acknowledges only what was synced', async () => {
    const journal = start();
    await journal.append(['before']);
    journal.disk.done.length = 0;
    expect(await journal.append(['x'])).toEqual(good);
    expect(journal.disk.done).toEqual(['open', 'write', 'sync']);
  });

  it('makes its folder where there is none', async () => {
    folder = join(folder, 'not', 'yet');
    expect(await start().append(['x'])).toEqual(good);
    expect(await linesAfter()).toEqual(['x']);
    folder = join(folder, '..', '..');
  });

  it('a compaction takes the place of all, but of what was written since it was read', async () => {
    const journal = start();
    await journal.append(['a', 'b']);
    expect((await journal.read()).staleBytes).toBeGreaterThan(0);
    await journal.append(['late']);
    expect(await journal.compact(['a and b'])).toEqual(good);
    await journal.append(['later']);
    const after = await start().read();
    expect(after.lines).toEqual(['a and b', 'late', 'later']);
    expect(after.staleBytes).toBeLessThan(100);
  });

  it('reads past a torn last record, and writes over it', async () => {
    await start().append(['kept', 'torn: its end never reached the disk']);
    const bytes = readFileSync(file());
    const end = bytes.indexOf('never') + 3;
    truncateSync(file(), end);
    const journal = start();
    expect(await journal.read()).toMatchObject({ lines: ['kept'], damaged: 1 });
    expect(await journal.append(['next'])).toEqual(good);
    expect(await linesAfter()).toEqual(['kept', 'next']);
  });
});

describe('a disk that fails', () => {
  it.each(['EIO', 'EROFS'])('is told by its reason (%s), and nothing of before is lost', async (code) => {
    const journal = start();
    await journal.append(['before']);
    journal.disk.fails = (operation) => (operation === 'write' ? code : null);
    expect(await journal.append(['lost'])).toEqual({
      ok: false,
      error: { type: 'JournalUnavailable', reason: expect.stringContaining(code) as string },
    });
    journal.disk.fails = () => null;
    expect(await journal.append(['after'])).toEqual(good);
    expect(await linesAfter()).toEqual(['before', 'after']);
  });

  it('at any step of an append or a compaction leaves all that was acknowledged, and a compaction whole or not at all', async () => {
    const seen = new Set<string>();
    for (let k = 0; k < 12; k++) {
      for (const isKilled of [false, true]) {
        rmSync(folder, { recursive: true });
        const before = start();
        await before.append(['a']);
        await before.append(['b']);
        const disk = createFailingDisk();
        const journal = start(disk);
        await journal.read();
        failAt(disk, disk.done.length + k, isKilled, seen);
        const appended = await journal.append(['c']);
        const compacted = await journal.compact(['a+b']);
        const lines = await linesAfter();
        const withoutC = lines.filter((line) => line !== 'c');
        expect([['a', 'b'], ['a+b']]).toContainEqual(withoutC);
        if (appended.ok) expect(lines).toContain('c');
        if (compacted.ok) expect(withoutC).toEqual(['a+b']);
        expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
      }
    }
    expect([...seen].sort()).toEqual(['open', 'readFile', 'rename', 'rm', 'sync', 'write']);
  });

  it('killed between a compaction’s write and its rename, the old journal stands, and what lay beside it goes', async () => {
    await start().append(['old']);
    writeFileSync(`${file()}.part`, 'half of a new one');
    expect(await linesAfter()).toEqual(['old']);
    expect(existsSync(`${file()}.part`)).toBe(false);
  });
});

describe('a full desktop disk', () => {
  const reserve = (): string => join(folder, 'journal.reserve');

  it('takes answers into the room that was taken ahead', async () => {
    const journal = start();
    await journal.append(['before']);
    const { size } = statSync(file());
    expect(size).toBeGreaterThan(256 * 1024);
    journal.disk.fails = (operation) => (operation === 'write' && statSync(file()).size > size ? 'ENOSPC' : null);
    for (let n = 0; n < 10; n++) expect(await journal.append([`answer ${n} ${'x'.repeat(10_000)}`])).toEqual(good);
    expect(statSync(file()).size).toBe(size);
    expect(await linesAfter()).toHaveLength(11);
  });

  it('gives the reserve up for the last answer, and says that it is full once that is gone', async () => {
    const journal = start();
    await journal.append(['before']);
    expect(statSync(reserve()).size).toBe(1024 * 1024);
    journal.disk.fails = (operation) => (operation === 'write' && existsSync(reserve()) ? 'ENOSPC' : null);
    expect(await journal.append(['the last answer'])).toEqual(good);
    expect(existsSync(reserve())).toBe(false);
    expect(await journal.release?.()).toBe(false);
    journal.disk.fails = (operation) => (operation === 'write' ? 'ENOSPC' : null);
    expect(await journal.append(['one too many'])).toEqual({ ok: false, error: { type: 'JournalFull' } });
    expect(await linesAfter()).toEqual(['before', 'the last answer']);
  });

  it('gives the reserve up for the database beside it, and takes it again at the next start', async () => {
    const journal = start();
    await journal.append(['x']);
    expect(await journal.release?.()).toBe(true);
    await journal.append(['y']);
    expect(existsSync(reserve())).toBe(false);
    await start().append(['z']);
    expect(existsSync(reserve())).toBe(true);
  });

  it('refuses a compaction for which there is no room, and keeps its reserve', async () => {
    const journal = start();
    await journal.append(['x']);
    journal.disk.fails = (operation) => (operation === 'write' ? 'ENOSPC' : null);
    expect(await journal.compact(['all'])).toEqual({ ok: false, error: { type: 'JournalFull' } });
    expect(readdirSync(folder).sort()).toEqual(['journal.log', 'journal.reserve']);
    expect(await linesAfter()).toEqual(['x']);
  });

  it('is full without a reserve, and leaves no half of one', async () => {
    const disk = createFailingDisk();
    disk.fails = (operation, nth) => (operation === 'write' && nth > 3 ? 'ENOSPC' : null);
    const journal = start(disk);
    await journal.append(['x']);
    expect(readdirSync(folder)).toEqual(['journal.log']);
  });
});
