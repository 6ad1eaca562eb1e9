import { ok } from 'node:assert/strict';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assemble, type ReadFile } from '../../../../src/packs/import/assemble.ts';
import { createIds } from '../../../../src/packs/import/ids.ts';
import type { ImportedExercise, ImportedItem, ImportedLesson } from '../../../../src/packs/import/imported.ts';
import { opened, packOf } from '../pack/pack-files.ts';

const TRUE: ImportedExercise = { type: 'TRUE_FALSE', prompt: 'Is tea wet?', hints: [], answer: true, why: undefined };
const item = (more: Partial<ImportedItem> = {}): ImportedItem => ({
  ...{ sourceId: null, title: 'Is tea wet?', kind: 'truefalse', status: 'imported', reason: '', exercise: TRUE },
  ...more,
});
const lesson = (items: readonly ImportedItem[], more: Partial<ImportedLesson> = {}): ImportedLesson => ({ title: 'Tea', content: '', items, assets: {}, ...more });
const file = (lessons: readonly ImportedLesson[], more: Partial<ReadFile['imported']> = {}): ReadFile => ({
  ...{ file: 'quizzes/tea.xml', format: 'moodle-xml' },
  imported: { title: null, licence: null, lessons, ...more },
});

test('a course comes of it that can be built and read back', async () => {
  const { course, items } = assemble([file([lesson([item({ sourceId: 'Q 1' }), item()])])]);
  ok(course !== null);
  expect(items).toEqual([
    { id: 'q-1', sourceId: 'Q 1', file: 'quizzes/tea.xml', title: 'Is tea wet?', type: 'TRUE_FALSE', status: 'imported', reason: '' },
    { id: 'is-tea-wet', sourceId: null, file: 'quizzes/tea.xml', title: 'Is tea wet?', type: 'TRUE_FALSE', status: 'imported', reason: '' },
  ]);
  expect(course.doc.course).toMatchObject({ id: 'tea', title: 'tea', lessons: ['010-tea'], licence: { text: 'LicenseRef-unknown' }, programmingLanguage: null });
  expect(course.doc.lessons[0]).toMatchObject({ content: '2 questions from `tea.xml`.', head: { id: 'tea', title: 'Tea', minutes: 2 } });
  expect(course.doc.lessons[0]?.exercises[0]).toMatchObject({ id: 'q-1', source: { format: 'moodle-xml', id: 'Q 1', file: 'tea.xml' } });
  expect(await (await opened(await packOf(course.doc, course.assets))).read()).toEqual({ ok: true, value: course.doc });
});

test('an exercise that breaks the format is skipped with what is wrong, and the rest goes on', () => {
  const bad: ImportedExercise = { type: 'MULTIPLE_CHOICE', prompt: 'Which?', hints: [], options: [{ id: 'a', text: 'A', why: '', correct: false }] };
  const { course, items } = assemble([file([lesson([item({ exercise: bad, sourceId: '7' }), item()])])]);
  expect(items[0]).toMatchObject({ id: '7', status: 'skipped', type: 'truefalse', reason: 'options: expected at least two options, found 1' });
  expect(course?.doc.lessons[0]?.exercises.map(({ id }) => id)).toEqual(['is-tea-wet']);
});

test('what an importer skipped stays skipped, and a file of nothing else gives no course', () => {
  const skipped = item({ status: 'skipped', reason: 'a drawing is asked for', exercise: null, kind: 'drawing' });
  expect(assemble([file([lesson([skipped])])])).toEqual({
    course: null,
    items: [{ id: null, sourceId: null, file: 'quizzes/tea.xml', title: 'Is tea wet?', type: 'drawing', status: 'skipped', reason: 'a drawing is asked for' }],
  });
});

test('pictures come along, and those that would have to be fetched leave their words', () => {
  const bytes = new Uint8Array([1]);
  const content = 'See ![a cup](cup.png), ![](cup.png) and ![the sea](https://example.org/sea.png).';
  const { course } = assemble([file([lesson([], { content, assets: { 'cup.png': bytes, '../x.png': bytes, 'run.exe': bytes } })])]);
  expect(course?.assets).toEqual({ 'lessons/010-tea/cup.png': bytes });
  expect(course?.doc.lessons[0]?.content).toBe('See ![a cup](cup.png), ![picture](cup.png) and the sea.');
});

test('the licence and the language of a course are those that all agree on', () => {
  const code: ImportedExercise = { type: 'PREDICT_OUTPUT', prompt: 'What?', hints: [], language: 'python', code: 'print(1)', stdout: '1\n' };
  const one = file([lesson([item({ exercise: code })])], { licence: 'MIT', title: 'One' });
  expect(assemble([one]).course?.doc.course).toMatchObject({ title: 'One', programmingLanguage: 'python', licence: { text: 'MIT', code: 'MIT' } });
  expect(assemble([one, file([lesson([item()])])]).course?.doc.course).toMatchObject({ description: 'Imported from 2 files.', licence: { text: 'LicenseRef-unknown' } });
  const wish = { id: 'mine', title: 'Mine', authors: ['Ada'], licence: 'CC0-1.0' };
  expect(assemble([one], wish).course?.doc.course).toMatchObject({ id: 'mine', title: 'Mine', authors: ['Ada'], licence: { code: 'CC0-1.0' } });
});

test('ids fit the format, whatever the words, and no two are alike', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 30 }), (texts) => {
      const ids = createIds();
      const given = texts.map((text) => ids.give(text));
      for (const id of given) expect(id).toMatch(/^[a-z0-9]+(?:[.-][a-z0-9]+)*$/);
      expect(new Set(given).size).toBe(given.length);
    }),
  );
  const ids = createIds();
  expect([ids.give('Übung 3: Schleifen?'), ids.give('übung 3 schleifen'), ids.give('v1.2 – b'), ids.give('你好')]).toEqual(['ubung-3-schleifen', 'ubung-3-schleifen-2', 'v1.2-b', ids.next('你好').replace(/-2$/, '')]);
});
