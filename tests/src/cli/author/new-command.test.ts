import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openCourse } from '../../../../src/cli/author/open-course.ts';
import { run, temporaryFolder } from './course-folder.ts';

it.each(['python', 'javascript', 'typescript', 'none'])('writes a course that passes lint as it stands: %s', async (language) => {
  const folder = join(temporaryFolder(), 'courses/first-steps');
  const { code, printed } = await run('new', folder, '--language', language);
  expect(code).toBe(0);
  expect(printed).toContain(`hornbook preview ${folder}  see it as a learner does`);
  expect(await run('lint', folder)).toEqual({ code: 0, printed: 'first-steps 0.1.0: 1 lesson, 3 exercises, nothing to mend.', noted: '' });
});

it('shows a choice, a prediction, and a completion with hints, known mistakes and hidden tests', async () => {
  const folder = join(temporaryFolder(), 'tea');
  await run('new', folder);
  const opened = await openCourse(folder);
  if (!opened.ok) throw new Error('the course is sound');
  const exercises = opened.value.doc.lessons.flatMap((lesson) => lesson.exercises);
  expect(exercises.map(({ type }) => type)).toEqual(['MULTIPLE_CHOICE', 'PREDICT_OUTPUT', 'CODE_COMPLETION']);
  const [, , completion] = exercises;
  if (completion?.type !== 'CODE_COMPLETION') throw new Error('the last is a completion');
  expect([completion.hints.length, completion.mistakes.length, completion.tests.filter(({ visible }) => !visible).length]).toEqual([3, 3, 2]);
  expect(opened.value.doc.course).toMatchObject({ id: 'tea', title: 'Tea', version: '0.1.0', programmingLanguage: 'python' });
});

it('takes a title of any words, and an id of what letters there are', async () => {
  const shelf = temporaryFolder();
  const titles = ['Tea: "black" & #green', '  Über Tee\\  ', '茶'];
  const folders = ['Tea & Co.', 'Crème_brûlée', '茶'];
  const made = [];
  for (const [i, name] of folders.entries()) {
    const { printed } = await run('new', join(shelf, name), '--title', titles[i] ?? '', '--json');
    made.push((JSON.parse(printed) as { id: string }).id);
    const opened = await openCourse(join(shelf, name));
    expect(opened.ok && opened.value.doc.course.title).toBe(titles[i]?.trim());
  }
  expect(made).toEqual(['tea-co', 'creme-brulee', 'my-course']);
});

it('fills a folder that is empty, and leaves one alone that is not', async () => {
  const folder = temporaryFolder();
  expect((await run('new', folder, '--title', 'Tea')).code).toBe(0);
  writeFileSync(join(folder, 'course.yaml'), 'mine');
  const refused = await run('new', folder);
  expect(refused).toMatchObject({ code: 2, printed: '' });
  expect(refused.noted).toMatch(/is not empty, and stays as it is/);
  expect(readFileSync(join(folder, 'course.yaml'), 'utf8')).toBe('mine');
});

it('leaves nothing behind where it cannot write', async () => {
  const shelf = temporaryFolder();
  writeFileSync(join(shelf, 'file'), '');
  expect((await run('new', join(shelf, 'file'))).noted).toMatch(/is a file\. Name a folder/);
  expect((await run('new', join(shelf, 'file/tea'))).noted).toMatch(/cannot be written/);
  mkdirSync(join(shelf, 'locked'));
  chmodSync(join(shelf, 'locked'), 0o500);
  await run('new', join(shelf, 'locked/tea'));
  chmodSync(join(shelf, 'locked'), 0o700);
  expect(readdirSync(join(shelf, 'locked')).filter((name) => name !== 'tea')).toEqual([]);
  expect(readdirSync(shelf).sort()).toEqual(['file', 'locked']);
});

it('knows which languages there are', async () => {
  const folder = join(temporaryFolder(), 'tea');
  expect((await run('new', folder, '--language', 'pyton')).noted).toBe('hornbook new: "pyton" is no language that runs here. Did you mean python?\n');
  expect((await run('new', folder, '--title', ' ')).code).toBe(2);
  expect((await run('lint', folder)).code).toBe(2);
});
