import { beforeEach, describe, expect, it } from 'vitest';
import { SCHEMA_VERSION } from '../../../../db/schema.ts';
import { readBackup } from '../../../../src/services/backups/read-backup.ts';
import { sift } from '../../../../src/services/backups/sift.ts';
import { writeBackup } from '../../../../src/services/backups/write-backup.ts';
import { BACKUP_FORMAT, type BackupFile } from '../../../../src/services/backup-file.ts';
import { unwrap } from '../learner.ts';
import { aDevicesBackup } from './a-backup.ts';
import { createRandom } from './random.ts';

let file: BackupFile;
let text = '';
let old = '';
beforeEach(async () => {
  if (text !== '') return;
  file = await aDevicesBackup();
  text = await writeBackup(file);
  old = JSON.stringify(file);
});

const read = async (damaged: string) => unwrap(await readBackup(damaged, SCHEMA_VERSION));
const idsOf = ({ tables }: BackupFile) => Object.values(tables).flat().map((row) => JSON.stringify(row));
const size = () => idsOf(file).length;

describe('a file with checks', () => {
  it('is one JSON object that an app without checks reads too', () => {
    expect(JSON.parse(text)).toMatchObject({ format: BACKUP_FORMAT, schema: file.schema, tables: file.tables });
  });

  it('reads back what was written, and is sound', async () => {
    expect(await read(text)).toEqual({ file, isChecked: true, damage: null });
  });

  it('is sound with a byte order mark in front and the line ends of another system', async () => {
    expect((await read(`\ufeff${text.replaceAll('\n', '\r\n')}`)).damage).toBeNull();
  });

  it('that was laid out anew by an editor has lost nothing', async () => {
    const { file: got, damage } = await read(JSON.stringify(JSON.parse(text), null, 2));
    expect(got).toEqual(file);
    expect(damage).toEqual({ lost: [], isCut: false, isSure: true });
  });

  it('names the row that was changed by hand, and leaves it out', async () => {
    const { file: got, damage } = await read(text.replace('"displayName":"Ada"', '"displayName":"Eve"'));
    expect(damage).toEqual({ lost: [{ table: 'users', rows: 1, of: file.tables.users?.length }], isCut: false, isSure: true });
    expect(got.tables.users).toHaveLength((file.tables.users?.length ?? 0) - 1);
  });

  it('cut off anywhere gives the rows before the cut and counts those behind it', async () => {
    for (let percent = 5; percent < 100; percent += 5) {
      const result = await readBackup(text.slice(0, Math.floor((text.length * percent) / 100)), SCHEMA_VERSION);
      if (!result.ok) throw new Error(`at ${percent} %: ${result.error.type}`);
      const { file: got, damage } = result.value;
      const lost = (damage?.lost ?? []).reduce((sum, { rows }) => sum + rows, 0);
      expect([percent, damage?.isCut, idsOf(got).length + lost]).toEqual([percent, true, size()]);
      expect(idsOf(file)).toEqual(expect.arrayContaining(idsOf(got)));
    }
  });

  it('holds what learners did before what courses hold: that part can mostly be had again', async () => {
    const { file: got } = await read(text.slice(0, text.indexOf('"courses":[')));
    for (const table of ['users', 'exerciseAttempts', 'learningFacts', 'drafts', 'settings']) {
      expect([table, got.tables[table]]).toEqual([table, file.tables[table]]);
    }
  });

  it('with any one character changed is noticed, and costs one row at the most', async () => {
    const random = createRandom(7);
    for (let n = 0; n < 300; n += 1) {
      const at = random(text.length);
      const flipped = String.fromCharCode(text.charCodeAt(at) ^ (1 << random(7)));
      const { file: got, damage } = await read(text.slice(0, at) + flipped + text.slice(at + 1));
      expect([at, damage]).not.toEqual([at, null]);
      expect(idsOf(got).length).toBeGreaterThanOrEqual(size() - 2);
      expect(idsOf(file)).toEqual(expect.arrayContaining(idsOf(got)));
    }
  });

  it('with a letter changed in the word for its rows loses none of them', async () => {
    const at = text.indexOf('"tables":{') + 1;
    for (let i = 0; i < 'tables'.length; i += 1) {
      const { file: got, damage } = await read(`${text.slice(0, at + i)}x${text.slice(at + i + 1)}`);
      expect(damage).toEqual({ lost: [], isCut: true, isSure: true });
      expect(idsOf(got)).toEqual(idsOf(file));
    }
  });

  it('with a stretch wiped out loses what stood there and nothing else', async () => {
    const random = createRandom(11);
    for (let n = 0; n < 40; n += 1) {
      const from = random(text.length - 600);
      const { file: got, damage } = await read(text.slice(0, from) + '\0'.repeat(500) + text.slice(from + 500));
      const lost = (damage?.lost ?? []).reduce((sum, { rows }) => sum + rows, 0);
      expect([from, damage?.isCut, idsOf(got).length + lost]).toEqual([from, true, size()]);
      expect(lost).toBeLessThan(8);
    }
  });
});

describe('a file of the time before there were checks', () => {
  it('reads whole', async () => {
    const { file: got, ...rest } = await read(old);
    expect(rest).toEqual({ isChecked: false, damage: null });
    expect(idsOf(got)).toEqual(idsOf(file));
  });

  it('cut off anywhere gives the rows before the cut, and says that it is cut', async () => {
    for (let percent = 5; percent < 100; percent += 5) {
      const reading = await read(old.slice(0, Math.floor((old.length * percent) / 100)));
      const { damage, isChecked } = reading;
      expect([percent, damage?.isCut, damage?.isSure, isChecked]).toEqual([percent, true, false, false]);
      // Pieces of the row that was cut may still look like rows: the checks of its table tell.
      const got = { ...file, tables: sift(reading).rows };
      expect(idsOf(file)).toEqual(expect.arrayContaining(idsOf(got)));
      expect(idsOf(got).length).toBeGreaterThanOrEqual(Math.floor((size() * (percent - 50)) / 100));
    }
  });

  it('is never a throw, whatever is done to it', async () => {
    const random = createRandom(3);
    for (let n = 0; n < 200; n += 1) {
      const at = random(old.length);
      const result = await readBackup(old.slice(0, at) + '"}]{[\\,:\u0000'.charAt(random(10)) + old.slice(at + 1), SCHEMA_VERSION);
      if (!result.ok) expect(result.error.type).toMatch(/NotJson|NotABackup|DataNewerThanApp/);
    }
  });
});

it('what is nested beyond all measure is refused, or costs its row', async () => {
  const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
  const nested = old.replace('"value":"sepia"', `"value":${deep}`);
  for (const hostile of [deep, nested, text.replace('"value":"sepia"', `"value":${deep}`), nested.slice(0, -9)]) {
    const result = await readBackup(hostile, SCHEMA_VERSION);
    if (result.ok) expect(sift(result.value).rows.users).toHaveLength(2);
  }
});

it.each(['', 'null', '[]', '7', '{', '{}', '{"tables":{}}', '"format"', '\n"checks":{\n', '{"tables":{"users":[{'])(
  'what is no backup is refused by a value: %j',
  async (nothing) => {
    expect(await readBackup(nothing, SCHEMA_VERSION)).toMatchObject({ ok: false, error: { type: expect.stringMatching(/^Not/) as string } });
  },
);
