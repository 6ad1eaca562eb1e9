import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import type { Plugin } from 'vite';
import { bundleMark } from '../packs/bundle-mark.ts';
import { BUNDLED_FOLDER, bundledCourseFile, bundledPictureFile } from '../packs/bundled-files.ts';
import type { CourseBundle } from '../packs/course-bundle.ts';
import type { CourseDoc } from '../packs/course-doc.ts';
import { packErrorToText } from '../packs/pack-error.ts';
import { mediaTypeOf } from '../packs/pictures.ts';
import { readCourse, type CourseFiles } from '../packs/source/parse-course.ts';
import { rowId, toBundle } from '../packs/to-bundle.ts';

const ID = 'virtual:bundled-courses';
const RESOLVED = `\0${ID}`;

/**
 * `virtual:bundled-courses`: every folder of `folders` as a BundledCourse, checked at build time; a finding fails the
 * build with its file and line. The list holds marks; each course is a JSON file that its `load` fetches, with a file for
 * each of its pictures, which the app finds by the course's mark.
 */
export function bundledCourses(...folders: readonly string[]): Plugin {
  const roots = folders.map((folder) => resolve(folder));
  let isBuild = false;
  /** As they are served; read again after a change. */
  let read: ReadCourses | null = null;
  return {
    name: 'hornbook:bundled-courses',
    configResolved(config) {
      isBuild = config.command === 'build';
    },
    resolveId: (id) => (id === ID ? RESOLVED : null),
    load(id) {
      if (id !== RESOLVED) return null;
      for (const folder of roots.flatMap(coursesIn)) {
        for (const path of pathsIn(folder)) this.addWatchFile(join(folder, path));
      }
      const { bundles, findings, files } = (read = readCourses(...roots));
      if (findings.length > 0) this.error(`${folders.join(', ')} has courses that cannot be used:\n${findings.join('\n')}`);
      for (const [fileName, source] of isBuild ? files : []) this.emitFile({ type: 'asset', fileName, source });
      return `${FETCH}\nexport default [${bundles.map(entryCode).join(',\n')}];`;
    },
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const path = request.url?.split('?')[0]?.slice(1) ?? '';
        const content = path.startsWith(`${BUNDLED_FOLDER}/`) ? (read ??= readCourses(...roots)).files.get(path) : undefined;
        if (content === undefined) {
          next();
          return;
        }
        response.setHeader('Content-Type', mediaTypeOf(path) ?? 'application/json');
        response.end(content);
      });
      server.watcher.add(roots);
      server.watcher.on('all', (_, path) => {
        if (!roots.some((root) => resolve(path).startsWith(root + sep))) return;
        read = null;
        const module = server.moduleGraph.getModuleById(RESOLVED);
        if (module === undefined) return;
        server.moduleGraph.invalidateModule(module);
        server.ws.send({ type: 'full-reload' });
      });
    },
  };
}

const FETCH = `const load = async (path) => {
  const response = await fetch(path);
  if (!response.ok) throw new Error(path + ': ' + response.status);
  return response.json();
};`;

function entryCode(bundle: CourseBundle): string {
  const course = { packId: bundle.packId, mark: bundleMark(bundle) };
  return `{ ...${JSON.stringify(course)}, load: () => load(${JSON.stringify(bundledCourseFile(course))}) }`;
}

export interface ReadCourses {
  readonly bundles: readonly CourseBundle[];
  /** Each reads `seeds/courses/…/lesson.md:12: …`. */
  readonly findings: readonly string[];
  /** What the app fetches of them: address beneath the page → content. */
  readonly files: ReadonlyMap<string, string | Uint8Array>;
}

/** Reads all courses under `roots`. */
export function readCourses(...roots: readonly string[]): ReadCourses {
  const bundles: CourseBundle[] = [];
  const findings: string[] = [];
  const files = new Map<string, string | Uint8Array>();
  for (const folder of roots.flatMap(coursesIn)) {
    const { texts, pictures } = readFolder(folder);
    const doc = readCourse(texts, [...pictures.keys()]);
    if (!doc.ok) {
      findings.push(...doc.error.findings.map((finding) => `${folder}/${packErrorToText(finding)}`));
      continue;
    }
    const shown = picturesOf(doc.value, pictures);
    const marks = shown.map(({ lessonId, path, bytes }) => [`${lessonId}/${path}`, createHash('sha256').update(bytes).digest('hex')] as const);
    const bundle = { ...toBundle(doc.value), ...(marks.length === 0 ? {} : { pictures: Object.fromEntries(marks) }) };
    const course = { packId: bundle.packId, mark: bundleMark(bundle) };
    bundles.push(bundle);
    files.set(bundledCourseFile(course), JSON.stringify(bundle));
    for (const { lessonId, path, bytes } of shown) files.set(bundledPictureFile(course, lessonId, path), bytes);
  }
  return { bundles, findings, files };
}

/** Each with the lesson that shows it, and the path that its text names. */
const picturesOf = ({ course, lessons }: CourseDoc, pictures: ReadonlyMap<string, Uint8Array>) =>
  lessons.flatMap(({ folder, head }) => {
    const place = `lessons/${folder}/`;
    const own = [...pictures].filter(([path]) => path.startsWith(place));
    return own.map(([path, bytes]) => ({ lessonId: rowId(course, head), path: path.slice(place.length), bytes }));
  });

function coursesIn(root: string): string[] {
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(root, entry.name))
    .sort();
}

/** A course's files by their path inside the folder, with `/` on every system. */
function readFolder(folder: string): { readonly texts: CourseFiles; readonly pictures: ReadonlyMap<string, Uint8Array> } {
  const paths = pathsIn(folder);
  const isPicture = (path: string): boolean => mediaTypeOf(path) !== null;
  return {
    texts: Object.fromEntries(paths.filter((path) => !isPicture(path)).map((path) => [path, readFileSync(join(folder, path), 'utf8')])),
    pictures: new Map(paths.filter(isPicture).map((path) => [path, readFileSync(join(folder, path))])),
  };
}

function pathsIn(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return entries.map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1).replaceAll(sep, '/')).sort();
}
