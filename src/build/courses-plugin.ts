import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import type { Plugin } from 'vite';
import type { CourseBundle } from '../packs/course-bundle.ts';
import { packErrorToText } from '../packs/pack-error.ts';
import { parseCourse, type CourseFiles } from '../packs/parse-course.ts';

const ID = 'virtual:bundled-courses';
const RESOLVED = `\0${ID}`;

/**
 * `virtual:bundled-courses`: every folder of `folder` as a CourseBundle, checked at build time; a finding fails the
 * build with its file and line. Import it lazily (`await import(…)`): it is a chunk of its own.
 */
export function bundledCourses(folder: string): Plugin {
  const root = resolve(folder);
  return {
    name: 'hornbook:bundled-courses',
    resolveId: (id) => (id === ID ? RESOLVED : null),
    load(id) {
      if (id !== RESOLVED) return null;
      for (const name of courseNames(root)) {
        for (const path of Object.keys(readCourse(join(root, name)))) this.addWatchFile(join(root, name, path));
      }
      const { bundles, findings } = readCourses(root);
      if (findings.length > 0) this.error(`${folder} has courses that cannot be used:\n${findings.join('\n')}`);
      return `export default JSON.parse(${JSON.stringify(JSON.stringify(bundles))});`;
    },
    configureServer(server) {
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
