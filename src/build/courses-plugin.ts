import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import type { Plugin } from 'vite';
import { bundleMark } from '../packs/bundle-mark.ts';
import type { CourseBundle } from '../packs/course-bundle.ts';
import { packErrorToText } from '../packs/pack-error.ts';
import { parseCourse, type CourseFiles } from '../packs/parse-course.ts';

const ID = 'virtual:bundled-courses';
const RESOLVED = `\0${ID}`;
/** Behind it stands a pack's id. */
const ONE = `${RESOLVED}/`;

/**
 * `virtual:bundled-courses`: every folder of `folder` as a BundledCourse, checked at build time; a finding fails the
 * build with its file and line. The list holds marks; each course is a chunk that its `load` imports.
 */
export function bundledCourses(folder: string): Plugin {
  const root = resolve(folder);
  return {
    name: 'hornbook:bundled-courses',
    resolveId: (id) => (id === ID || id.startsWith(`${ID}/`) ? `\0${id}` : null),
    load(id) {
      if (id !== RESOLVED && !id.startsWith(ONE)) return null;
      for (const name of courseNames(root)) {
        for (const path of Object.keys(readCourse(join(root, name)))) this.addWatchFile(join(root, name, path));
      }
      const { bundles, findings } = readCourses(root);
      if (findings.length > 0) this.error(`${folder} has courses that cannot be used:\n${findings.join('\n')}`);
      if (id === RESOLVED) return `export default [${bundles.map(entryCode).join(',\n')}];`;
      const bundle = bundles.find(({ packId }) => ONE + packId === id);
      return `export default JSON.parse(${JSON.stringify(JSON.stringify(bundle))});`;
    },
    configureServer(server) {
      server.watcher.add(root);
      server.watcher.on('all', (_, path) => {
        if (!resolve(path).startsWith(root + sep)) return;
        for (const [id, module] of server.moduleGraph.idToModuleMap) {
          if (id === RESOLVED || id.startsWith(ONE)) server.moduleGraph.invalidateModule(module);
        }
        server.ws.send({ type: 'full-reload' });
      });
    },
  };
}

function entryCode(bundle: CourseBundle): string {
  const load = `async () => (await import(${JSON.stringify(`${ID}/${bundle.packId}`)})).default`;
  return `{ packId: ${JSON.stringify(bundle.packId)}, mark: ${JSON.stringify(bundleMark(bundle))}, load: ${load} }`;
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
