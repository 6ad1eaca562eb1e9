import { strToU8, unzipSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { hexOf, sha256 } from '../../../../src/core/digest.ts';
import { buildPack } from '../../../../src/packs/pack/build-pack.ts';
import { CHOICE, CODE, courseFiles, lessonWith } from '../source/course-files.ts';
import { GERMAN_COURSE, translatedFiles } from '../source/translated-files.ts';
import { docOf, opened, packOf, refusal } from './pack-files.ts';

const DOC = docOf(translatedFiles());
const LESSON = 'lessons/010-tea/lesson.de.json';

/** The pack with this file changed or added, and a manifest that vouches for it. */
async function remade(path: string, change: (json: string) => string): Promise<Uint8Array> {
  const files = unzipSync(await packOf(DOC));
  const text = strToU8(change(new TextDecoder().decode(files[path] ?? new Uint8Array())));
  const manifest = JSON.parse(new TextDecoder().decode(files['MANIFEST.json'])) as { files: Record<string, unknown> };
  manifest.files[path] = { sha256: hexOf(await sha256(text.slice())), size: text.length };
  return zipSync({ ...files, [path]: text, 'MANIFEST.json': strToU8(JSON.stringify(manifest)) });
}
const findingsIn = async (bytes: Uint8Array): Promise<string[]> => {
  const read = await (await opened(bytes)).read();
  return read.ok ? [] : read.error.findings.map(({ file, line, field, expected, found }) => `${file}:${line} ${field}: expected ${expected}, found ${found}`);
};

test('a pack of one language is what it was before there were translations, to the byte', async () => {
  const picture = { 'lessons/010-tea/cup.svg': strToU8('<svg xmlns="http://www.w3.org/2000/svg"/>') };
  const { bytes, hash } = await buildPack(docOf(courseFiles(lessonWith(CHOICE, CODE))), picture);
  expect(hash).toBe('d295aec1f9a293dbf289d620c6520b1e4d1610c4ca0678739492f90b37902fcb');
  expect(hexOf(await sha256(bytes))).toBe('7ae8703afde1ccc9cc32339de63ce6e843841db11c137631ae2592633848d4e7');
});

test('translations lie beside what they translate, each in a part of its own', async () => {
  const bytes = await packOf(DOC);
  expect(Object.keys(unzipSync(bytes))).toEqual(['MANIFEST.json', 'pack.json', 'lessons/010-tea/lesson.json', 'pack.de.json', LESSON]);
  const pack = await opened(bytes);
  expect(pack.headings).toEqual({ de: { title: 'Tee', description: 'Von Tee.' } });
  expect(pack.assetPaths).toEqual([]);
  expect(await pack.read()).toEqual({ ok: true, value: DOC });
});

test('a course that is called the same in both languages needs no part for that', async () => {
  const files = translatedFiles();
  const lessonAlone = docOf({ ...files, [GERMAN_COURSE]: '' });
  expect(Object.keys(unzipSync(await packOf(lessonAlone)))).not.toContain('pack.de.json');
  expect(await (await opened(await packOf(lessonAlone))).read()).toEqual({ ok: true, value: lessonAlone });
});

test('a translation that breaks the format is refused with file, line and field', async () => {
  expect(await findingsIn(await remade(LESSON, (json) => json.replace('"tea.kind"', '"tea.kin"')))).toEqual([
    `${LESSON}:11 id: expected the id of an exercise of the lesson that it translates (did you mean \`tea.kind\`?), found \`tea.kin\``,
  ]);
  expect(await findingsIn(await remade(LESSON, (json) => json.replace('"id": "green"', '"id": "blue"')))).toEqual([
    `${LESSON}:18 options[0].id: expected the id of an option of the original, found \`blue\``,
  ]);
  expect(await findingsIn(await remade(LESSON, (json) => json.replace('"prompt"', '"answer"')))).toHaveLength(1);
  expect(await findingsIn(await remade(LESSON, (json) => json.replace('"content"', '"context"')))).not.toEqual([]);
  expect(await findingsIn(await remade(LESSON, (json) => json.replace('"head": {', '"head": { "id": "first",')))).toHaveLength(1);
  expect(await refusal(await remade(LESSON, () => '{'))).toBe('BadContent: Its content breaks the format.');
  expect(await refusal(await remade('pack.de.json', () => '{"version": "9.0.0"}'))).toBe('BadContent: `pack.de.json` breaks the format.');
});

test('a translation that was changed, or is of no language that the course names, is refused', async () => {
  const files = unzipSync(await packOf(DOC));
  expect(await refusal(zipSync({ ...files, [LESSON]: strToU8('{}') }))).toContain(`Damaged: \`${LESSON}\` is not what its manifest says`);
  expect(await findingsIn(await remade('lessons/010-tea/lesson.fr.json', () => '{}'))).toEqual([
    'lessons/010-tea/lesson.fr.json:1 : expected a picture (svg, png, jpg, jpeg, gif, webp), found a file nothing reads',
  ]);
  expect(await findingsIn(await remade('pack.fr.json', () => '{}'))).toHaveLength(1);
});
