import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { downgradedDump } from '../../../db/history.ts';
import { SCHEMA_VERSION } from '../../../db/schema.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import type { BackupError, BackupFile } from '../../services/backup-file.ts';
import { readBackup, type Reading } from '../../services/backups/read-backup.ts';
import { sift, type Sifted } from '../../services/backups/sift.ts';
import { writeBackup } from '../../services/backups/write-backup.ts';
import { MISUSED, refusalOf, type Terminal } from '../terminal.ts';
import type { Verb } from '../verb.ts';
import { BACKUP_USAGE, readBackupArgs, type BackupArgs } from './backup-args.ts';
import { describeBackup, soundnessOf } from './describe-backup.ts';

export const backupVerb: Verb = { usage: BACKUP_USAGE, run: backupCommand };

type Read = Reading & Sifted;

/** Exit codes: see the usage. */
async function backupCommand(args: readonly string[], terminal: Terminal): Promise<number> {
  const refuse = (message: string, code = MISUSED): number => {
    terminal.note(`hornbook backup: ${message}\n`);
    return code;
  };
  const wanted = readBackupArgs(args);
  if (!wanted.ok) return refuse(wanted.error.message);
  const { action, file, isJson } = wanted.value;
  const text = readText(file);
  if (!text.ok) return refuse(text.error.message);
  const read = await readAll(text.value);
  if (!read.ok) {
    const reason = wordsOf(read.error);
    if (isJson) terminal.print(JSON.stringify({ file: resolve(file), isSound: false, error: read.error }, null, 2));
    return refuse(`${resolve(file)}: ${reason}`, 1);
  }
  if (action === 'convert') return convert(wanted.value, read.value, terminal);
  const { file: backup, rows, damage, isChecked } = read.value;
  const told = { ...backup, tables: rows };
  if (isJson) terminal.print(JSON.stringify({ file: resolve(file), ...describeBackup(told), isChecked, isSound: damage === null, damage }, null, 2));
  else {
    const lines = action === 'inspect' ? describeBackup(told).lines : [];
    for (const line of [...lines, ...soundnessOf(read.value)]) terminal.print(line);
  }
  return damage === null ? 0 : 1;
}

async function convert({ file, to, out, isJson }: BackupArgs, { file: backup, rows, damage, isChecked }: Read, terminal: Terminal): Promise<number> {
  const target = resolve(out ?? `${file.replace(/\.json$/, '')}-v${to}.json`);
  const refuse = refusalOf('backup', terminal);
  if (target === resolve(file)) return refuse('--out names the file itself, which stays as it is. Name another.');
  if (existsSync(target) && !(await isBackup(target))) return refuse(`${target} is there already and is no backup: it was left alone.`);
  const tables = (await downgradedDump(rows, to)) as BackupFile['tables'];
  const written = await writeBackup({ ...backup, schema: to, tables });
  try {
    // Whole or not at all: what was there stays until the new one is complete.
    writeFileSync(`${target}.part`, written);
    renameSync(`${target}.part`, target);
  } catch (error) {
    return refuse(`${target} cannot be written (${error instanceof Error ? error.message : String(error)}).`);
  }
  if (isJson) terminal.print(JSON.stringify({ file: target, schema: to, isSound: damage === null, damage }, null, 2));
  else {
    terminal.print(`Wrote ${target}, for schema version ${to}.`);
    if (damage !== null) for (const line of soundnessOf({ damage, isChecked })) terminal.print(line);
  }
  return damage === null ? 0 : 1;
}

async function isBackup(file: string): Promise<boolean> {
  const text = readText(file);
  return text.ok && (await readAll(text.value)).ok;
}

async function readAll(text: string): Promise<Result<Read, BackupError>> {
  const reading = await readBackup(text, SCHEMA_VERSION);
  return reading.ok ? ok({ ...reading.value, ...sift(reading.value) }) : reading;
}

function readText(file: string): Result<string, { readonly type: 'Unreadable'; readonly message: string }> {
  try {
    return ok(readFileSync(file, 'utf8'));
  } catch (error) {
    return fail({ type: 'Unreadable', message: `${resolve(file)} cannot be read (${error instanceof Error ? error.message : String(error)}).` });
  }
}

function wordsOf(error: BackupError): string {
  switch (error.type) {
    case 'NotJson':
      return 'nothing in it can be read as a backup.';
    case 'NotABackup':
      return 'this is no Hornbook backup.';
    case 'DataNewerThanApp':
      return `it is of schema version ${error.found}; this Hornbook knows versions up to ${error.known}.`;
    case 'BrokenRow':
      return `${error.table}: ${error.reason}`;
  }
}
