import fc from 'fast-check';
import { expect, it } from 'vitest';
import { importGift } from '../../../../../src/packs/import/gift/import-gift.ts';
import { findingsOf, itemsOf } from './read.ts';

const GOOD = [
  '::a::Q{=a#x ~b#y ####z}',
  '[html]<p>Q</p>{~%50%a ~%50%b ~%-50%c}',
  'Q {TRUE#no#yes}',
  'Q{=a* =%50%b#c}',
  '// [id:1]\nQ{#=1:2 =%0%5#no ~#all}',
  'Q{=a -> b =c -> d = -> e}',
  'A {=b} c.',
  '$CATEGORY: x/y',
  'Words.',
  'Write.{}',
];
const signs = fc.constantFrom('{', '}', '=', '~', '#', '\\', ':', '::', '%50%', '->', '//', '\n', '\n\n', '[html]', '<b>', '&#39;', '$CATEGORY:', 'T', '1..2', '*', 'é', '😀', '\ud800');
const noise = fc.array(fc.oneof(signs, fc.string({ maxLength: 4 })), { maxLength: 40 }).map((parts) => parts.join('').replaceAll('\0', ''));
const damaged = fc.tuple(fc.shuffledSubarray(GOOD), fc.array(fc.tuple(fc.nat(), fc.nat({ max: 3 }), signs), { maxLength: 6 })).map(([blocks, edits]) =>
  edits.reduce((text, [at, gone, put]) => {
    const place = at % (text.length + 1);
    return text.slice(0, place) + put + text.slice(place + gone);
  }, blocks.join('\n\n')),
);

it('no text throws, and what is taken is sound by our own rules', () => {
  fc.assert(
    fc.property(fc.oneof(noise, damaged), (text) => {
      for (const { status, reason, exercise, kind, title } of itemsOf(text)) {
        expect(title).not.toBe('');
        expect(reason === '').toBe(status === 'imported');
        if (status === 'skipped') expect(exercise).toBeNull();
        if (exercise === null) expect(status === 'skipped' || kind === 'description').toBe(true);
        else expect(findingsOf(exercise)).toEqual([]);
      }
    }),
    { numRuns: 60 },
  );
});

it('every good block is one item, in its order, whatever stands between', () => {
  const between = fc.constantFrom('\n\n', '\r\n\r\n', '\n\n\n// c\n\n', '\n \t\n');
  fc.assert(
    fc.property(fc.array(fc.constantFrom('Q{T}', 'Q{=a ~b}', 'bad}', 'Q{}', 'Q{~a ~b}'), { minLength: 1, maxLength: 12 }), between, (blocks, gap) => {
      const skipped = new Set(['bad}', 'Q{~a ~b}']);
      expect(itemsOf(blocks.join(gap)).map(({ status }) => status === 'skipped')).toEqual(blocks.map((block) => skipped.has(block)));
    }),
  );
});

/** Characters. What grows with the square of them would take ten times as long as is allowed. */
const LENGTH = 10_000;

it.each(['{', '}', '=', '~', '\\', '#', ':', '{}', '{T}', '{=', '{\n', '{\n\n', 'a{T}\n', 'a{T}\n\n', '::', '\n', '\n\n', '//\n', '<a ', '<a b="', '&#1', '->', '=->', '%50%', 'http://?', '[html]', '![', '<pre', '\ud800'])(
  'many %j are read in time',
  (sign) => {
    for (const start of ['', 'Q{~', '[html]']) {
      const from = performance.now();
      importGift(start + sign.repeat(LENGTH / sign.length), 'a');
      expect(performance.now() - from, start).toBeLessThan(1_000);
    }
  },
);
