import { resolve } from 'node:path';
import { buildPack } from '../../packs/pack/build-pack.ts';
import { openCourse } from '../author/open-course.ts';
import { readArgs } from '../author/read-args.ts';
import { countOf, tellFindings } from '../author/tell-findings.ts';
import { isWritable, writeBytesFile } from '../json-file.ts';
import { refusalOf, type Terminal } from '../terminal.ts';
import type { Verb } from '../verb.ts';

const USAGE = `hornbook build FOLDER [--out FILE] [--json]

Makes one file of a course, for learners to add to Hornbook: ID-VERSION.hornpack. The same course gives the same bytes on
every machine. What hornbook lint finds is told first, and then nothing is written.

  --out FILE   where to write it (beside you, by its own name, unless told)
  --json       print { file, id, version, hash, size, lessons, exercises }, or { file: null, reason, findings }

  hornbook build my-course
  hornbook build my-course --out for-class/names.hornpack

Exit code: 0 it is written · 1 the course cannot be used yet · 2 it could not be carried out as written.`;

export const buildVerb: Verb = { usage: USAGE, run: buildCommand };

/** Exit codes: see the usage. */
async function buildCommand(args: readonly string[], terminal: Terminal): Promise<number> {
  const { print } = terminal;
  const refuse = refusalOf('build', terminal);
  const read = readArgs('build', 'FOLDER', args, { out: { type: 'string' }, json: { type: 'boolean' } });
  if (!read.ok) return refuse(read.error.message);
  const { subject, values } = read.value;
  const opened = await openCourse(subject);
  if (!opened.ok) {
    if (opened.error.type === 'Misused') return refuse(opened.error.message);
    const { reason, findings } = opened.error;
    if (values.json === true) print(JSON.stringify({ file: null, reason, findings }, null, 2));
    else tellFindings(opened.error, subject, terminal);
    return 1;
  }
  const { doc, assets } = opened.value;
  const { name, bytes, hash } = await buildPack(doc, assets);
  const file = resolve(values.out ?? name);
  if (!isWritable(file)) return refuse(`${file} cannot be written. Name a file in a folder that is there.`);
  writeBytesFile(file, bytes);
  const exercises = doc.lessons.reduce((sum, lesson) => sum + lesson.exercises.length, 0);
  const { id, version } = doc.course;
  const told = { file, id, version, hash, size: bytes.length, lessons: doc.lessons.length, exercises };
  if (values.json === true) print(JSON.stringify(told, null, 2));
  else print(`${file}\n${countOf(told.lessons, 'lesson')}, ${countOf(exercises, 'exercise')}, ${Math.ceil(bytes.length / 1000)} kB.`);
  return 0;
}
