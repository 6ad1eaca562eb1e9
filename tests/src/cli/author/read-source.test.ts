import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readSource } from '../../../../src/cli/author/read-source.ts';
import type { Source } from '../../../../src/packs/source/gather-source.ts';
import { COURSE, courseFolder, temporaryFolder, write } from './course-folder.ts';

function read(folder: string): Source {
  const source = readSource(folder);
  if (!source.ok) throw new Error(source.error.message);
  return source.value;
}
const refusal = (path: string): string => {
  const source = readSource(path);
  return source.ok ? '' : source.error.message;
};

it('gives the texts and, apart, the assets of a course, and leaves what tools left behind', () => {
  const folder = courseFolder();
  write(folder, {
    'lessons/010-leaves/leaf.svg': '<svg/>',
    'lessons/010-leaves/.DS_Store': 'x',
    'lessons/010-leaves/lesson.md~': 'x',
    '.git/config': 'x',
    'tea-1.0.0.hornpack': 'x',
    'picture.png': 'x',
  });
  const { files, assets, findings } = read(folder);
  expect(Object.keys(files)).toEqual(['course.yaml', 'lessons/010-leaves/lesson.md']);
  expect(files['course.yaml']).toBe(COURSE);
  expect(Object.entries(assets).map(([path, bytes]) => [path, new TextDecoder().decode(bytes)])).toEqual([['lessons/010-leaves/leaf.svg', '<svg/>']]);
  expect(findings).toEqual([]);
});

it('says what to name instead of a path that is no course', () => {
  const shelf = temporaryFolder();
  write(shelf, { 'courses/tea/course.yaml': COURSE, 'courses/notes.txt': '' });
  expect(refusal(join(shelf, 'none'))).toMatch(/none does not exist\. Name the folder of a course/);
  expect(refusal(shelf)).toMatch(/there is no course\.yaml in .*\. Did you mean courses\/tea in it\?$/);
  expect(refusal(join(shelf, 'courses'))).toMatch(/Did you mean tea in it\?$/);
  expect(refusal(temporaryFolder())).toMatch(/hornbook new FOLDER begins one\.$/);
  expect(refusal(join(shelf, 'courses/tea/course.yaml'))).toMatch(/is not a folder\. Name the one it lies in: .*courses\/tea$/);
});

it('finds the line of the first byte that is no UTF-8', () => {
  const folder = courseFolder();
  write(folder, { 'lessons/010-leaves/lesson.md': new Uint8Array([0x61, 0x0a, 0xc3, 0xa9, 0x0a, 0x62, 0xe9, 0x0a, 0xe9]) });
  write(folder, { 'course.yaml': new Uint8Array([0xff, 0xfe, 0x61, 0x00]) });
  expect(read(folder).findings.map(({ file, line, found }) => [file, line, found])).toEqual([
    ['course.yaml', 1, 'UTF-16 (save it as UTF-8)'],
    ['lessons/010-leaves/lesson.md', 3, 'bytes that are none (save it as UTF-8)'],
  ]);
});

it('reads no link that leads out of the folder, to a folder or to nothing, and a link within it', () => {
  const outside = temporaryFolder();
  write(outside, { 'secret.md': 'secret' });
  const folder = courseFolder();
  const lesson = join(folder, 'lessons/010-leaves');
  symlinkSync(join(outside, 'secret.md'), join(lesson, 'a.md'));
  symlinkSync(join(folder, 'nowhere.md'), join(lesson, 'b.md'));
  mkdirSync(join(folder, 'lessons/020-more'));
  symlinkSync(lesson, join(folder, 'lessons/020-more/c'));
  symlinkSync(outside, join(folder, 'lessons/030-out'));
  symlinkSync(join(lesson, 'lesson.md'), join(folder, 'lessons/020-more/lesson.md'));
  const { files, findings } = read(folder);
  expect(findings.map(({ file, found }) => [file, found])).toEqual([
    ['lessons/010-leaves/a.md', 'a link that leads out of it'],
    ['lessons/010-leaves/b.md', 'a link to nothing'],
    ['lessons/020-more/c', 'a link to a folder'],
    ['lessons/030-out', 'a link that leads out of it'],
  ]);
  expect(files['lessons/020-more/lesson.md']).toBe(files['lessons/010-leaves/lesson.md']);
});

it('reads no text of more than 5 MB', () => {
  const folder = courseFolder();
  write(folder, { 'lessons/010-leaves/lesson.md': 'a'.repeat(5_000_001) });
  expect(read(folder).findings).toMatchObject([{ file: 'lessons/010-leaves/lesson.md', expected: 'a file of at most 5 MB', found: '5.0 MB' }]);
});
