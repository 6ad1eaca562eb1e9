import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { courseFolder, courseOf, GREEN, run } from './course-folder.ts';

const ANYTHING = `
id: leaves.any
type: SHORT_TEXT
prompt: What are leaves like?
accept: [green]
patterns: [".*"]
hints: [Look.]
`;

it('needs no browser where there is no code, and says so', async () => {
  const { code, printed } = await run('check', courseFolder());
  expect(printed).toMatch(/^tea 1\.0\.0 keeps its promises: 1 exercise\.\n\d+\.\d s; no code to run$/);
  expect(code).toBe(0);
});

it('tells where each promise stands that is not kept, and ends with 1', async () => {
  const folder = courseFolder(courseOf(GREEN, ANYTHING));
  const { code, printed } = await run('check', `${folder}/`);
  expect(printed.split('\n').slice(0, -1)).toEqual([
    `${folder}/lessons/010-leaves/lesson.md:19: leaves.any: expected that an empty answer is graded wrong, found that it passes`,
    '',
    'tea 1.0.0: 1 exercise of 2 to mend.',
  ]);
  expect(code).toBe(1);
});

it('writes all of it to a file, or prints it, for other programs', async () => {
  const folder = courseFolder(courseOf(GREEN, ANYTHING));
  await run('check', folder, '--json', join(folder, 'out.json'));
  const { printed } = await run('check', folder, '--json');
  expect(JSON.parse((await run('check', '--json', folder)).printed)).toMatchObject({ ok: false });
  const expected = {
    course: 'tea',
    version: '1.0.0',
    where: null,
    isComplete: true,
    ok: false,
    findings: [],
    exercises: [{ id: 'leaves.green', ok: true }, { id: 'leaves.any', ok: false, findings: [{ what: 'wrong answer', file: 'lessons/010-leaves/lesson.md', line: 19 }] }],
  };
  expect(JSON.parse(readFileSync(join(folder, 'out.json'), 'utf8'))).toMatchObject(expected);
  expect(JSON.parse(printed)).toMatchObject(expected);
});

it('tells what lint finds first', async () => {
  const folder = courseFolder(courseOf(GREEN.replace('answer: true', 'answer: perhaps')));
  const { code, printed } = await run('check', folder);
  expect(printed).toBe(`${folder}/lessons/010-leaves/lesson.md:13: answer: expected true or false, found "perhaps"\n\n1 finding.`);
  expect(code).toBe(1);
});

it('ends with 2 where it cannot be carried out as written', async () => {
  const folder = courseFolder();
  expect((await run('check', folder, '--only', 'nothing')).noted).toMatch(/--only nothing names none of the 1 exercises/);
  expect((await run('check', folder, '--jobs', 'many')).noted).toMatch(/--jobs many is no number of jobs/);
  expect((await run('check', folder, '--json', join(folder, 'no/out.json'))).noted).toMatch(/cannot be written/);
  expect((await run('preview', folder, '--port', 'x')).noted).toBe('hornbook preview: --port x is no port. Give a whole number from 1 to 65535.\n');
  for (const verb of ['new', 'lint', 'check', 'preview']) expect((await run(verb)).code).toBe(2);
});
