import fc from 'fast-check';
import * as v from 'valibot';
import { expect, it } from 'vitest';
import { importCsv } from '../../../../../src/packs/import/csv/import-csv.ts';
import { exportCsv } from '../../../../../src/packs/export/csv/export-csv.ts';
import { importedShape, type ExerciseSource } from '../../../../../src/packs/source/exercise-shapes.ts';
import type { CourseDoc } from '../../../../../src/packs/course-doc.ts';

const SOURCE = { format: 'csv' };

function docOf(exercises: readonly ExerciseSource[], title = 'Lesson'): CourseDoc {
  const head = { id: 'l', title, objectives: ['x'], minutes: 5 };
  const course = { format: 1, id: 'c', version: '1.0.0', title: 'C', description: 'd', languages: ['en'], level: 'BEGINNER' } as const;
  const rest = { programmingLanguage: null, order: 0, licence: { text: 'MIT', code: 'MIT' }, authors: ['a'], lessons: ['010-l'] };
  return { course: { ...course, ...rest, languages: ['en'] }, lessons: [{ folder: '010-l', head, content: 'Words.', exercises }] };
}

function again(csv: string): ExerciseSource[] {
  const imported = importCsv(csv, 'x.csv');
  if (!imported.ok) throw new Error(imported.error.message);
  return imported.value.lessons.flatMap(({ items }) =>
    items.filter(({ kind }) => kind !== 'TEXT').map(({ exercise, sourceId, reason }) => {
      if (exercise === null) throw new Error(reason);
      return v.parse(importedShape, { ...exercise, id: sourceId, source: SOURCE });
    }),
  );
}

const PIECES = ['=1+1', '+', '-', '-5', '@SUM(A1)', "'", "'=", '"', '""', ',', ';', '\t', '\n', '\r\n', '\r', '\ufeff', '\u202e', 'שלום', ' ', 'a', '漢字', '{{b1}}', '|', '\\', '😀'];
const words = fc
  .oneof(fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 8 }).map((pieces) => pieces.join('')), fc.string({ unit: 'binary', minLength: 1 }))
  .map((text) => text.replaceAll('\0', ''))
  .filter((text) => text.trim() !== '');
const maybe = fc.oneof(fc.constant(''), words);
const ids = fc.constantFrom('a', 'b', 'c', 'zeta', 'x.1');
const shared = {
  prompt: words,
  explanation: fc.option(words, { nil: undefined }),
  hints: fc.array(words, { maxLength: 3 }),
  points: fc.integer({ min: 1, max: 5 }),
  required: fc.boolean(),
  level: fc.option(fc.constantFrom('BEGINNER', 'ADVANCED'), { nil: undefined }),
};
const option = fc.record({ id: ids, text: words, why: maybe, correct: fc.boolean() });
const mistakes = fc.array(fc.record({ answer: words, say: words }), { maxLength: 2 });
const rules = { accept: fc.array(words, { maxLength: 3 }), patterns: fc.array(words, { maxLength: 1 }), caseSensitive: fc.boolean(), mistakes };
const item = fc.record({ id: ids, text: words });
const some = <T>(one: fc.Arbitrary<T>) => fc.array(one, { minLength: 1, maxLength: 4 });
const kinds = [
  fc.record({ ...shared, type: fc.constant('MULTIPLE_CHOICE'), options: some(option) }),
  fc.record({ ...shared, type: fc.constant('MULTI_SELECT'), options: some(option) }),
  fc.record({ ...shared, type: fc.constant('TRUE_FALSE'), answer: fc.boolean(), why: fc.record({ true: maybe, false: maybe }) }),
  fc.record({ ...shared, type: fc.constant('SHORT_TEXT'), ...rules }),
  fc.record({ ...shared, type: fc.constant('NUMERIC'), answer: fc.double({ noNaN: true, noDefaultInfinity: true }), absolute: fc.constantFrom(0, 0.5), units: fc.array(fc.record({ unit: words, factor: fc.constant(2) })), mistakes }),
  fc.record({ ...shared, type: fc.constant('FREE_FORM'), ...rules, rubric: fc.option(fc.record({ criteria: some(words), sample: words }), { nil: undefined }) }),
  fc.record({ ...shared, type: fc.constant('ORDERING'), items: some(item), orders: fc.option(some(some(words)), { nil: undefined }) }),
  fc.record({ ...shared, type: fc.constant('MATCHING'), left: some(fc.record({ id: ids, text: words, match: words })), right: some(item) }),
  fc.record({ ...shared, type: fc.constant('FILL_BLANKS'), text: words, blanks: some(fc.record({ id: ids, accept: some(words) })) }),
  fc.record({ ...shared, type: fc.constant('PARSONS'), language: fc.constant('python'), blocks: some(fc.record({ id: ids, code: words })), orders: some(some(words)) }),
  fc.record({ ...shared, type: fc.constant('PREDICT_OUTPUT'), code: words, stdout: maybe, mistakes }),
];
const exercises = fc
  .array(fc.oneof(...kinds), { minLength: 1, maxLength: 5 })
  .map((list) => list.map((exercise, at) => v.parse(importedShape, { ...JSON.parse(JSON.stringify(exercise)) as object, id: `e.${at}`, source: SOURCE })));

