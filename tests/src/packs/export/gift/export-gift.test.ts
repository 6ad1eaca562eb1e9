import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import type { Exercise } from '../../../../../db/models/exercise.ts';
import type { CourseDoc } from '../../../../../src/packs/course-doc.ts';
import { exportGift } from '../../../../../src/packs/export/gift/export-gift.ts';
import { importGift } from '../../../../../src/packs/import/gift/import-gift.ts';
import { importedShape, type ExerciseSource } from '../../../../../src/packs/source/exercise-shapes.ts';
import { toExercise } from '../../../../../src/packs/source/to-exercise.ts';
import { lessonsOf, rowOf, verdictOn } from '../../import/gift/read.ts';

type Written = v.InferInput<typeof importedShape> extends infer E ? (E extends unknown ? Omit<E, 'id' | 'source' | 'hints'> : never) : never;

const sourceOf = (written: Written, id = 'ex.1'): ExerciseSource =>
  v.parse(importedShape, { hints: ['Think.'], ...written, id, source: { format: 'test' } });

const docOf = (exercises: readonly ExerciseSource[], content = ''): CourseDoc => ({
  course: {
    ...{ format: 1, id: 'c', version: '1.0.0', title: 'C', description: 'C', languages: ['en'], level: 'BEGINNER', programmingLanguage: null, order: 0 },
    ...{ licence: { text: 'MIT', code: 'MIT' }, authors: ['A'], lessons: ['010-a'] },
  },
  lessons: [{ folder: '010-a', head: { id: 'a', title: 'Sums / more', objectives: ['o'], minutes: 1 }, content, exercises }],
});

const rowOfSource = (source: ExerciseSource): Exercise => ({
  ...toExercise(source, { packId: 'p', lessonId: 'l', order: 1, level: 'BEGINNER', language: 'python' }),
  ...{ createdAt: 0, updatedAt: 0 },
});

/** The row as it comes back, under its own id; null where the exercise was left. */
function broughtBack(source: ExerciseSource): Exercise | null {
  const { gift, left } = exportGift(docOf([source]));
  const [item, ...more] = lessonsOf(gift).flatMap(({ items }) => items);
  expect(more).toEqual([]);
  expect(left.map(({ id }) => id)).toEqual(item === undefined ? [source.id] : []);
  if (item === undefined) return null;
  expect(item.sourceId).toBe(source.id);
  return { ...rowOf(item.exercise ?? expect.fail(item.reason)), id: rowOfSource(source).id };
}

const hostile = fc.array(fc.oneof(fc.constantFrom('{', '}', '->', '#', '%50%', '::', '\n\n', '\\', '//', '=', '~', '[html]', '[x]', '*', '`', '####', '\\n', '$CATEGORY:', '&#39;', '<b>', ' ', '1..2', '\ue000', '\u0092', '-&gt;', '\t'), fc.string({ minLength: 1, maxLength: 6 })), { minLength: 1, maxLength: 8 })
  .map((parts) => parts.join(''));
const words = fc.oneof(hostile, fc.constantFrom('What is `x`?', 'a **b**', '1. one\n2. two', '```python\nprint({"a": 1})\n```')).filter((text) => text.trim() !== '');
const maybe = fc.oneof(fc.constant(''), words);
const common = { prompt: words, explanation: words, hints: fc.array(words, { maxLength: 2 }), points: fc.integer({ min: 1, max: 3 }) };
const options = fc.uniqueArray(fc.record({ text: words, why: maybe }), { minLength: 2, maxLength: 5, selector: ({ text }) => text.trim() });

const WRITTEN: { readonly [type: string]: fc.Arbitrary<Written> } = {
  MULTIPLE_CHOICE: fc.record({ ...common, type: fc.constant('MULTIPLE_CHOICE' as const), options }).map((all) => ({
    ...all,
    options: all.options.map((option, i) => ({ id: `own-${i}`, ...option, correct: i === all.options.length - 1 })),
  })),
  MULTI_SELECT: fc.record({ ...common, type: fc.constant('MULTI_SELECT' as const), options }).map((all) => ({
    ...all,
    options: all.options.map((option, i) => ({ id: `own-${i}`, ...option, correct: i % 2 === 0 })),
  })),
  TRUE_FALSE: fc.record({ ...common, type: fc.constant('TRUE_FALSE' as const), answer: fc.boolean(), why: fc.record({ true: maybe, false: maybe }) }),
  SHORT_TEXT: fc.record({ ...common, type: fc.constant('SHORT_TEXT' as const), accept: fc.uniqueArray(words.map((text) => text.trim()), { minLength: 1, maxLength: 3 }) }),
  NUMERIC: fc.record({
    ...{ ...common, type: fc.constant('NUMERIC' as const), answer: fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 }) },
    ...{ absolute: fc.constantFrom(0, 0.1, 5), relative: fc.constantFrom(0, 0.01) },
  }),
  MATCHING: fc.record({ ...common, type: fc.constant('MATCHING' as const), texts: fc.uniqueArray(words, { minLength: 4, maxLength: 9, selector: (text) => text.trim() }) }).map(({ texts, ...all }) => {
    const right = texts.slice(0, Math.ceil(texts.length / 2)).map((text, i) => ({ id: `right-${i}`, text }));
    const left = texts.slice(right.length).map((text, i) => ({ id: `left-${i}`, text, match: `right-${(i * 2) % right.length}` }));
    return { ...all, left, right };
  }),
  FREE_FORM: fc.record({ ...common, type: fc.constant('FREE_FORM' as const), rubric: fc.record({ criteria: fc.array(words, { minLength: 1, maxLength: 2 }), sample: words }) }),
  FILL_BLANKS: fc.record({ ...common, type: fc.constant('FILL_BLANKS' as const), before: words, after: maybe, accept: words.map((text) => text.trim()) }).map(({ before, after, accept, ...all }) => ({
    ...all,
    ...{ text: `${before.replaceAll('{{', '')}{{b}}${after.replaceAll('{{', '')}`, blanks: [{ id: 'b', accept: [accept] }] },
  })),
};

