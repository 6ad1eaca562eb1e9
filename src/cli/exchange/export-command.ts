import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Assets, CourseDoc } from '../../packs/course-doc.ts';
import { openCourse } from '../author/open-course.ts';
import { readArgs } from '../author/read-args.ts';
import { countOf, tellFindings } from '../author/tell-findings.ts';
import { isWritable, writeBytesFile } from '../json-file.ts';
import { refusalOf, type Terminal } from '../terminal.ts';
import type { Verb } from '../verb.ts';

/** What a format cannot hold, by the id of the exercise or lesson. */
type Left = readonly { readonly id: string; readonly reason: string }[];

/** A text of each format; `source` is a folder, and stands apart. */
const WRITERS: { readonly [format: string]: (doc: CourseDoc, assets: Assets) => Promise<{ readonly text: string; readonly left: Left }> } = {
  async 'moodle-xml'(doc, assets) {
    const { xml, left } = (await import('../../packs/export/moodle-xml/export-moodle-xml.ts')).exportMoodleXml(doc, assets);
    return { text: xml, left };
  },
  async gift(doc) {
    const { gift, left } = (await import('../../packs/export/gift/export-gift.ts')).exportGift(doc);
    return { text: gift, left };
  },
  async csv(doc) {
    const { csv, left } = (await import('../../packs/export/csv/export-csv.ts')).exportCsv(doc);
    return { text: csv, left: left.map(({ lesson, reason }) => ({ id: lesson, reason })) };
  },
};
const FORMATS = ['source', ...Object.keys(WRITERS)].join(', ');

const USAGE = `hornbook export FOLDER|PACK --format FORMAT --out FILE|FOLDER [--json]

Writes a course for other programs, or as the folder that it can be written on from.

  --format FORMAT   ${FORMATS}
  --out PLACE       the file to write; of source the folder, which must be new or empty
  --json            print { out, written, left: [{ id, reason }] }: left is what the format cannot hold

  hornbook export names-1.0.0.hornpack --format source --out names
  hornbook export my-course --format moodle-xml --out names.xml

Exit code: 0 all of it is written · 1 some exercises are left out, or the course cannot be used · 2 misused.`;

export const exportVerb: Verb = { usage: USAGE, run: exportCommand };

/** Exit codes: see the usage. */
async function exportCommand(args: readonly string[], terminal: Terminal): Promise<number> {
  const { print, note } = terminal;
  const refuse = refusalOf('export', terminal);
  const read = readArgs('export', 'PACK', args, { format: { type: 'string' }, out: { type: 'string' }, json: { type: 'boolean' } });
  if (!read.ok) return refuse(read.error.message);
  const { subject, values: { format = '', out, json: isJson = false } } = read.value;
  const writer = Object.hasOwn(WRITERS, format) ? WRITERS[format] : undefined;
  if (writer === undefined && format !== 'source') return refuse(`${format === '' ? 'no format is named' : `there is no format ${format}`}: --format takes ${FORMATS}.`);
  if (out === undefined) return refuse('no place to write to is named: --out');
  const place = resolve(out);
  if (writer === undefined ? !isFree(place) : !isWritable(place)) {
    return refuse(writer === undefined ? `${place} is not a new or empty folder.` : `${place} cannot be written. Name a file in a folder that is there.`);
  }
  const opened = await openCourse(subject);
  if (!opened.ok) {
    if (opened.error.type === 'Misused') return refuse(opened.error.message);
    tellFindings(opened.error, subject, { print: (line) => note(`${line}\n`) });
    return 1;
  }
  const { doc, assets } = opened.value;
  const total = doc.lessons.reduce((sum, lesson) => sum + lesson.exercises.length, 0);
  let left: Left = [];
  if (writer === undefined) {
    await writeSource(place, doc, assets);
  } else {
    const written = await writer(doc, assets);
    left = written.left;
    writeBytesFile(place, written.text);
  }
  const ids = new Set(doc.lessons.flatMap((lesson) => lesson.exercises.map(({ id }) => id)));
  const missing = new Set(left.map(({ id }) => id).filter((id) => ids.has(id))).size;
  if (isJson) print(JSON.stringify({ out: place, written: total - missing, left }, null, 2));
  else {
    print(`${place}\n${countOf(total - missing, 'exercise')} written.`);
    for (const { id, reason } of left) print(`  ${id}: ${reason}`);
  }
  return left.length === 0 ? 0 : 1;
}

async function writeSource(place: string, doc: CourseDoc, assets: Assets): Promise<void> {
  const { exportSource } = await import('../../packs/export/source/export-source.ts');
  for (const [path, content] of Object.entries({ ...exportSource(doc), ...assets })) {
    const file = join(place, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
}

function isFree(place: string): boolean {
  if (!existsSync(place)) return existsSync(dirname(place));
  return statSync(place).isDirectory() && readdirSync(place).length === 0;
}
