import fc from 'fast-check';
import type { ExerciseSource } from '../../../src/packs/source/exercise-shapes.ts';
import { imagesIn } from '../../../src/packs/source/lint-content.ts';

/** Any words that somebody may have written; no picture by accident. */
export const words = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 60 })
  .map((text) => `On ${text.trim()}`)
  .filter((text) => imagesIn(text).length === 0);

const several = <T>(item: fc.Arbitrary<T>, minLength: number, maxLength = 5): fc.Arbitrary<T[]> => fc.array(item, { minLength, maxLength });
/** Each with an id, and words unlike the others'. */
const items = (least: number) => several(words, least).map((texts) => texts.map((text, i) => ({ id: `item-${i}`, text: `${i}: ${text}` })));
const reordered = <T>(list: readonly T[]): fc.Arbitrary<T[]> => fc.shuffledSubarray([...list], { minLength: list.length });

const shared = fc.record({
  prompt: words,
  hints: fc.constantFrom(['Look again.'], ['Read it aloud.', 'Begin at the end.']),
  explanation: words,
  points: fc.integer({ min: 1, max: 9 }),
  required: fc.boolean(),
  rev: fc.integer({ min: 1, max: 5 }),
});
const level = fc.constantFrom('BEGINNER', 'INTERMEDIATE', 'ADVANCED');
const mistakes = fc.constantFrom([], [{ answer: 'wrong one', say: 'Not yet.' }], [{ answer: 'wrong one', say: 'Not yet.' }, { answer: 'another', say: 'Nearly.' }]);
const accepted = several(fc.integer({ min: 0, max: 999_999 }), 1).map((numbers) => [...new Set(numbers)].map((n) => `answer-${n}`));
const patterns = several(fc.constantFrom('a+b', '(?:x|y)*z', '[0-9]{1,3}', '(a+)+$', '\\p{L}+-q'), 0, 3);

const choice = (isRight: (i: number) => boolean) =>
  fc.tuple(items(2), words).map(([options, why]) => options.map((option, i) => ({ ...option, why, correct: isRight(i) })));
const code = fc.record({ n: fc.integer(), name: words }).map(({ n, name }) => ({
  language: 'python' as const,
  starter: 'def answer():\n    pass\n',
  solution: `def answer():\n    return ${n}\n`,
  tests: [
    { id: 'call', name, visible: true, call: 'answer()', expect: String(n) },
    { id: 'assert', name, visible: false, assert: `assert answer() == ${n}` },
    { id: 'output', name, visible: false, stdout: '' },
  ],
  constructs: { required: [], forbidden: [] },
  mistakes: [{ answer: 'def answer():\n    return None\n', say: 'Give it back.' }],
}));

const of = <T extends string, P>(type: T, parts: fc.Arbitrary<P>) => fc.tuple(shared, level, parts).map(([all, own, more]) => ({ type, level: own, ...all, ...more }));

/** An exercise of each type that passes all checks, its id left to the course. */
export const EXERCISES = {
  MULTIPLE_CHOICE: of('MULTIPLE_CHOICE', choice((i) => i === 1).map((options) => ({ options }))),
  MULTI_SELECT: of('MULTI_SELECT', choice((i) => i < 2).map((options) => ({ options }))),
  TRUE_FALSE: of('TRUE_FALSE', fc.record({ answer: fc.boolean(), why: fc.record({ true: words, false: words }) })),
  FREE_FORM: of(
    'FREE_FORM',
    fc.oneof(
      fc.record({ accept: accepted, patterns, keywords: fc.constant([]), caseSensitive: fc.boolean(), mistakes }),
      fc.record({ rubric: fc.record({ criteria: several(words, 1), sample: words }) }),
    ),
  ),
  SHORT_TEXT: of('SHORT_TEXT', fc.record({ accept: accepted, patterns, caseSensitive: fc.boolean(), mistakes })),
  NUMERIC: of(
    'NUMERIC',
    fc.record({
      answer: fc.integer({ min: -1000, max: 1000 }),
      absolute: fc.constantFrom(0, 0.5),
      units: fc.constantFrom([], [{ unit: 'kg' }, { unit: 'g', factor: 0.001 }]),
    }),
  ),
  PREDICT_OUTPUT: of(
    'PREDICT_OUTPUT',
    fc.record({ language: fc.constantFrom('python', 'javascript', 'typescript'), code: words.map((text) => `print(${JSON.stringify(text)})`), stdout: words, mistakes }),
  ),
  PARSONS: of(
    'PARSONS',
    items(2).chain((lines) => {
      const blocks = lines.map(({ id, text }) => ({ id, code: text }));
      const order = reordered(blocks).map((list) => list.map(({ id }, i) => (i % 2 === 0 ? id : `${id}@1`)));
      return fc.record({ language: fc.constantFrom('python', 'javascript'), blocks: fc.constant(blocks), orders: order.map((one) => [one]) });
    }),
  ),
  FILL_BLANKS: of(
    'FILL_BLANKS',
    several(accepted, 1).map((all) => ({
      text: all.map((_, i) => `here {{blank-${i}}} there`).join('\n'),
      blanks: all.map((accept, i) => ({ id: `blank-${i}`, accept, ...(i % 2 === 0 ? {} : { choices: [...accept, 'none of them'] }) })),
    })),
  ),
  MATCHING: of(
    'MATCHING',
    items(2).map((right) => ({ right, left: right.map(({ id, text }) => ({ id: `${id}.left`, text, match: id })) })),
  ),
  ORDERING: of('ORDERING', items(2).chain((list) => fc.record({ items: fc.constant(list), orders: reordered(list).map((order) => [order.map(({ id }) => id)]) }))),
  CODE_COMPLETION: of('CODE_COMPLETION', code),
  FIX_BUG: of('FIX_BUG', code),
} satisfies { readonly [T in ExerciseSource['type']]: fc.Arbitrary<unknown> };
