import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { ImportedItem } from '../../../../../src/packs/import/imported.ts';
import { importAiken } from '../../../../../src/packs/import/aiken/import-aiken.ts';
import { findingsOf } from '../gift/read.ts';

function itemsOf(text: string): readonly ImportedItem[] {
  const read = importAiken(text, 'a.txt');
  return read.ok ? read.value.lessons.flatMap(({ items }) => items) : expect.fail(read.error.message);
}
const shortly = (text: string) =>
  itemsOf(text).map(({ title, status, reason, exercise }) =>
    exercise !== null && 'options' in exercise ? `${title}: ${exercise.options.map(({ text: words, correct }) => words + (correct === true ? '!' : '')).join(' ')}` : `${status} ${reason}`,
  );

it('a question, its options, its answer', () => {
  expect(itemsOf('What is *it*?\nA. one\nB) two\nANSWER: B')).toEqual([
    {
      ...{ sourceId: null, title: 'What is *it*?', kind: 'multichoice', status: 'imported', reason: '' },
      exercise: {
        ...{ type: 'MULTIPLE_CHOICE', prompt: String.raw`What is \*it\*?`, hints: [] },
        options: [
          { id: 'a', text: 'one', why: '', correct: false },
          { id: 'b', text: 'two', why: '', correct: true },
        ],
      },
    },
  ]);
});

it.each([
  ['CRLF, a byte order mark and blank lines', '\ufeffQ\r\n\r\nA. a\r\n\r\nB. b\r\n\r\nANSWER: A\r\n', 'Q: a! b'],
  ['small letters', 'Q\na) a\nb) b\nanswer: b', 'Q: a b!'],
  ['no space behind the letter', 'Q\nA)a\nB)b\nANSWER:B', 'Q: a b!'],
  ['a question of several lines', 'Q\nand more\n\nstill\nA. a\nB. b\nANSWER: A', 'Q and more still: a! b'],
  ['an option of several lines', 'Q\nA. a\nx\nB. b\nANSWER: A', 'Q: a\\\nx! b'],
  ['a question that begins as an option does', 'A. Smith wrote what?\nA. a\nB. b\nANSWER: B', 'A. Smith wrote what?: a b!'],
  ['letters that are no option', 'U.S. or e.g. what\nA. a\ni.e. x\nB. b\nANSWER: B.', 'U.S. or e.g. what: a\\\ni.e. x b!'],
  ['the words behind the letter of the answer', 'Q\nA. a\nB. b\nANSWER: B) b', 'Q: a b!'],
])('%s', (_, text, expected) => expect(shortly(text)).toEqual([expected]));

it('several right answers are a degraded choice of all of them', () => {
  expect(itemsOf('Q\nA. a\nB. b\nC. c\nANSWER: A, C')).toMatchObject([
    { status: 'degraded', exercise: { type: 'MULTI_SELECT', options: [{ correct: true }, { correct: false }, { correct: true }] } },
  ]);
});

it('feedback is told behind the answer', () => {
  expect(itemsOf('Q\nA. a\nB. b\nANSWER: A\nFEEDBACK: So.\n\nQ2\nA. a\nB. b\nANSWER: A')).toMatchObject([{ exercise: { explanation: 'So.' } }, { title: 'Q2' }]);
});

it('a broken question is one line that says where, and the rest goes on', () => {
  const broken = 'Q1\nA. a\nANSWER: A\n\nA) a\n\nANSWER: A\n\nQ3\nA. a\nB. b\nANSWER: A\n\nQ4\nA. a\nB. b\n\nQ5\nA. a\nB. b\nANSWER: E\n\nANSWER: A\n\nQ7\nA. a\nB. a\nANSWER: A\nrest';
  expect(shortly(broken)).toEqual([
    'skipped line 1: expected 2 to 26 options (`A.`, `B.` …), found 1',
    'skipped line 5: expected the words of the question before its options',
    'Q3: a! b',
    'skipped line 14: expected a line `ANSWER:` with the letter of the right option',
    'skipped line 18: expected the letter of an option behind `ANSWER:`, found E',
    'skipped line 23: expected the words of the question before its options',
    'skipped line 25: expected unlike options, found one twice: B',
    'skipped line 29: expected a line `ANSWER:` with the letter of the right option',
  ]);
});

it('no text throws, and what is taken is sound by our own rules', () => {
  const part = fc.constantFrom('A. ', 'B) ', 'C.', 'ANSWER: A', 'ANSWER: ', 'answer: b', 'FEEDBACK: x', '\n', '\n\n', 'Q', 'a. ', '*', '<b>', '\ud800', '\r');
  fc.assert(
    fc.property(fc.array(fc.oneof(part, fc.string({ maxLength: 3 })), { maxLength: 30 }).map((parts) => parts.join('').replaceAll('\0', '')), (text) => {
      for (const { status, reason, exercise, title } of itemsOf(text)) {
        expect(title).not.toBe('');
        expect(reason === '').toBe(status === 'imported');
        expect(exercise === null).toBe(status === 'skipped');
        if (exercise !== null) expect(findingsOf(exercise)).toEqual([]);
      }
    }),
    { numRuns: 1_000 },
  );
});

it('other files are refused', () => expect(importAiken('a\0b', 'x.bin')).toMatchObject({ ok: false, error: { type: 'BadFile' } }));
