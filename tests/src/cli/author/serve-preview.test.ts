import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { servePreview } from '../../../../src/cli/author/serve-preview.ts';
import { openPack } from '../../../../src/packs/pack/open-pack.ts';
import type { PreviewSource } from '../../../../src/packs/preview-source.ts';
import { COURSE, courseFolder, courseOf, GREEN, temporaryFolder, write } from './course-folder.ts';

async function served(folder: string) {
  const build = temporaryFolder();
  writeFileSync(join(build, 'index.html'), '<title>the app</title>');
  const told: PreviewSource[] = [];
  const server = await servePreview({ build, path: folder, port: 0, onSource: (source) => told.push(source) });
  onTestFinished(() => server.close());
  const get = async (path: string): Promise<Response> => fetch(new URL(path, server.url));
  const source = async (): Promise<PreviewSource> => (await (await get('preview/course.json')).json()) as PreviewSource;
  return { url: server.url, told, get, source };
}

it('serves the app, what there is to tell, and the course as a pack', async () => {
  const { url, get, source } = await served(courseFolder());
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\?preview$/);
  expect(await (await get('?preview')).text()).toBe('<title>the app</title>');
  const { course, reason, findings } = await source();
  expect([course?.id, course?.title, course?.version, reason, findings]).toEqual(['tea', 'Tea', '1.0.0', null, []]);
  const pack = await openPack(new Uint8Array(await (await get('preview/course.hornpack')).arrayBuffer()), '99.0.0');
  expect(pack.ok && pack.value.hash).toBe(course?.hash);
});

it('keeps the last good version beside the findings of a worse one, and tells its pages of each change', async () => {
  const folder = courseFolder();
  const { told, get, source } = await served(folder);
  const good = (await source()).course;
  const reader = (await get('preview/changes')).body?.getReader();
  const heard = async (): Promise<string> => new TextDecoder().decode((await reader?.read())?.value);
  expect(await heard()).toBe(': hello\n\n');

  write(folder, courseOf(GREEN.replace('answer: true', 'answer: perhaps')));
  expect(await heard()).toBe('data: saved\n\n');
  expect(await source()).toEqual({
    course: good,
    reason: null,
    findings: [{ type: 'WrongShape', file: 'lessons/010-leaves/lesson.md', line: 13, field: 'answer', expected: 'true or false', found: '"perhaps"' }],
  });

  write(folder, { ...courseOf(GREEN), 'course.yaml': COURSE.replace('title: Tea', 'title: Green tea') });
  await heard();
  expect((await source()).course).toMatchObject({ id: 'tea', title: 'Green tea' });
  expect((await source()).course?.hash).not.toBe(good?.hash);
  await reader?.cancel();
  expect(told.map(({ findings }) => findings.length)).toEqual([0, 1, 0]);
});

it('goes on when the folder is gone for a while', async () => {
  const folder = courseFolder();
  const { told } = await served(folder);
  rmSync(folder, { recursive: true });
  await vi.waitFor(() => expect(told.at(-1)?.reason).toMatch(/does not exist/), 5_000);
  expect(told.at(-1)?.course?.id).toBe('tea');
  mkdirSync(folder);
  write(folder, courseOf(GREEN));
  await vi.waitFor(() => expect(told.at(-1)?.reason).toBeNull(), 5_000);
});
