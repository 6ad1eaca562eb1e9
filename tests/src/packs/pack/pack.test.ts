import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { buildPack } from '../../../../src/packs/pack/build-pack.ts';
import { openPack } from '../../../../src/packs/pack/open-pack.ts';
import { CHOICE, CODE, courseFiles, lessonWith } from '../source/course-files.ts';
import { APP, docOf, opened, packOf, refusal } from './pack-files.ts';

const DOC = docOf(courseFiles(lessonWith(CHOICE, CODE)));
const PICTURE = { 'lessons/010-tea/cup.svg': strToU8('<svg xmlns="http://www.w3.org/2000/svg"/>') };

/** The pack's files changed, and its manifest left as it was. */
async function repacked(change: (files: Record<string, Uint8Array>) => void, bytes?: Uint8Array): Promise<Uint8Array> {
  const files = unzipSync(bytes ?? (await packOf(DOC, PICTURE)));
  change(files);
  return zipSync(files);
}
/** The same with a manifest that vouches for the change, as a hostile author would have it. */
async function remade(path: string, change: (json: string) => string): Promise<Uint8Array> {
  const { hexOf, sha256 } = await import('../../../../src/core/digest.ts');
  const files = unzipSync(await packOf(DOC, PICTURE));
  const text = strToU8(change(new TextDecoder().decode(files[path])));
  const manifest = JSON.parse(new TextDecoder().decode(files['MANIFEST.json'])) as { files: Record<string, unknown> };
  manifest.files[path] = { sha256: hexOf(await sha256(text.slice())), size: text.length };
  return zipSync({ ...files, [path]: text, 'MANIFEST.json': strToU8(JSON.stringify(manifest)) });
}

const takeOut = (files: Record<string, Uint8Array>, path: string): boolean => Reflect.deleteProperty(files, path);

test('what is built is read back as it was', async () => {
  const pack = await opened(await packOf(DOC, PICTURE));
  expect(await pack.read()).toEqual({ ok: true, value: DOC });
  expect(pack.assetPaths).toEqual(Object.keys(PICTURE));
  expect(await pack.asset('lessons/010-tea/cup.svg')).toEqual(PICTURE['lessons/010-tea/cup.svg']);
  expect(await pack.asset('lessons/010-tea/other.svg')).toBeNull();
});

test('the same course gives the same bytes, whatever the time zone', async () => {
  const first = await buildPack(DOC, PICTURE);
  const zone = process.env.TZ;
  process.env.TZ = 'Pacific/Auckland';
  const again = await buildPack(structuredClone(DOC), { ...PICTURE });
  process.env.TZ = zone;
  expect(again).toEqual(first);
  expect(first.name).toBe('tea-1.2.3.hornpack');
});

test('one letter more is another pack', async () => {
  const other = { ...DOC, course: { ...DOC.course, title: `${DOC.course.title}!` } };
  expect((await buildPack(other, {})).hash).not.toBe((await buildPack(DOC, {})).hash);
});

test('reading tells how far it is, to the end', async () => {
  const heard: number[] = [];
  await (await opened(await packOf(DOC, PICTURE))).read((fraction) => heard.push(fraction));
  expect(heard).toEqual([0.5, 1]);
});

test('reading stops when it is called off', async () => {
  const pack = await opened(await packOf(DOC));
  await expect(pack.read(undefined, AbortSignal.abort(new Error('enough')))).rejects.toThrow('enough');
});

test('a later format and a later app are named, not guessed at', async () => {
  for (const [needs, words] of [
    [{ format: 2, needs: '2.0.0', other: [] }, 'NeedsNewerApp: This pack needs Hornbook 2.0.0 or newer; this is Hornbook 0.1.0.'],
    [{ format: 1, needs: '0.1.1', files: {} }, 'NeedsNewerApp: This pack needs Hornbook 0.1.1 or newer; this is Hornbook 0.1.0.'],
  ] as const) {
    expect(await refusal(await repacked((files) => (files['MANIFEST.json'] = strToU8(JSON.stringify(needs)))))).toBe(words);
  }
  expect((await openPack(await packOf(DOC), '1.0.0')).ok).toBe(true);
});

