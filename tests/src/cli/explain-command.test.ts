import { join } from 'node:path';
import { expect, test } from 'vitest';
import { run, temporaryFolder, write } from './author/course-folder.ts';

test('explain prints the error of a program, the rule that knew it, and its words', async () => {
  const folder = temporaryFolder();
  write(folder, { 'ages.js': 'const age = 3;\nconsole.log(agee);\n', 'fine.js': 'console.log(1);\n' });
  const told = await run('explain', join(folder, 'ages.js'), '--trusted', '--json');
  expect(told.code).toBe(0);
  expect(JSON.parse(told.printed)).toMatchObject({
    outcome: 'error',
    error: { type: 'ReferenceError', message: 'agee is not defined', line: 2, file: 'ages.js' },
    rule: expect.stringMatching(/^javascript-/) as string,
    place: { file: 'ages.js', line: 2 },
    words: { means: expect.stringContaining('`agee`') as string, try: expect.any(String) as string },
  });
  expect((await run('explain', join(folder, 'fine.js'), '--trusted')).printed).toContain('without an error');
});

test('explain says what is missing', async () => {
  const folder = temporaryFolder();
  write(folder, { 'a.txt': '', 'a.py': '' });
  expect(await run('explain', join(folder, 'none.py'))).toMatchObject({ code: 2, noted: expect.stringContaining('there is no file') as string });
  expect(await run('explain', join(folder, 'a.txt'))).toMatchObject({ code: 2, noted: expect.stringContaining('no language') as string });
  expect(await run('explain', join(folder, 'a.py'), '--stdin', 'none')).toMatchObject({ code: 2 });
});
