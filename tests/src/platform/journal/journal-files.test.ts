import { describe, expect, test } from 'vitest';
import { createJournalFiles } from '../../../../src/platform/journal/journal-files.ts';
import { createFakeFolder } from './fake-folder.ts';

describe('a journal in files', () => {
  test('gives back what was appended, to the tab itself and to others', async () => {
    const folder = createFakeFolder();
    const journal = createJournalFiles(folder, 'a');
    expect(await journal.append(['one', 'two'])).toEqual({ ok: true, value: null });
    await journal.append(['three']);
    expect((await journal.read()).lines).toEqual(['one', 'two', 'three']);
    expect((await createJournalFiles(folder, 'b').read()).lines).toEqual(['one', 'two', 'three']);
  });

  test('a compaction takes the place of what dead tabs wrote, and leaves the living alone', async () => {
    const folder = createFakeFolder();
    await createJournalFiles(folder, 'dead').append(['d1', 'd2']);
    await createJournalFiles(folder, 'alive').append(['a1']);
    folder.release('tab-dead.log');
    const own = createJournalFiles(folder, 'own');
    await own.append(['o1']);
    expect((await own.read()).staleBytes).toBeGreaterThan(0);
    await createJournalFiles(folder, 'late').append(['l1']);
    await own.compact(['all of d']);
    expect([...folder.files.keys()].sort()).toEqual(['base-1.log', 'reserve', 'tab-alive.log', 'tab-late.log', 'tab-own.log']);
    expect((await own.read()).lines.toSorted()).toEqual(['a1', 'all of d', 'l1', 'o1']);
  });

  test('a compaction that was cut short counts for nothing, and the one before it stands', async () => {
    const folder = createFakeFolder();
    const first = createJournalFiles(folder, 'a');
    await first.read();
    await first.compact(['old']);
    await first.compact(['new']);
    const whole = folder.files.get('base-2.log') ?? new Uint8Array();
    folder.files.set('base-3.log', whole.slice(0, whole.length - 8));
    const content = await createJournalFiles(folder, 'b').read();
    expect(content.lines).toEqual(expect.arrayContaining(['new']));
  });

  test('on a full disk lines go into the room taken ahead', async () => {
    const folder = createFakeFolder();
    const journal = createJournalFiles(folder, 'a');
    await journal.append(['before']);
    folder.room = 0;
    for (let i = 0; i < 20; i++) expect((await journal.append([`answer ${i} ${'x'.repeat(10_000)}`])).ok).toBe(true);
    expect((await journal.read()).lines).toHaveLength(21);
  });

  test('on a full disk what the room ahead does not take goes into the reserve’s', async () => {
    const folder = createFakeFolder();
    const journal = createJournalFiles(folder, 'a');
    await journal.append(['before']);
    expect(folder.files.get('reserve')).toHaveLength(1024 * 1024);
    folder.room = 0;
    expect((await journal.append(['x'.repeat(600_000)])).ok).toBe(true);
    expect(folder.files.has('reserve')).toBe(false);
    expect((await journal.read()).lines).toHaveLength(2);
  });

  test('says so when even that room is used up, and loses nothing of what was there', async () => {
    const folder = createFakeFolder();
    const journal = createJournalFiles(folder, 'a');
    await journal.append(['before']);
    folder.room = 0;
    expect(await journal.append(['x'.repeat(2_000_000)])).toEqual({ ok: false, error: { type: 'JournalFull' } });
    expect((await journal.read()).lines).toEqual(['before']);
  });

  test('gives the reserve up when told, once, and takes it again at the next start', async () => {
    const folder = createFakeFolder();
    const journal = createJournalFiles(folder, 'a');
    expect(await journal.release?.()).toBe(false);
    await createJournalFiles(folder, 'b').append(['x']);
    expect(await journal.release?.()).toBe(true);
    expect(await journal.release?.()).toBe(false);
    await journal.append(['y']);
    expect(folder.files.has('reserve')).toBe(false);
    await createJournalFiles(folder, 'c').append(['z']);
    expect(folder.files.has('reserve')).toBe(true);
  });

  test('started on a full disk takes its own room of the reserve, before the database takes the rest', async () => {
    const folder = createFakeFolder();
    await createJournalFiles(folder, 'before').append(['x']);
    folder.room = 0;
    const journal = createJournalFiles(folder, 'a');
    expect(await journal.release?.()).toBe(true);
    folder.room = 0;
    for (let i = 0; i < 20; i++) expect((await journal.append([`answer ${i} ${'x'.repeat(10_000)}`])).ok).toBe(true);
  });

  test('takes the reserve again at a start that only looks, unless that start gave it up', async () => {
    const folder = createFakeFolder();
    await createJournalFiles(folder, 'a').append(['x']);
    const second = createJournalFiles(folder, 'b');
    await second.release?.();
    await second.reserve?.();
    expect(folder.files.has('reserve')).toBe(false);
    await createJournalFiles(folder, 'c').reserve?.();
    expect(folder.files.get('reserve')).toHaveLength(1024 * 1024);
  });

  test('keeps no half of a reserve where it does not fit, and needs none to write', async () => {
    const folder = createFakeFolder();
    folder.room = 500_000;
    expect((await createJournalFiles(folder, 'a').append(['x'])).ok).toBe(true);
    expect(folder.files.get('reserve')).toHaveLength(0);
  });

  test('writes again once a disk that refused the file itself has room', async () => {
    const folder = createFakeFolder();
    const open = folder.open.bind(folder);
    let isFull = true;
    folder.open = (name) => (isFull ? Promise.reject(new DOMException('no room', 'QuotaExceededError')) : open(name));
    const journal = createJournalFiles(folder, 'a');
    expect(await journal.append(['x'])).toEqual({ ok: false, error: { type: 'JournalFull' } });
    isFull = false;
    expect((await journal.append(['x'])).ok).toBe(true);
  });
});