test('a file changed, added or taken away is noticed', async () => {
  const lesson = 'lessons/010-tea/lesson.json';
  expect(await refusal(await repacked((files) => (files[lesson] = strToU8('{}'))))).toBe(`Damaged: \`${lesson}\` is not what its manifest says: it was changed, or is damaged.`);
  expect(await refusal(await repacked((files) => (files['lessons/010-tea/cup.svg'] = strToU8('<svg/>'))))).toContain('Damaged: `lessons/010-tea/cup.svg` is not what');
  expect(await refusal(await repacked((files) => (files['virus.exe'] = strToU8('MZ'))))).toBe('Damaged: `virus.exe` is in it, which its manifest does not name.');
  expect(await refusal(await repacked((files) => takeOut(files, lesson)))).toBe(`Damaged: \`${lesson}\` is missing, which its manifest names.`);
  expect(await refusal(await repacked((files) => takeOut(files, 'MANIFEST.json')))).toBe('NotAPack: It is a zip, but no pack: there is no MANIFEST.json in it.');
});

test('numbers that no database takes break the format', async () => {
  const lesson = 'lessons/010-tea/lesson.json';
  for (const minutes of ['1e308', '10001', '0.5', '-1']) {
    const read = await (await opened(await remade(lesson, (json) => json.replace('"minutes": 12', `"minutes": ${minutes}`)))).read();
    expect(read).toMatchObject({ ok: false, error: { reason: 'BadContent', findings: [{ field: 'head.minutes', expected: 'a whole number of minutes from 1 to 10000' }] } });
  }
  expect(await refusal(await remade('pack.json', (json) => json.replace(/"order": \d+/, '"order": 1e300')))).toContain('BadContent');
});

test('content that breaks the format is told with file, line, field and what was expected', async () => {
  const lesson = 'lessons/010-tea/lesson.json';
  const bad = await opened(await remade(lesson, (json) => json.replace('"prompt": "Which?"', '"prompt": 5').replace('"minutes": 12', '"minutes": 0')));
  const read = await bad.read();
  expect(read).toMatchObject({ ok: false, error: { reason: 'BadContent', findings: [{ file: lesson, line: 8, field: 'head.minutes', expected: 'a whole number of minutes from 1 to 10000' }] } });
  const other = await (await opened(await remade(lesson, (json) => json.replace('"prompt": "Which?"', '"prompt": 5')))).read();
  expect(other).toMatchObject({ ok: false, error: { findings: [{ file: lesson, field: 'exercises[0].prompt', expected: 'the task, in Markdown (as text, in quotes)', found: 'the number 5' }] } });
  expect(await refusal(await remade('pack.json', (json) => json.replace('"level"', '"levle"')))).toBe('BadContent: `pack.json` breaks the format.');
  expect(await refusal(await remade(lesson, () => '{'))).toBe('BadContent: Its content breaks the format.');
  expect(await refusal(await remade(lesson, (json) => json.replace('"correct": true', '"correct": false')))).toBe('BadContent: Its content breaks the format.');
});

test('ids used twice in a course are told', async () => {
  const [lesson] = DOC.lessons;
  const twice = { course: { ...DOC.course, lessons: ['010-tea', '020-tea'] }, lessons: lesson === undefined ? [] : [lesson, { ...lesson, folder: '020-tea' }] };
  const read = await (await opened(await packOf(twice))).read();
  expect(read).toMatchObject({ ok: false, error: { findings: [{ found: '`first`, which stands in lessons/010-tea/lesson.json:1 too' }, {}, {}] } });
});

test('what is no pack at all is refused', async () => {
  expect(await refusal(readFileSync(join(import.meta.dirname, 'pack.test.ts')))).toBe('NotAPack: It is not a zip, or its end is missing.');
  expect(await refusal(new Uint8Array())).toBe('NotAPack: It is not a zip, or its end is missing.');
  expect((await openPack(await packOf(DOC), APP)).ok).toBe(true);
});

test('a size of another is noticed, and a file that nothing reads is told', async () => {
  const files = unzipSync(await packOf(DOC, PICTURE));
  const text = new TextDecoder().decode(files['MANIFEST.json']);
  const lying = { ...files, 'MANIFEST.json': strToU8(text.replace(/"size": \d+/, '"size": 7')) };
  expect(await refusal(zipSync(lying))).toMatch(/^Damaged: `.+` is not what its manifest says/);
  const stray = await packOf(DOC, { ...PICTURE, 'lessons/020-nobody/lesson.json': strToU8('{}'), 'lessons/010-tea/x.exe': strToU8('MZ') });
  const read = await (await opened(stray)).read();
  expect(read).toMatchObject({ ok: false, error: { reason: 'BadContent', findings: [{ type: 'UnusedFile' }, { type: 'UnusedFile' }] } });
});

test('reading ends at so many findings', async () => {
  const lesson = 'lessons/010-tea/lesson.json';
  const many = await opened(await remade(lesson, (json) => JSON.stringify({ ...(JSON.parse(json) as object), exercises: Array.from({ length: 2_000 }, () => 5) })));
  const read = await many.read();
  expect(read.ok ? [] : read.error.findings).toHaveLength(200);
});
