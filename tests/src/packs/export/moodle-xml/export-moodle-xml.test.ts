import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import * as v from 'valibot';
import { expect, it } from 'vitest';
import type { CourseDoc } from '../../../../../src/packs/course-doc.ts';
import { exportMoodleXml } from '../../../../../src/packs/export/moodle-xml/export-moodle-xml.ts';
import type { ImportedExercise } from '../../../../../src/packs/import/imported.ts';
import { exerciseShape, importedShape, type ExerciseSource } from '../../../../../src/packs/source/exercise-shapes.ts';
import { fileOf, findingsOf, itemsOf, rowOf } from '../../import/moodle-xml/taken.ts';

const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }).map((text) => text.replace(/\s+/g, ' ').trim()).filter((text) => text !== '');
/** Markdown as an author may write it, lines and all. */
const markdown = fc.array(fc.oneof(words, fc.constantFrom('- one\n- two', '`a < b && c`', '```python\nprint("]]>")\n```', '**bold** {1:SA:=no}', '<!-- x -->')), { minLength: 1, maxLength: 3 }).map((parts) => parts.join('\n\n'));
const id = fc.stringMatching(/^[a-z0-9]{1,6}(\.[a-z0-9]{1,4})?$/);
const shared = {
  id,
  prompt: markdown,
  explanation: fc.option(markdown, { nil: undefined }),
  hints: fc.uniqueArray(markdown.map((text) => `Hint: ${text}`), { minLength: 1, maxLength: 3 }),
  points: fc.integer({ min: 1, max: 9 }),
  level: fc.constantFrom('BEGINNER', 'INTERMEDIATE', 'ADVANCED', undefined),
  required: fc.boolean(),
};
const items = (min: number) => fc.uniqueArray(fc.record({ id, text: words }), { minLength: min, maxLength: 6, selector: (item) => item.id }).map((all) => all.map((item, at) => ({ ...item, text: `${at} ${item.text}` })));
const options = items(2).chain((all) => fc.array(fc.tuple(fc.boolean(), words), { minLength: all.length, maxLength: all.length }).map((more) => all.map((item, at) => ({ ...item, correct: more[at]?.[0] ?? false, why: more[at]?.[1] ?? 'so' }))));
const texts = fc.uniqueArray(words, { minLength: 1, maxLength: 3 });
const double = fc.double({ noNaN: true, noDefaultInfinity: true });
const positive = fc.double({ min: 0, max: 1e6, noNaN: true });

const exercise = fc.oneof(
  fc.record({ type: fc.constant('MULTIPLE_CHOICE'), ...shared, options: options.map((all) => all.map((option, at) => ({ ...option, correct: at === 1 }))) }),
  fc.record({ type: fc.constant('MULTI_SELECT'), ...shared, options: options.map((all) => all.map((option, at) => ({ ...option, correct: at === 0 || option.correct }))) }),
  fc.record({ type: fc.constant('TRUE_FALSE'), ...shared, answer: fc.boolean(), why: fc.record({ true: words, false: words }) }),
  fc.record({ type: fc.constant('SHORT_TEXT'), ...shared, accept: texts, patterns: fc.constantFrom([], ['.*cat.*', 'a\\.b\\*.*']), caseSensitive: fc.boolean(), mistakes: fc.uniqueArray(fc.record({ answer: words, say: markdown }), { maxLength: 2, selector: (mistake) => mistake.answer }) }),
  fc.record({ type: fc.constant('NUMERIC'), ...shared, answer: double, absolute: positive, relative: positive, units: fc.constantFrom([], [{ unit: 'm' }, { unit: 'cm', factor: 0.01 }, { unit: 'ft', factor: 0.3048 }]) }),
  fc.record({ type: fc.constant('FREE_FORM'), ...shared, rubric: fc.record({ criteria: fc.array(markdown, { minLength: 1, maxLength: 3 }), sample: markdown }) }),
  fc.record({ type: fc.constant('MATCHING'), ...shared, left: items(1), right: items(2), pick: fc.array(fc.nat(), { minLength: 6, maxLength: 6 }) }).map(({ pick, left, right, ...rest }) => ({ ...rest, right, left: left.map((item, at) => ({ ...item, match: right[(pick[at] ?? 0) % right.length]?.id })) })),
  fc.record({ type: fc.constant('ORDERING'), ...shared, items: items(2), isTurned: fc.boolean() }).map(({ isTurned, ...rest }) => ({ ...rest, ...(isTurned ? { orders: [rest.items.map((item) => item.id).reverse()] } : {}) })),
  fc.record({ type: fc.constant('FILL_BLANKS'), ...shared, between: fc.tuple(words, words), accept: texts, isCode: fc.boolean(), right: words }).map(({ between, accept, right, isCode, ...rest }) => ({
    ...rest,
    text: `${between[0]} {{first}}\n  ${between[1]} {{b.2}}.`,
    ...(isCode ? { language: 'python' } : {}),
    blanks: [{ id: 'first', accept }, { id: 'b.2', accept: [right], choices: [`not ${right}`, right] }],
  })),
  fc.record({ type: fc.constantFrom('CODE_COMPLETION', 'FIX_BUG'), ...shared, starter: words, solution: words, out: markdown, name: words, visible: fc.boolean() }).map(({ out, name, visible, ...rest }) => ({ ...rest, starter: `a = ${rest.starter}\n`, solution: `b = ${rest.solution}\n`, language: 'python', tests: [{ id: 'a', name, visible, stdin: 'x\n y', stdout: out }] })),
);

