import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { ok, type Result } from '../../core/result.ts';
import { hasCourseFile, isJunk, isOfCourse } from '../../packs/source/course-folder.ts';
import { gatherSource, noCourseIn, type Source } from '../../packs/source/gather-source.ts';
import { misused, type Misused } from './read-args.ts';

const COURSE_FILE = 'course.yaml';

/** Reads a course's folder. Refused is only what is none; what is wrong inside is among the findings. */
export function readSource(path: string): Result<Source, Misused> {
  const root = resolve(path);
  if (!existsSync(root)) return misused(`${root} does not exist. Name the folder of a course, with a ${COURSE_FILE} in it.`);
  if (!statSync(root).isDirectory()) {
    const isIt = basename(root) === COURSE_FILE;
    return misused(`${root} is not a folder. ${isIt ? `Name the one it lies in: ${dirname(path)}` : 'Name the folder of a course.'}`);
  }
  if (!hasCourseFile(readdirSync(root))) return misused(noCourse(root));
  const gathering = gatherSource();
  for (const { file, full, bad } of filesIn(root)) {
    if (bad !== null) gathering.refuse(file, 'a file of this folder', bad);
    else if (gathering.admits(file, statSync(full).size)) gathering.take(file, new Uint8Array(readFileSync(full)));
    const tooMuch = gathering.tooMuch();
    if (tooMuch !== null) return misused(`${root} ${tooMuch}`);
  }
  return ok(gathering.source);
}

/** Names those below that hold one. */
function noCourse(root: string): string {
  const below = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory() && !isJunk(entry.name));
  const names = below.map(({ name }) => name);
  const two = names.flatMap((name) => visibleIn(join(root, name)).map((inner) => `${name}/${inner}`));
  const courses = [...names, ...two].filter((name) => existsSync(join(root, name, COURSE_FILE)));
  return `there is ${noCourseIn(root, courses, 'hornbook new FOLDER begins one.')}`;
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
      return isOfCourse(file) ? [{ file, full, bad: null }] : [];
    });
  return walk('');
}

const visibleIn = (folder: string): string[] =>
  statSync(folder).isDirectory() ? readdirSync(folder).filter((name) => !isJunk(name)).sort() : [];
