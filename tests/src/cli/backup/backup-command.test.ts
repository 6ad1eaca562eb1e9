import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SCHEMA_VERSION } from '../../../../db/schema.ts';
import { hornbook } from '../../../../src/cli/hornbook-command.ts';
import { writeBackup } from '../../../../src/services/backups/write-backup.ts';
import { aDevicesBackup } from '../../services/backups/a-backup.ts';
import { createRandom } from '../../services/backups/random.ts';

let folder = '';
let text = '';
let old = '';
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hornbook-'));
  if (text !== '') return;
  const file = await aDevicesBackup();
  text = await writeBackup(file);
  old = JSON.stringify(file);
});
afterEach(() => rmSync(folder, { recursive: true }));

async function backup(...args: string[]): Promise<{ code: number; printed: string; noted: string }> {
  const printed: string[] = [];
  let noted = '';
  const code = await hornbook(['backup', ...args], {
    print: (line) => printed.push(line),
    note: (words) => (noted += words),
    columns: null,
    interrupted: new AbortController().signal,
  });
  return { code, printed: printed.join('\n'), noted };
}
function put(content: string | Buffer, name = 'a.json'): string {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
}

describe('hornbook backup', () => {
  it('inspect says who, what and how much', async () => {
    const { code, printed } = await backup('inspect', put(text));
    expect(code).toBe(0);
    expect(printed).toMatch(/people +Ada \(4 answers\), Ben \(4 answers\)/);
    expect(printed).toMatch(/exerciseAttempts +8\n/);
    expect(printed).toContain('Sound: every row is as it was written.');
    const json = JSON.parse((await backup('inspect', put(text), '--json')).printed) as object;
    expect(json).toMatchObject({ schema: SCHEMA_VERSION, people: [{ displayName: 'Ada', attempts: 4 }, {}], rows: { exerciseAttempts: 8 }, isSound: true, damage: null });
  });

  it('verify ends with 0 for a sound file and for a whole one of before the checks', async () => {
    expect(await backup('verify', put(text))).toEqual({ code: 0, printed: 'Sound: every row is as it was written.', noted: '' });
    expect(await backup('verify', put(old))).toMatchObject({ code: 0, printed: expect.stringContaining('Readable as a whole') as string });
  });

  it('verify ends with 1 and names what is missing, wherever the file is cut', async () => {
    for (let percent = 0; percent < 100; percent += 5) {
      for (const whole of [text, old]) {
        const { code, printed, noted } = await backup('verify', put(Buffer.from(whole).subarray(0, Math.floor((whole.length * percent) / 100))));
        expect([percent, code, (printed + noted).length > 20]).toEqual([percent, 1, true]);
        expect(printed + noted).toMatch(/cut off or broken|nothing in it can be read/);
      }
    }
  });

  it('verify ends with 1 for any one bit turned', async () => {
    const random = createRandom(5);
    const bytes = Buffer.from(text);
    for (let n = 0; n < 150; n += 1) {
      const damaged = Buffer.from(bytes);
      const at = random(bytes.length);
      damaged[at] = (bytes[at] ?? 0) ^ (1 << random(8));
      expect([at, (await backup('verify', put(damaged))).code]).toEqual([at, 1]);
    }
  });

  it('R15: convert writes for another version, and up again loses nothing that one could hold', async () => {
    const file = put(text);
    expect(await backup('convert', file, '--to', '1')).toMatchObject({ code: 0, noted: '' });
    const first = JSON.parse(readFileSync(join(folder, 'a-v1.json'), 'utf8')) as { schema: number; tables: Record<string, unknown[]> };
    expect(first.schema).toBe(1);
    expect(first.tables.exerciseAttempts).toHaveLength(8);
    expect(first.tables).not.toHaveProperty('learningFacts');
    const again = join(folder, 'again.json');
    expect((await backup('convert', join(folder, 'a-v1.json'), '--out', again)).code).toBe(0);
    expect((await backup('verify', again)).code).toBe(0);
    expect(JSON.parse((await backup('inspect', again, '--json')).printed)).toMatchObject({ rows: { exerciseAttempts: 8, learningFacts: 2, users: 2 } });
  });

  it('convert writes what is good of a damaged file, says what is not, and writes over nothing that is no backup', async () => {
    const file = put(text.replace('"displayName":"Ada"', '"displayName":"Eve"'));
    const { code, printed } = await backup('convert', file, '--out', join(folder, 'good.json'));
    expect(code).toBe(1);
    expect(printed).toMatch(/users +1 +of 2/);
    expect((await backup('verify', join(folder, 'good.json'))).code).toBe(0);
    const letter = put('Dear Ana', 'letter.txt');
    expect(await backup('convert', file, '--out', letter)).toMatchObject({ code: 2, noted: expect.stringContaining('left alone') as string });
    expect(await backup('convert', file, '--out', file)).toMatchObject({ code: 2 });
    expect(readFileSync(letter, 'utf8')).toBe('Dear Ana');
  });

  it.each([
    [['look', 'x'], 'one of inspect, verify, convert'],
    [['inspect'], 'takes one FILE'],
    [['verify', 'no-such-file.json'], 'cannot be read'],
    [['convert', 'x', '--to', '99'], '--to takes a version'],
    [['verify', 'x', '--to', '1'], 'belong to convert'],
    [['verify', '--nonsense', 'x'], 'nonsense'],
  ])('ends with 2 for %j', async (args, words) => {
    const { code, noted } = await backup(...args);
    expect([code, noted]).toEqual([2, expect.stringContaining(words)]);
  });

  it('ends with 1 for what is no backup, or of a later version', async () => {
    expect(await backup('inspect', put('{"hello":"world"}'))).toMatchObject({ code: 1, noted: expect.stringContaining('no Hornbook backup') as string });
    expect((await backup('verify', put(old.replace(`"schema":${SCHEMA_VERSION}`, '"schema":99')))).noted).toContain('schema version 99');
  });
});
