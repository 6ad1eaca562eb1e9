import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, type Rolldown } from 'vite';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { bundledCourses, readCourses } from '../../../src/build/courses-plugin.ts';
import { bundleMark } from '../../../src/packs/bundle-mark.ts';
import { bundledPictureFile } from '../../../src/packs/bundled-files.ts';
import type { BundledCourse, CourseBundle } from '../../../src/packs/course-bundle.ts';

describe('the bundled courses', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'courses-'));
    cpSync('seeds/demo', folder, { recursive: true });
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('are all usable', () => {
    const { bundles, findings } = readCourses('seeds/courses', 'seeds/demo');
    expect(findings).toEqual([]);
    expect(bundles.map(({ packId }) => packId)).toEqual(['javascript-in-practice', 'python-first-steps', 'javascript-basics', 'python-intro']);
  });

  it('come as marks, and as a file each that the build knows by that mark', async () => {
    const { output } = await buildWith(folder);
    const entry = output.find((part) => part.type === 'chunk' && part.isEntry);
    const files = output.filter((part) => part.type === 'asset' && part.fileName.endsWith('.json'));
    const { bundles } = readCourses(folder);
    expect(files.map((file) => JSON.parse(contentOf(file)) as CourseBundle)).toEqual(JSON.parse(JSON.stringify(bundles)));

    const asked = vi.spyOn(globalThis, 'fetch').mockImplementation(() => Promise.resolve(Response.json('its content')));
    const module = (await import(`data:text/javascript,${encodeURIComponent(contentOf(entry))}`)) as { readonly default: readonly BundledCourse[] };
    expect(module.default.map(({ packId, mark }) => [packId, mark])).toEqual(bundles.map((bundle) => [bundle.packId, bundleMark(bundle)]));
    expect(await Promise.all(module.default.map(({ load }) => load()))).toEqual(bundles.map(() => 'its content'));
    expect(asked.mock.calls.map(([address]) => address)).toEqual(files.map(({ fileName }) => fileName));
    asked.mockRestore();
  });

  it('bring the pictures beside their lessons, each under an address that the app finds by the mark', async () => {
    const place = join(folder, 'python-intro/lessons');
    const [lesson = ''] = readdirSync(place);
    mkdirSync(join(place, lesson, 'in'));
    writeFileSync(join(place, lesson, 'in/my cup.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
    const { bundles } = readCourses(folder);
    const bundle = bundles.find(({ packId }) => packId === 'python-intro');
    const lessonId = bundle?.lessons[0]?.id ?? '';
    expect(Object.keys(bundle?.pictures ?? {})).toEqual([`${lessonId}/in/my cup.svg`]);
    const mark = bundle === undefined ? '' : bundleMark(bundle);
    const address = bundledPictureFile({ packId: 'python-intro', mark }, lessonId, 'in/my cup.svg');
    const { output } = await buildWith(folder);
    expect(contentOf(output.find((part) => part.fileName === address))).toBe('<svg xmlns="http://www.w3.org/2000/svg"/>');
    expect(new URL(address, 'https://hornbook.test/').pathname).toBe(`/${address}`);

    writeFileSync(join(place, lesson, 'in/my cup.svg'), '<svg xmlns="http://www.w3.org/2000/svg" width="1"/>');
    const [, changed] = readCourses(folder).bundles;
    expect(changed === undefined ? mark : bundleMark(changed)).not.toBe(mark);
  });

  it('stop the build where one has a finding, with its file and line', async () => {
    const yaml = join(folder, 'python-intro/course.yaml');
    writeFileSync(yaml, `${readFileSync(yaml, 'utf8')}\nno-such-field: 1\n`);
    await expect(buildWith(folder)).rejects.toThrow(/python-intro\/course\.yaml:\d+: .*no-such-field/s);
  });
});

async function buildWith(folder: string): Promise<Rolldown.RolldownOutput> {
  const entry: { name: string; resolveId: (id: string) => string | null; load: (id: string) => string | null } = {
    name: 'entry',
    resolveId: (id) => (id === 'entry' ? id : null),
    load: (id) => (id === 'entry' ? "export { default } from 'virtual:bundled-courses';" : null),
  };
  const rolldownOptions = { input: 'entry', preserveEntrySignatures: 'strict' as const };
  const plugins = [entry, bundledCourses(folder)];
  const built = await build({ configFile: false, logLevel: 'silent', plugins, build: { write: false, modulePreload: false, rolldownOptions } });
  return built as Rolldown.RolldownOutput;
}

function contentOf(part: Rolldown.OutputChunk | Rolldown.OutputAsset | undefined): string {
  if (part === undefined) throw new Error('the build lacks a part');
  return part.type === 'chunk' ? part.code : String(part.source);
}