it('what was exported is imported as the same exercises, whatever stands in them', () => {
  fc.assert(
    fc.property(exercises, words, (list, title) => {
      const { csv } = exportCsv(docOf(list, title));
      expect(again(csv)).toEqual(list);
      const imported = importCsv(csv, 'x.csv');
      expect(imported.ok && imported.value.lessons[0]).toMatchObject({ title, content: 'Words.' });
    }),
    { numRuns: 150 },
  );
});

it('no cell of a table begins as a formula', () => {
  fc.assert(
    fc.property(exercises, (list) => {
      // Every cell stands in quotes.
      const cells = exportCsv(docOf(list)).csv.match(/"(?:[^"]|"")*"/g) ?? [];
      expect(cells.length).toBeGreaterThan(8);
      for (const cell of cells) expect(/^"(?:[=+@\t\r]|-(?!\d+(?:\.\d+)?"$))/.test(cell)).toBe(false);
    }),
    { numRuns: 100 },
  );
});

it('a person reads a row: question, options with their reasons, the right ones by number', () => {
  const choice = v.parse(importedShape, {
    ...{ id: 'a.b', type: 'MULTI_SELECT', prompt: '=1+1?', hints: ['count'], explanation: 'so', source: SOURCE },
    options: [{ id: 'a', text: '2', why: 'yes', correct: true }, { id: 'b', text: '-5', why: 'no' }, { id: 'c', text: 'II', why: 'yes', correct: true }],
  });
  const { csv, left } = exportCsv(docOf([choice]));
  const lines = csv.split('\r\n');
  expect(csv.startsWith('\uFEFF')).toBe(true);
  expect(lines[0]).toBe('\uFEFF"lesson","id","type","question","option 1","reason 1","option 2","reason 2","option 3","reason 3","hint 1","correct","answer","explanation","more"');
  expect(lines[1]).toMatch(/^"Lesson","","TEXT","Words\.","",/);
  expect(lines[2]).toBe(`"Lesson","a.b","MULTI_SELECT","'=1+1?","2","yes","-5","no","II","yes","count","1;3","","so",""`);
  expect(left).toEqual([]);
  expect(exportCsv(docOf([{ ...choice, variantOf: 'x' }])).left).toEqual([{ lesson: 'Lesson', reason: 'that a.b stands in for, or was, another exercise' }]);
});

it('a row that somebody spoiled is skipped, and the others are not', () => {
  const one = (id: string): ExerciseSource => v.parse(importedShape, { id, type: 'TRUE_FALSE', prompt: `${id}?`, hints: [], answer: true, source: SOURCE });
  const { csv } = exportCsv(docOf([one('a'), one('b'), one('c')]));
  const imported = importCsv(csv.replace('"true"', '"perhaps"').replace('"b","TRUE_FALSE"', '"b","RIDDLE"'), 'x.csv');
  expect(imported.ok && imported.value.lessons[0]?.items.map(({ status }) => status)).toEqual(['imported', 'skipped', 'skipped', 'imported']);
});
