import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { buildPack } from '../../../../src/packs/pack/build-pack.ts';
import { readCourse } from '../../../../src/packs/source/parse-course.ts';
import { COURSE, courseFolder, courseOf, GREEN, run, temporaryFolder, write } from './course-folder.ts';

const TWICE = courseOf(GREEN, GREEN.replace('true: They are., ', ''));

it('tells each finding with the file as it was named, the line, the field and what was expected, and ends with 1', async () => {
  const folder = courseFolder(TWICE);
  const { code, printed } = await run('lint', `${folder}/`);
  expect(printed).toBe(
    `${folder}/lessons/010-leaves/lesson.md:23: why.true: expected the reason shown under "true", found nothing\n\n1 finding.`,
  );
  expect(code).toBe(1);
});

it('ends with 0 and a line on a course that is well', async () => {
  expect(await run('lint', courseFolder())).toEqual({ code: 0, printed: 'tea 1.0.0: 1 lesson, 1 exercise, nothing to mend.', noted: '' });
});

it('gives the same as JSON', async () => {
  const well = await run('lint', courseFolder(), '--json');
  expect(JSON.parse(well.printed)).toEqual({ course: 'tea', version: '1.0.0', ok: true, reason: null, findings: [] });
  const { code, printed } = await run('lint', courseFolder(TWICE), '--json');
  expect(JSON.parse(printed)).toMatchObject({ course: null, ok: false, findings: [{ file: 'lessons/010-leaves/lesson.md', line: 23, field: 'why.true' }] });
  expect(code).toBe(1);
});

it('tells a file that cannot be read once', async () => {
  const folder = courseFolder();
  write(folder, { 'lessons/010-leaves/lesson.md': new Uint8Array([0xe9]) });
  expect((await run('lint', folder)).printed).toMatch(/lesson\.md:1: expected UTF-8 text, found bytes that are none \(save it as UTF-8\)\n\n1 finding\.$/);
});

it('reads a pack too, and says why one is refused', async () => {
  const read = readCourse(courseOf(GREEN));
  if (!read.ok) throw new Error('the course is sound');
  const pack = join(temporaryFolder(), 'tea-1.0.0.hornpack');
  writeFileSync(pack, (await buildPack(read.value, {})).bytes);
  expect(await run('lint', pack)).toMatchObject({ code: 0, printed: 'tea 1.0.0: 1 lesson, 1 exercise, nothing to mend.' });
  writeFileSync(pack, 'no zip at all');
  const refused = await run('lint', pack);
  expect(refused.code).toBe(1);
  expect(refused.printed).toMatch(/tea-1\.0\.0\.hornpack: \S+/);
});

it('ends with 2 where it cannot be carried out as written', async () => {
  const folder = temporaryFolder();
  expect(await run('lint', folder)).toMatchObject({ code: 2, printed: '' });
  expect((await run('lint')).noted).toBe('hornbook lint: no FOLDER is named: hornbook lint FOLDER\n');
  expect((await run('lint', folder, folder)).noted).toMatch(/one FOLDER at a time/);
  expect((await run('lint', folder, '--jsno')).noted).toMatch(/no option --jsno\. Did you mean --json\?/);
});

it('compares with the version that learners have, and says what to write and where', async () => {
  const released = courseFolder(courseOf(GREEN));
  const [course, lesson] = ['course.yaml', 'lessons/010-leaves/lesson.md'] as const;
  expect((await run('lint', courseFolder(courseOf(GREEN)), '--released', released)).code).toBe(0);
  const raised = { ...courseOf(GREEN.replace('answer: true', 'answer: false')), [course]: COURSE.replace('1.0.0', '1.1.0') };
  const changed = courseFolder(raised);
  expect((await run('lint', changed, '--released', released)).printed).toBe(
    `${changed}/${lesson}:10: rev: expected \`rev: 2\`, since what is graded has changed, found 1\n\n1 finding.`,
  );
  const other = courseFolder(courseOf(GREEN.replace('leaves.green', 'leaves.red')));
  const { code, printed } = await run('lint', other, '--released', released, '--json');
  expect(JSON.parse(printed)).toMatchObject({ ok: false, findings: [{ file: course, line: 1, field: 'retired.exercises' }, { file: course, line: 3, field: 'version' }] });
  expect(code).toBe(1);
  expect((await run('lint', other, '--released', temporaryFolder())).noted).toMatch(/^hornbook lint: --released .*: there is no course\.yaml/);
});
