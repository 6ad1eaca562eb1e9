import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { packErrorToText } from '../../../src/packs/pack-error.ts';
import { readFolder, type FolderFile } from '../../../src/packs/preview-folder.ts';
import { opened } from './pack/pack-files.ts';
import { CHOICE, courseFiles, findings, LESSON, lessonWith } from './source/course-files.ts';

const GOOD = courseFiles(lessonWith(CHOICE));
const read = (files: { readonly [path: string]: Blob | string | null }, courses: readonly string[] = []) =>
  readFolder({ name: 'my-tea', courses, files: Object.entries(files).map(([path, file]) => ({ path, file: typeof file === 'string' ? new Blob([file]) : file })) });

it('makes the pack of a course, with its pictures', async () => {
  const { source, pack } = await read({ ...GOOD, 'lessons/010-tea/cup.svg': '<svg/>' });
  expect(source).toMatchObject({ course: { id: 'tea', title: 'Tea', version: '1.2.3' }, reason: null, findings: [] });
  const { hash, assetPaths } = await opened(pack ?? new Uint8Array());
  expect([hash, assetPaths]).toEqual([source.course?.hash, ['lessons/010-tea/cup.svg']]);
});

it('tells what lint tells', async () => {
  const broken = { ...GOOD, [LESSON]: (GOOD[LESSON] ?? '').replace('why: It is not.', 'whi: It is not.') };
  const { source, pack } = await read(broken);
  expect(source.findings.map(packErrorToText)).toEqual(findings(broken));
  expect([source.course, source.reason, pack]).toEqual([null, null, null]);
});

it('tells of each file that cannot be read, once, and reads the others', async () => {
  const gone = Object.assign(new Blob(['x']), { arrayBuffer: () => Promise.reject(new DOMException('gone', 'NotReadableError')) });
  const large = Object.defineProperty(new Blob(), 'size', { value: 60_000_000 });
  const { source } = await read({ ...GOOD, [LESSON]: gone, 'lessons/010-tea/a.png': large, 'lessons/010-tea/b.png': null, 'lessons/010-tea/c.txt': 'x' });
  expect(source.findings.map(packErrorToText)).toEqual([
    'lessons/010-tea/a.png:1: expected a file of at most 50 MB, found 60.0 MB',
    'lessons/010-tea/b.png:1: expected a file that can be read, found one that cannot',
    'lessons/010-tea/c.txt:1: expected a picture (svg, png, jpg, jpeg, gif, webp), found a file nothing reads',
    'lessons/010-tea/lesson.md:1: expected a file that can be read, found one that cannot',
  ]);
});

it('says which folder was meant where this one is none of a course', async () => {
  expect((await read({ 'notes.md': 'x' })).source.reason).toBe('There is no course.yaml in my-tea. Choose the folder that it lies in.');
  expect((await read({}, ['tea', 'more/coffee'])).source.reason).toBe('There is no course.yaml in my-tea. Did you mean tea, or more/coffee in it?');
});

it('says that what is far too large is no course', async () => {
  const bytes = new ArrayBuffer(45_000_000);
  const picture = Object.assign(new Blob(), { arrayBuffer: () => Promise.resolve(bytes) });
  const pictures = Object.fromEntries(Array.from({ length: 5 }, (_, i) => [`lessons/010-tea/${i}.png`, picture]));
  expect((await read({ ...GOOD, ...pictures })).source.reason).toBe('my-tea holds more than 200 MB. Is it the folder of one course?');
});

it('never throws, whatever the files say', async () => {
  const text = fc.oneof(fc.constantFrom(...Object.values(GOOD)), fc.string({ maxLength: 40 }));
  const content = fc.oneof(text.map((words) => new Blob([words])), fc.uint8Array({ maxLength: 20 }).map((bytes) => new Blob([bytes.slice()])), fc.constant(null));
  const path = fc.oneof(fc.constantFrom('Course.yml', 'lessons/__proto__/lesson.md', '__proto__.md', 'lessons/'), fc.string({ maxLength: 8 }));
  const course = fc.oneof(fc.constant(new Blob([GOOD['course.yaml'] ?? ''])), content);
  const more: fc.Arbitrary<FolderFile[]> = fc.array(fc.record({ path, file: content }), { maxLength: 3 });
  await fc.assert(
    fc.asyncProperty(course, content, more, async (file, lesson, others) => {
      const files = [{ path: 'course.yaml', file }, { path: LESSON, file: lesson }, ...others];
      const { source, pack } = await readFolder({ name: 'x', files, courses: [] });
      expect(pack === null).toBe(source.course === null);
      expect(pack === null).toBe(source.reason !== null || source.findings.length > 0);
    }),
    { numRuns: 30 },
  );
});
