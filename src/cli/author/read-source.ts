import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { ok, type Result } from '../../core/result.ts';
import type { Assets } from '../../packs/course-doc.ts';
import type { PackError } from '../../packs/pack-error.ts';
import type { CourseFiles } from '../../packs/source/parse-course.ts';
import { misused, type Misused } from './read-args.ts';

/** A course's folder as it lies on the disk. Paths are from the folder, with `/`. */
export interface Source {
  readonly files: CourseFiles;
  /** Whatever else lies with the lessons: pictures and the like. */
  readonly assets: Assets;
  /** What could not be read, and is in neither. */
  readonly findings: readonly PackError[];
}

const COURSE_FILE = 'course.yaml';
const TEXT = /\.(?:md|ya?ml)$/i;
/** What systems, editors and tools leave behind. */
const JUNK = /^\.|^node_modules$|^Thumbs\.db$|~$|\.(?:sw[a-p]|tmp|bak|hornpack)$/i;
/** Far beyond any lesson, any picture, any course. Bytes. */
const LARGEST = { text: 5_000_000, asset: 50_000_000, all: 200_000_000, count: 50_000 };

/** Reads a course's folder. Refused is only what is none; what is wrong inside is among the findings. */
export function readSource(path: string): Result<Source, Misused> {
  const root = resolve(path);
  if (!existsSync(root)) return misused(`${root} does not exist. Name the folder of a course, with a ${COURSE_FILE} in it.`);
  if (!statSync(root).isDirectory()) {
    const isIt = basename(root) === COURSE_FILE;
    return misused(`${root} is not a folder. ${isIt ? `Name the one it lies in: ${dirname(path)}` : 'Name the folder of a course.'}`);
  }
  if (!readdirSync(root).some((name) => /^course\.ya?ml$/i.test(name))) return misused(noCourse(root));
  const files: Record<string, string> = {};
  const assets: Record<string, Uint8Array> = {};
  const findings: PackError[] = [];
  let bytes = 0;
  for (const { file, full, bad } of filesIn(root)) {
    const finding = (expected: string, found: string, line = 1): void =>
      void findings.push({ type: 'BadContent', file, line, field: '', expected, found });
    const isText = TEXT.test(file);
    const largest = isText ? LARGEST.text : LARGEST.asset;
    if (bad !== null) finding('a file of this folder', bad);
    else if (statSync(full).size > largest) finding(`a file of at most ${largest / 1e6} MB`, `${(statSync(full).size / 1e6).toFixed(1)} MB`);
    else {
      const content = readFileSync(full);
      bytes += content.length;
      if (bytes > LARGEST.all) return misused(`${root} holds more than ${LARGEST.all / 1e6} MB. Is it the folder of one course?`);
      const text = isText ? textOf(content) : null;
      if (text === null) assets[file] = new Uint8Array(content);
      else if (text.ok) files[file] = text.text;
      else finding('UTF-8 text', text.found, text.line);
    }
    if (Object.keys(files).length + Object.keys(assets).length > LARGEST.count) return misused(`${root} holds more than ${LARGEST.count} files. Is it the folder of one course?`);
  }
  return ok({ files, assets, findings });
}

/** Names those below that hold one. */
function noCourse(root: string): string {
  const below = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory() && !JUNK.test(entry.name));
  const names = below.map(({ name }) => name);
  const two = names.flatMap((name) => visibleIn(join(root, name)).map((inner) => `${name}/${inner}`));
  const courses = [...names, ...two].filter((name) => existsSync(join(root, name, COURSE_FILE))).slice(0, 5);
  const hint = courses.length === 0 ? 'hornbook new FOLDER begins one.' : `Did you mean ${courses.join(', or ')} in it?`;
  return `there is no ${COURSE_FILE} in ${root}. ${hint}`;
}

interface Found {
  readonly file: string;
  readonly full: string;
  /** Why it is not read. */
  readonly bad: string | null;
}

/** `course.yaml`, other texts beside it, and everything in `lessons/`, in the order of their names. */
function filesIn(root: string): Found[] {
  const home = realpathSync(root);
  const walk = (path: string): Found[] =>
    visibleIn(join(root, path)).flatMap((name) => {
      const file = path === '' ? name : `${path}/${name}`;
      const full = join(root, file);
      const real = existsSync(full) ? realpathSync(full) : null;
      if (real === null) return [{ file, full, bad: 'a link to nothing' }];
      const isLink = real !== join(home, file);
      if (isLink && !real.startsWith(home + sep)) return [{ file, full, bad: 'a link that leads out of it' }];
      const stat = statSync(full);
      if (stat.isDirectory()) return isLink ? [{ file, full, bad: 'a link to a folder' }] : path !== '' || name === 'lessons' ? walk(file) : [];
      if (!stat.isFile()) return [{ file, full, bad: 'something that is no file' }];
      return path !== '' || TEXT.test(name) ? [{ file, full, bad: null }] : [];
    });
  return walk('');
}

const visibleIn = (folder: string): string[] =>
  statSync(folder).isDirectory() ? readdirSync(folder).filter((name) => !JUNK.test(name)).sort() : [];

type Text = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly line: number; readonly found: string };

function textOf(bytes: Uint8Array): Text {
  try {
    return { ok: true, text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    // Every byte before the first that is none of UTF-8 reads the same in both.
    const lenient = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
    const line = lenient.slice(0, lenient.indexOf('\ufffd')).split('\n').length;
    const isUtf16 = [0xfffe, 0xfeff].includes(((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0));
    return { ok: false, line, found: isUtf16 ? 'UTF-16 (save it as UTF-8)' : 'bytes that are none (save it as UTF-8)' };
  }
}