describe.each(Object.entries(WRITTEN))('%s', (_, written) => {
  it('comes back as it was, whatever its words, or is left with a reason', () => {
    let held = 0;
    fc.assert(
      fc.property(written, (one) => {
        const source = sourceOf(one);
        const back = broughtBack(source);
        if (back === null) return;
        held += 1;
        expect(back).toEqual(rowOfSource(source));
      }),
      { numRuns: 150 },
    );
    expect(held).toBeGreaterThan(0);
  });
});

const PLAIN: readonly Written[] = [
  { type: 'MULTIPLE_CHOICE', prompt: 'Q?', options: [{ id: 'yes', text: '`{a: 1}`', why: 'w', correct: true }, { id: 'no', text: '50% = ~', why: '#' }] },
  { type: 'MULTI_SELECT', prompt: '// Q?', options: ['a', 'b', 'c', 'd'].map((id) => ({ id, text: `${id}->`, why: '', correct: id < 'd' })) },
  { type: 'TRUE_FALSE', prompt: '::Q::', answer: false, why: { true: 'No: x=1.', false: '' }, level: 'ADVANCED' },
  { type: 'SHORT_TEXT', prompt: 'Q?', accept: ['a*b', 'New York'], patterns: ['New.*York.*'], mistakes: [{ answer: 'c*', say: 'Not *c*.' }] },
  { type: 'NUMERIC', prompt: 'Q?', answer: 3, relative: 0.1, mistakes: [{ answer: '5', say: 'Less.' }, { answer: 'five kg', say: 'No.' }] },
  { type: 'FREE_FORM', prompt: 'Q?', number: { value: 2, tolerance: 0.5 }, accept: ['7'] },
  { type: 'FREE_FORM', prompt: 'Q?', accept: ['a'], mistakes: [{ answer: 'b', say: 'No.' }] },
  { type: 'MATCHING', prompt: 'Q?', left: [{ id: 'a', text: 'x -> y', match: 'd' }], right: [{ id: 'c', text: '*one*' }, { id: 'd', text: 'two -> {' }] },
  { type: 'FILL_BLANKS', prompt: 'Fill.', text: 'A {{x}} in * the {_tomb_}.', blanks: [{ id: 'x', accept: ['cat'], choices: ['dog', 'cat', '=%50%'] }] },
];

it.each(PLAIN)('what GIFT can hold is never left: $type $prompt', (one) => {
  const source = sourceOf(one);
  expect(broughtBack(source)).toEqual(rowOfSource(source));
});

it('Moodle is asked the same: the bare question grades as ours does', () => {
  const source = sourceOf({ type: 'SHORT_TEXT', prompt: 'Q?', accept: ['a*b'], mistakes: [{ answer: 'c', say: 'No.' }] });
  const bare = exportGift(docOf([source])).gift.replace(/^(?:\/\/|\$).*$/gm, '').trim();
  expect(bare).toBe('[markdown]Q? {\n\t=%100%a\\\\*b\n\t=%0%c#No.\n}');
  expect(verdictOn(bare, 'a*b')).toBe('PASSED');
  expect(verdictOn(bare, 'axb')).toBe('FAILED');
});

it.each<[Written, string]>([
  [{ type: 'SHORT_TEXT', prompt: 'Q?', accept: ['a'], caseSensitive: true }, 'GIFT compares without regard to letter case'],
  [{ type: 'SHORT_TEXT', prompt: 'Q?', accept: ['a'], patterns: ['[ab]'] }, 'GIFT has no regular expressions'],
  [{ type: 'NUMERIC', prompt: 'Q?', answer: 1, units: [{ unit: 'kg' }] }, 'GIFT has no units'],
  [{ type: 'ORDERING', prompt: 'Q?', items: [{ id: 'a', text: 'a' }, { id: 'b', text: 'b' }] }, 'GIFT has no questions about order'],
  [{ type: 'PREDICT_OUTPUT', prompt: 'Q?', code: 'print(1)', language: 'python', stdout: '1' }, 'GIFT has no questions about programs'],
])('what GIFT cannot hold is left with the reason: %j', (one, reason) => {
  expect(exportGift(docOf([sourceOf(one)])).left).toEqual([{ id: 'ex.1', reason }]);
});

it('lessons are categories, with their words', () => {
  const content = 'One *two*.\n\n```python\nx = {"a": 1}  # {=b}\n```\n\n// three';
  const { gift, left } = exportGift(docOf([sourceOf({ type: 'TRUE_FALSE', prompt: 'Q?', answer: true, why: { true: '', false: '' } })], content));
  expect(left).toEqual([]);
  expect(lessonsOf(gift)).toMatchObject([{ title: 'Sums / more', content, items: [{ kind: 'description' }, { sourceId: 'ex.1' }] }]);
});

it('a question that was edited since keeps its hints, and is what its words now say', () => {
  const source = sourceOf({ type: 'MULTIPLE_CHOICE', prompt: 'Q?', options: [{ id: 'x', text: 'one', why: '', correct: true }, { id: 'y', text: 'two', why: '' }] });
  const edited = exportGift(docOf([source])).gift.replace('~two', '~three');
  const read = importGift(edited, 'a');
  expect(read.ok && read.value.lessons[0]?.items[0]?.exercise).toMatchObject({ hints: ['Think.'], options: [{ id: 'a', text: 'one' }, { id: 'b', text: 'three' }] });
});
