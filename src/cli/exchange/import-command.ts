import { readFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { CodeLanguage } from '../../../db/models/enums.ts';
import { ok, type Result } from '../../core/result.ts';
import { assemble, type ReadFile, type ReportItem } from '../../packs/import/assemble.ts';
import type { BadFile } from '../../packs/import/bad-file.ts';
import { importExercism } from '../../packs/import/exercism/import-exercism.ts';
import { FORMATS, isFormat, type Format } from '../../packs/import/formats.ts';
import { importFile } from '../../packs/import/import-file.ts';
import type { ImportedFile } from '../../packs/import/imported.ts';
import { importQtiPackage } from '../../packs/import/qti/import-qti.ts';
import { buildPack } from '../../packs/pack/build-pack.ts';
import { ID_PATTERN } from '../../packs/source/shape-words.ts';
import { readArgs } from '../author/read-args.ts';
import { isWritable, writeBytesFile, writeJsonFile } from '../json-file.ts';
import { loadSqlite } from '../load-sqlite.ts';
import { showProgress } from '../progress.ts';
import { INTERRUPTED, refusalOf, type Terminal } from '../terminal.ts';
import { readTrack } from '../track/read-track.ts';
import type { Verb } from '../verb.ts';
import { createNeighbours, filesBelow, findFiles, type Found } from './find-files.ts';

const USAGE = `hornbook import FILE|FOLDER --out PACK [options]

Makes a course of questions that you have. A folder means every file of the format in it. What cannot be taken is told item by
item, and takes nothing else along.

  --out PACK         the pack to write
  --format FORMAT    ${Object.keys(FORMATS).join(', ')}; each file is taken for what it looks like unless told
  --report FILE      write { items: [{ id, sourceId, file, title, type, status, reason }] }: a line for each item found, whose
                     status is imported, degraded (something of it is lost, reason says what) or skipped (reason says why)
  --json             print the report
  --id, --title      of the course (made of the file's own words unless told)
  --author NAME      (may be given again)
  --licence SPDX     such as CC-BY-4.0, where the files do not say it
  --language NAME    of an Exercism track: python, javascript or typescript

  hornbook import bank.xml --out bank.hornpack --report report.json
  hornbook import quizzes/ --format gift --out quizzes.hornpack

Exit code: 0 a pack is written · 1 nothing could be taken · 2 it could not be carried out as written · 130 Ctrl+C.`;

const OPTIONS = {
  out: { type: 'string' },
  format: { type: 'string' },
  report: { type: 'string' },
  json: { type: 'boolean' },
  id: { type: 'string' },
  title: { type: 'string' },
  author: { type: 'string', multiple: true },
  licence: { type: 'string' },
  language: { type: 'string' },
} as const;

export const importVerb: Verb = { usage: USAGE, run: importCommand };

/** Exit codes: see the usage. */
async function importCommand(args: readonly string[], terminal: Terminal): Promise<number> {
  const { print, interrupted } = terminal;
  const refuse = refusalOf('import', terminal);
  const read = readArgs('import', 'FILE', args, OPTIONS);
  if (!read.ok) return refuse(read.error.message);
  const { subject, values } = read.value;
  const { out, report, format = null, language = null } = values;
  if (out === undefined) return refuse('no pack to write is named: --out PACK');
  if (format !== null && !isFormat(format)) return refuse(`there is no format ${format}. There are ${Object.keys(FORMATS).join(', ')}.`);
  if (language !== null && !isLanguage(language)) return refuse(`--language takes ${Object.keys(CodeLanguage).join(', ')}.`);
  if (values.id !== undefined && !ID_PATTERN.test(values.id)) return refuse(`--id ${values.id} is none: small letters, digits, \`.\` and \`-\`.`);
  const closed = [out, report].find((file) => file !== undefined && !isWritable(file));
  if (closed !== undefined) return refuse(`${resolve(closed)} cannot be written. Name a file in a folder that is there.`);
  const found = findFiles(subject, format);
  if (!found.ok) return refuse(found.error.message);

  const progress = showProgress(terminal, found.value.length, 'files');
  const files: ReadFile[] = [];
  const unread: ReportItem[] = [];
  const beside = createNeighbours();
  for (const each of found.value) {
    if (interrupted.aborted) break;
    const file = relative(process.cwd(), each.path) || each.path;
    const imported = await importFound(each, language, beside);
    if (imported.ok) files.push({ file, format: each.format, imported: imported.value });
    else unread.push(unreadItem(file, each.format, imported.error));
    progress.tick(file);
  }
  progress.end();
  if (interrupted.aborted) return INTERRUPTED;
  const { title, id, licence, author } = values;
  const wish = { ...(title === undefined ? {} : { title }), ...(id === undefined ? {} : { id }), ...(licence === undefined ? {} : { licence }), authors: author ?? authorsOf(found.value, language) };
  const { course, items: taken } = assemble(files, wish);
  const items = [...taken, ...unread];
  if (course !== null) writeBytesFile(out, (await buildPack(course.doc, course.assets)).bytes);
  if (report !== undefined) writeJsonFile(report, { items });
  if (values.json === true) print(JSON.stringify({ items }, null, 2));
  else tell(items, course === null ? null : resolve(out), print);
  return course === null ? 1 : 0;
}

async function importFound({ path, format, isFolder }: Found, language: CodeLanguage | null, beside: ReturnType<typeof createNeighbours>): Promise<Result<ImportedFile, BadFile>> {
  if (format === 'exercism') {
    const track = readTrack(path, language);
    return track.ok ? ok(importExercism(track.value)) : { ok: false, error: { type: 'BadFile', message: track.error.message, line: null } };
  }
  if (isFolder) return importQtiPackage(filesBelow(path));
  const bytes = new Uint8Array(readFileSync(path));
  return importFile(format, { path, bytes, beside: beside(path, format) }, { loadSqlite });
}

function authorsOf(found: readonly Found[], language: CodeLanguage | null): readonly string[] {
  const [only] = found;
  if (only?.format !== 'exercism') return [];
  const track = readTrack(only.path, language);
  return track.ok ? track.value.authors.slice(0, 50) : [];
}

const unreadItem = (file: string, format: Format, { message, line }: BadFile): ReportItem => ({
  ...{ id: null, sourceId: null, file, title: file, type: format, status: 'skipped' },
  reason: line === null ? message : `line ${line}: ${message}`,
});

const MOST_REASONS = 10;

function tell(items: readonly ReportItem[], out: string | null, print: Terminal['print']): void {
  const count = (status: ReportItem['status']): number => items.filter((item) => item.status === status).length;
  print(`${items.length} found: ${count('imported')} imported, ${count('degraded')} degraded, ${count('skipped')} skipped.`);
  for (const status of ['degraded', 'skipped'] as const) {
    const reasons = new Map<string, number>();
    for (const item of items) if (item.status === status) reasons.set(item.reason, (reasons.get(item.reason) ?? 0) + 1);
    const most = [...reasons].sort(([, a], [, b]) => b - a);
    for (const [reason, times] of most.slice(0, MOST_REASONS)) print(`  ${status}, ${times}×: ${reason}`);
    if (most.length > MOST_REASONS) print(`  ${status}: ${most.length - MOST_REASONS} more reasons; --report FILE has each item's.`);
  }
  print(out ?? 'Nothing could be taken: no pack is written.');
}

const isLanguage = (name: string): name is CodeLanguage => Object.hasOwn(CodeLanguage, name);
