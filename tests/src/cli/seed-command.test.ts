import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDemoDatabase } from '../../../src/cli/demo-database.ts';
import { seedCommand } from '../../../src/cli/seed-command.ts';
import { everythingIn } from '../../db/open.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hornbook-seed-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

async function run(...args: string[]): Promise<{ code: number; text: string }> {
  const lines: string[] = [];
  const code = await seedCommand(args, (line) => lines.push(line));
  return { code, text: lines.join('\n') };
}

describe('npm run seed', () => {
  it('says what it made, and that nothing doubled', async () => {
    const { code, text } = await run(join(folder, 'demo.json'));
    expect(code).toBe(0);
    expect(text).toMatch(/people +2 +John Doe, Jane Smith/);
    expect(text).toMatch(/courses +2 +Python introduction \(BEGINNER\), JavaScript basics \(INTERMEDIATE\)/);
    expect(text).toMatch(/lessons +4 +"Names for values"/);
    expect(text).toMatch(/exercises +7 +3 CODE_COMPLETION, 2 MULTIPLE_CHOICE, 2 TRUE_FALSE/);
    expect(text).toMatch(/John Doe +Python introduction +50 % +goes on with "Choosing a way"/);
    expect(text).toMatch(/exerciseAttempts +5 +5\n/);
    expect(text).toContain('nothing doubled');
    expect(text).toContain(join(folder, 'demo.json'));
  });

  it('R15: writes a backup that restores into an empty database, row by row', async () => {
    const file = join(folder, 'demo.json');
    await run(file);
    const text = readFileSync(file, 'utf8');
    const { repositories, services, close } = await openDemoDatabase();
    const restored = await services.backups.restoreIntoEmpty(text);
    expect(restored.ok && restored.value.users.map(({ displayName }) => displayName)).toEqual(['John Doe', 'Jane Smith']);
    const written = (JSON.parse(text) as { tables: Record<string, unknown[]> }).tables;
    const { settings, ...rows } = await everythingIn(repositories);
    expect(settings?.length).toBeGreaterThan(0);
    expect(rows).toEqual(Object.fromEntries(Object.entries(written).filter(([table]) => table !== 'settings')));
    expect((await services.profiles.current())?.displayName).toBe('John Doe');
    close();
  });

  it('writes over a backup of its own', async () => {
    const file = join(folder, 'demo.json');
    await run(file);
    expect((await run(file)).code).toBe(0);
  });

  it('leaves alone a file that is no backup', async () => {
    const file = join(folder, 'letter.txt');
    writeFileSync(file, 'Dear Ana');
    const { code, text } = await run(file);
    expect(code).toBe(1);
    expect(text).toContain('is there already and is no Hornbook backup');
    expect(readFileSync(file, 'utf8')).toBe('Dear Ana');
  });

  it('refuses with words, and exit code 1, where it cannot write', async () => {
    const { code, text } = await run(join(folder, 'no', 'such', 'folder', 'demo.json'));
    expect(code).toBe(1);
    expect(text).toContain('The backup could not be written (ENOENT');
    expect(text).toContain('name a file in a folder that you may write to');
  });

  it('refuses a folder in place of a file', async () => {
    expect((await run(folder)).code).toBe(1);
  });

  it('explains itself', async () => {
    expect(await run('--help')).toMatchObject({ code: 0, text: expect.stringContaining('npm run seed [FILE]') as string });
    expect((await run('a.json', 'b.json')).code).toBe(1);
    expect((await run('--force')).code).toBe(1);
  });
});