const courseOf = (exercises: readonly ExerciseSource[]) =>
  ({ course: { programmingLanguage: 'python' }, lessons: [{ folder: '010-all', head: { title: 'All / of it' }, content: 'Read *this*.', exercises }] }) as unknown as CourseDoc;

/** Read back from Moodle, as rows; and what was left. */
function throughMoodle(exercises: readonly ExerciseSource[]) {
  const { xml, left } = exportMoodleXml(courseOf(exercises));
  const items = itemsOf(xml).filter(({ kind }) => kind !== 'description');
  return { items, left };
}
const withoutId = (source: ExerciseSource): ImportedExercise => source;

it('an exercise that Moodle can hold comes back as it was', () => {
  let held = 0;
  fc.assert(
    fc.property(exercise, (made) => {
      const parsed = v.safeParse(exerciseShape, made);
      if (!parsed.success) throw new Error('not of our shape');
      fc.pre(findingsOf(withoutId(parsed.output)).length === 0);
      const source = parsed.output;
      const { items, left } = throughMoodle([source]);
      if (left.length > 0) return;
      held += 1;
      expect(items).toMatchObject([{ sourceId: source.id, status: 'imported', reason: '' }]);
      const [item] = items;
      expect(item?.exercise === null || item === undefined ? null : rowOf(item.exercise)).toEqual(rowOf(withoutId(source)));
    }),
    { numRuns: 300 },
  );
  expect(held).toBeGreaterThan(200);
});

it('what Moodle cannot hold is left, with the reason', () => {
  const base = { hints: ['h'], prompt: 'p', source: { format: 'x' } };
  const sources = [
    { ...base, id: 'a', type: 'PARSONS', blocks: [{ id: 'a', code: 'a' }, { id: 'b', code: 'b' }], orders: [['a', 'b']] },
    { ...base, id: 'b', type: 'SHORT_TEXT', accept: ['a'], patterns: ['[ab]+'] },
    { ...base, id: 'c', type: 'CODE_COMPLETION', starter: 'a', solution: 'b', tests: [{ id: 't', name: 'T', call: 'f()', expect: '1' }] },
    { ...base, id: 'd', type: 'TRUE_FALSE', prompt: 'a\u0001b', answer: true },
  ].map((source) => v.parse(importedShape, source));
  const { items, left } = throughMoodle(sources);
  expect(items).toEqual([]);
  expect(left).toMatchObject([
    { id: 'a', reason: /arranging lines/ },
    { id: 'b', reason: /regular expressions/ },
    { id: 'c', reason: /printed/ },
    { id: 'd', reason: /XML/ },
  ].map(({ id: own, reason }) => ({ id: own, reason: expect.stringMatching(reason) as string })));
});

it('a lesson is a category with its text', () => {
  const { xml } = exportMoodleXml(courseOf([]));
  expect(xml).toContain('$course$/top/All // of it');
  expect(itemsOf(xml)).toMatchObject([{ kind: 'description', status: 'imported', exercise: null }]);
});

it('pictures go along in the field that names them, and come back under their names', () => {
  const [exercise] = [{ id: 'a', type: 'TRUE_FALSE', prompt: '![A cup](cup.png) full?', explanation: '![No](none.png)', hints: [], answer: true, source: { format: 'x' } }].map((one) => v.parse(importedShape, one));
  const course = courseOf(exercise === undefined ? [] : [exercise]);
  const [folder] = course.lessons.map((lesson) => lesson.folder);
  const { xml } = exportMoodleXml(course, { [`lessons/${folder ?? ''}/cup.png`]: Uint8Array.of(1, 2, 250) });
  expect(xml).toContain('![A cup](@@PLUGINFILE@@/cup.png) full?</text><file name="cup.png" path="/" encoding="base64">AQL6</file>');
  const { items, assets } = fileOf(xml).lessons[0] ?? { items: [], assets: {} };
  expect(items.at(-1)?.exercise?.prompt).toBe('![A cup](cup.png) full?');
  expect(assets).toEqual({ 'cup.png': Uint8Array.of(1, 2, 250) });
});

const FOLDER = '../shared/corpora/moodle-xml';
const files = existsSync(FOLDER) ? readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.xml')) : [];

it.skipIf(files.length === 0)('what was imported of real files goes out and comes back (skipped where ../shared is missing)', () => {
  let held = 0;
  for (const file of files) {
    for (const { exercise: one, title } of itemsOf(readFileSync(`${FOLDER}/${file}`, 'utf8'))) {
      if (one === null) continue;
      const { items, left } = throughMoodle([v.parse(importedShape, { ...one, id: 'x', source: { format: 'moodle-xml' } })]);
      if (left.length > 0) continue;
      held += 1;
      const back = items[0]?.exercise ?? null;
      expect(back === null ? null : rowOf(back), `${file}: ${title}`).toEqual(rowOf(one));
    }
  }
  expect(held).toBeGreaterThan(0);
});
