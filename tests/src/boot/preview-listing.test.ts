import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { listEntry, listFiles, listHandle } from '../../../src/boot/preview-listing.ts';
import type { Folder } from '../../../src/packs/preview-folder.ts';
import { entryOf, filesOf, handleOf, type Texts } from './folder-stand-ins.ts';

const listings = (texts: Texts): Promise<Folder[]> =>
  Promise.all([listHandle(handleOf(texts)), listEntry(entryOf(texts)), Promise.resolve(listFiles(filesOf(texts)))]);
const pathsOf = ({ files }: Folder): string[] => files.map(({ path }) => path);

const TEA: Texts = { 'course.yaml': 'id: tea', 'lessons/010-a/lesson.md': 'words', 'lessons/010-a/cup.svg': '<svg/>' };

it('lists what belongs to a course, whichever way the browser shows the folder', async () => {
  const junk = { '.git/config': 'x', 'node_modules/a/b.md': 'x', 'lessons/.DS_Store': 'x', 'lessons/010-a/lesson.md~': 'x', 'notes/a.md': 'x', 'cover.png': 'x', 'tea-1.0.0.hornpack': 'x' };
  for (const folder of await listings({ ...TEA, ...junk })) {
    expect([folder.name, folder.courses]).toEqual(['my-tea', []]);
    expect(pathsOf(folder)).toEqual(['course.yaml', 'lessons/010-a/cup.svg', 'lessons/010-a/lesson.md']);
    expect(await folder.files[2]?.file?.text()).toBe('words');
  }
});

it('names the courses that lie one or two steps below', async () => {
  const shelf = { 'tea/course.yaml': '', 'more/coffee/course.yaml': '', 'a/b/c/course.yaml': '', '.old/course.yaml': '', 'tea/lessons/010-a/lesson.md': '' };
  for (const { courses, files } of await listings(shelf)) {
    expect(files).toEqual([]);
    expect(courses.toSorted()).toEqual(['more/coffee', 'tea']);
  }
});

it('lists a file that cannot be had, and a folder that cannot be looked into, without it', async () => {
  const texts = { ...TEA, 'lessons/010-a/lesson.md': null };
  for (const folder of [await listHandle(handleOf(texts)), await listEntry(entryOf(texts))]) {
    expect(folder.files.filter(({ file }) => file === null).map(({ path }) => path)).toEqual(['lessons/010-a/lesson.md']);
  }
  const locked = { kind: 'directory', name: 'lessons', values: () => { throw new DOMException('no', 'NotAllowedError'); } };
  const root = { kind: 'directory', name: 'tea', values: () => [locked] } as unknown as FileSystemDirectoryHandle;
  expect((await listHandle(root)).files).toEqual([{ path: 'lessons', file: null }]);
});

it('gives the same in each way, for any names', async () => {
  const name = fc.oneof(fc.constantFrom('lessons', 'course.yaml', 'lesson.md', 'tea', '.git', '__proto__'), fc.string({ minLength: 1, maxLength: 5 }).filter((text) => !text.includes('/')));
  const path = fc.array(name, { minLength: 1, maxLength: 4 }).map((steps) => steps.join('/'));
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(path, { maxLength: 12 }), async (paths) => {
      // No name is of a file and of a folder at once.
      const texts = Object.fromEntries(paths.filter((one) => !paths.some((other) => other.startsWith(`${one}/`))).map((one) => [one, one]));
      const [first = [], ...others] = (await listings(texts)).map((folder) => pathsOf(folder).toSorted());
      for (const other of others) expect(other).toEqual(first);
    }),
    { numRuns: 60 },
  );
});
