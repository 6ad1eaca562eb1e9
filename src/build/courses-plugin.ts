import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import type { Plugin } from 'vite';
import { bundleMark } from '../packs/bundle-mark.ts';
import type { CourseBundle } from '../packs/course-bundle.ts';
import { packErrorToText } from '../packs/pack-error.ts';
import { parseCourse, type CourseFiles } from '../packs/source/parse-course.ts';

const ID = 'virtual:bundled-courses';
const RESOLVED = `\0${ID}`;
/** Beneath the page. */
const FOLDER = 'assets/courses';

/**
 * `virtual:bundled-courses`: every folder of `folder` as a BundledCourse, checked at build time; a finding fails the
 * build with its file and line. The list holds marks; each course is a JSON file that its `load` fetches.
 */
export function bundledCourses(folder: string): Plugin {
  const root = resolve(folder);
  let isBuild = false;
  return {
    name: 'hornbook:bundled-courses',
    configResolved(config) {
      isBuild = config.command === 'build';
    },
    resolveId: (id) => (id === ID ? RESOLVED : null),
    load(id) {
      if (id !== RESOLVED) return null;
      for (const name of courseNames(root)) {
        for (const path of Object.keys(readCourse(join(root, name)))) this.addWatchFile(join(root, name, path));
      }
      const { bundles, findings } = readCourses(root);
      if (findings.length > 0) this.error(`${folder} has courses that cannot be used:\n${findings.join('\n')}`);
      for (const bundle of isBuild ? bundles : []) {
        this.emitFile({ type: 'asset', fileName: fileNameOf(bundle), source: JSON.stringify(bundle) });
      }
      return `${FETCH}\nexport default [${bundles.map(entryCode).join(',\n')}];`;
    },
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const path = request.url?.split('?')[0]?.slice(1) ?? '';
        const bundle = path.startsWith(`${FOLDER}/`) ? readCourses(root).bundles.find((b) => fileNameOf(b) === path) : undefined;
        if (bundle === undefined) {
          next();
          return;
        }
        response.setHeader('Content-Type', 'application/json');
        response.end(JSON.stringify(bundle));
      });
      server.watcher.add(root);
      server.watcher.on('all', (_, path) => {
        const module = server.moduleGraph.getModuleById(RESOLVED);
        if (module === undefined || !resolve(path).startsWith(root + sep)) return;
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

/** A changed course has another name, so that no cache gives the old one. */
const fileNameOf = (bundle: CourseBundle): string =>
  `${FOLDER}/${bundle.packId}-${bundleMark(bundle).replaceAll(' ', '-')}.json`;

function entryCode(bundle: CourseBundle): string {
  const entry = JSON.stringify({ packId: bundle.packId, mark: bundleMark(bundle) });
  return `{ ...${entry}, load: () => load(${JSON.stringify(fileNameOf(bundle))}) }`;
}

/** Reads all courses under `root`; findings read `seeds/courses/…/lesson.md:12: …`. */
export function readCourses(root: string): { bundles: CourseBundle[]; findings: string[] } {
  const bundles: CourseBundle[] = [];
  const findings: string[] = [];
  for (const name of courseNames(root)) {
    const parsed = parseCourse(readCourse(join(root, name)));
    if (parsed.ok) bundles.push(parsed.value);
    else findings.push(...parsed.error.findings.map((finding) => `${join(root, name)}/${packErrorToText(finding)}`));
  }
  return { bundles, findings };
}

function courseNames(root: string): string[] {
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/** The course's files by their path inside the folder, with `/` on every system. */
function readCourse(folder: string): CourseFiles {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = entries.map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(
    paths.map((path) => [path.slice(folder.length + 1).replaceAll(sep, '/'), readFileSync(path, 'utf8')]),
  );
}
