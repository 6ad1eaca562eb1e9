import { describe, expect, it } from 'vitest';
import { importGift } from '../../../../../src/packs/import/gift/import-gift.ts';
import { findingsOf, itemOf, itemsOf, lessonsOf, verdictOn } from './read.ts';

const shortly = (gift: string) => itemsOf(gift).map(({ status, exercise, reason }) => `${status} ${exercise?.type ?? '-'} ${reason}`.trim());

describe('choices', () => {
  it('one right answer of several, with what is said to each', () => {
    expect(itemOf('::Tomb::Who?{~Grant#no =no one#yes ####Because.}')).toEqual({
      ...{ sourceId: null, title: 'Tomb', kind: 'multichoice', status: 'imported', reason: '' },
      exercise: {
        ...{ type: 'MULTIPLE_CHOICE', prompt: 'Who?', explanation: 'Because.', hints: [] },
        options: [
          { id: 'a', text: 'Grant', why: 'no', correct: false },
          { id: 'b', text: 'no one', why: 'yes', correct: true },
        ],
      },
    });
  });

  it('weights alone make several right answers', () => {
    const { status, exercise } = itemOf('Which?{~%33.33333%a ~%33.33333%b ~%33.33333%c ~%-100%d ~e}');
    expect(status).toBe('imported');
    expect(exercise).toMatchObject({ type: 'MULTI_SELECT' });
    expect(JSON.stringify(exercise).match(/"correct":true/g)).toHaveLength(3);
  });

  it.each([
    ['Q{~%50%a ~%50%b ~%50%c ~d}', 'some of the right answers were enough there, and all are needed here'],
    ['Q{~%30%a ~%30%b ~c}', 'all right answers together were worth 60 % there'],
    ['Q{=a ~%50%b ~c}', '“b” was worth a part of the points and is wrong here'],
    ['Q{=a =b ~c}', 'left out, since one answer is right here and any of several was there: “b”'],
    ['Q{=a ~b ~b}', 'the answer “b” stood there twice'],
  ])('%s is taken, and what is lost is told', (gift, reason) => {
    expect(itemOf(gift)).toMatchObject({ status: 'degraded', reason });
  });

  it('a weight behind `=` is a weight', () => {
    expect(itemOf('Q{=%50%a =%50%b ~%-50%c}').exercise).toMatchObject({ type: 'MULTI_SELECT', options: [{ correct: true }, { correct: true }, { correct: false }] });
    expect(itemOf('Q{=%100%a ~%0%b}').exercise).toMatchObject({ type: 'MULTIPLE_CHOICE', options: [{ correct: true }, { correct: false }] });
  });

  it.each([
    ['Q{~a ~b}', 'line 1: expected a right answer (`=`, or a weight such as `%50%`)'],
    ['Q{=a ~a}', 'line 1: expected “a” once, found it both right and wrong'],
    ['Q{=a ~}', 'line 1: expected at least one wrong answer (`~`) beside the right one'],
  ])('%s is skipped: %s', (gift, reason) => {
    expect(itemOf(gift)).toMatchObject({ status: 'skipped', reason, exercise: null });
  });

  it('an unescaped `=` inside an answer of its own line is taken as words, and told', () => {
    const { status, exercise } = itemOf('Q{\n=x == 5\n~y == 5\n}');
    expect(status).toBe('degraded');
    expect(exercise).toMatchObject({ options: [{ text: 'x == 5', correct: true }, { text: 'y == 5', correct: false }] });
  });

  it('attributes of tags, addresses and character references are no signs', () => {
    expect(itemOf('[html]Q{=<a href="https://x.org/#y" title="t">a</a> ~it&#39;s b}').exercise).toMatchObject({
      options: [{ text: '[a](https://x.org/#y)', correct: true }, { text: "it's b", correct: false }],
    });
    expect(itemOf('Q{=see https://x.org/?a=b&c=d ~none}').exercise).toMatchObject({ options: [{ correct: true }, { text: 'none' }] });
  });

  it('the missing word is shown as a gap', () => {
    expect(itemOf('Grant is {~buried =entombed} in the tomb.').exercise?.prompt).toBe(String.raw`Grant is \_\_\_\_\_ in the tomb.`);
    expect(itemOf('What is it? {=pi}.').exercise?.prompt).toBe('What is it?');
    expect(itemOf('{=Asia} is large.').exercise).toMatchObject({ type: 'SHORT_TEXT', prompt: String.raw`\_\_\_\_\_ is large.` });
  });
});

describe('true and false', () => {
  it.each([
    ['Q{T}', true, '', ''],
    ['Q{true}', true, '', ''],
    ['Q{FALSE#wrong#right}', false, 'wrong', 'right'],
    ['Q{TRUE#wrong#right####all}', true, 'right', 'wrong'],
    ['Q{TRUE##right}', true, 'right', ''],
  ])('%s', (gift, answer, yes, no) => {
    expect(itemOf(gift).exercise).toMatchObject({ type: 'TRUE_FALSE', answer, why: { true: yes, false: no } });
  });
});

describe('short answers', () => {
  it('case does not matter, and a known wrong answer is told its own', () => {
    const gift = 'Q{=Nazareth =%0%Bethlehem#He was born there.}';
    expect(verdictOn(gift, 'NAZARETH')).toBe('PASSED');
    expect(verdictOn(gift, 'bethlehem')).toBe('FAILED: He was born there.');
    expect(itemOf(gift).status).toBe('imported');
  });

  it('`*` stands for anything, `\\*` for itself', () => {
    expect(verdictOn('Q{=New*York*}', 'new old york city')).toBe('PASSED');
    expect(verdictOn('Q{=New*York*}', 'york')).toBe('FAILED');
    expect(verdictOn(String.raw`Q{=a\\*b}`, 'a*b')).toBe('PASSED');
    expect(verdictOn(String.raw`Q{=a\*b}`, 'axb')).toBe('FAILED');
    expect(verdictOn('Q{=a.c*}', 'abcd')).toBe('FAILED');
  });

  it('a word needs no `=`', () => expect(verdictOn('Q{One}', 'one')).toBe('PASSED'));

  it.each(['Q{=*}', 'Q{=%0%*not* =*guilty*}', 'Q{=%0%Paris, Texas =Paris*}'])('%s is judged by the learner, since a rule would be wrong', (gift) => {
    expect(itemOf(gift)).toMatchObject({ status: 'degraded', exercise: { type: 'FREE_FORM', rubric: {} } });
  });

  it('a mistake that is right after all is none', () => {
    expect(itemOf('Q{=Ottawa =%0%ottawa#no}').exercise).toMatchObject({ mistakes: [] });
  });
});

describe('numbers', () => {
  it.each([
    ['Q{#3}', '3.0', '3.01'],
    ['Q{#3:2}', '1', '5.1'],
    ['Q{#1..5}', '4.9', '5.2'],
    ['Q{#-5..-1}', '-3', '3'],
    ['Q{#1.5e3:10}', '1509', '1511'],
    ['Q{#3,14:0,01}', '3.15', '3.2'],
    ['Q{#=1:0.1 =%50%2:0}', '1.1', '2'],
    ['Q{#=2 =-3.5}', '-3,50', '3.5'],
    ['Q{#=2 =-3.5}', '2', '0'],
  ])('%s takes %s and not %s', (gift, right, wrong) => {
    expect(verdictOn(gift, right)).toBe('PASSED');
    expect(verdictOn(gift, wrong)).toBe('FAILED');
  });

  it('a wrong number is told its own', () => {
    expect(verdictOn('Q{#=9#yes =%0%5#There are more.}', '5')).toBe('FAILED: There are more.');
    expect(verdictOn('Q{#=9 ~5#There are more.}', '5,0')).toBe('FAILED: There are more.');
  });

  it('of several ranges each is right', () => {
    const given = ['0.5', '8', '9,7', '5', '11'];
    expect(given.map((text) => verdictOn('Q{#=1:1 =9:1}', text))).toEqual(['PASSED', 'PASSED', 'PASSED', 'FAILED', 'FAILED']);
  });

  it.each(['Q{#=1:1 =900:100}', 'Q{#=%0%5 =5:1}', 'Q{#*}'])('%s is judged by the learner', (gift) => {
    expect(itemOf(gift)).toMatchObject({ status: 'degraded', exercise: { type: 'FREE_FORM', rubric: {} } });
  });

  it.each(['Q{#}', 'Q{#three}', 'Q{#3:x}', 'Q{#~5#no}'])('%s is skipped', (gift) => expect(itemOf(gift).status).toBe('skipped'));
});

describe('matching', () => {
  it('pairs, and right items without a left one', () => {
    expect(itemOf('Match.{=Canada -> Ottawa =Italy->Rome =Vatican -> Rome = -> Bonn}').exercise).toMatchObject({
      left: [
        { id: 'l1', text: 'Canada', match: 'r1' },
        { id: 'l2', text: 'Italy', match: 'r2' },
        { id: 'l3', text: 'Vatican', match: 'r2' },
      ],
      right: [{ text: 'Ottawa' }, { text: 'Rome' }, { text: 'Bonn' }],
    });
  });

  it.each(['Q{=a -> b =c}', 'Q{=a -> b}', 'Q{=a -> =c -> d}', 'Q{=a -> b =a -> c}'])('%s is skipped', (gift) => {
    expect(itemOf(gift).status).toBe('skipped');
  });
});

describe('words', () => {
  it.each([
    ['a *b* <c> _d_', String.raw`a \*b\* \<c> \_d\_`],
    ['[plain]<b>a</b>', String.raw`\<b>a\</b>`],
    ['[html]<b>a</b> &amp; c', '**a** & c'],
    ['<b>a</b>\nb', '**a**\\\nb'],
    ['#include <stdio.h> is <b>C</b>', String.raw`#include \<stdio.h> is **C**`],
    ['[markdown]*a* ![dog](dog.png)', '*a* dog'],
    ['[markdown]`![a](b)`', '`![a](b)`'],
    [String.raw`1\n2`, '1\\\n2'],
    ['[Note] a', String.raw`\[Note\] a`],
  ])('%s', (gift, prompt) => {
    expect(itemOf(`${gift}{T}`).exercise?.prompt).toBe(prompt);
  });

  it('escapes stand for the signs themselves', () => {
    expect(itemOf(String.raw`\: \= \{b\} \~\# \\n{T}`).exercise?.prompt).toBe(String.raw`: = {b} \~# \\n`);
  });

  it('Windows-1252, a byte order mark and CRLF do no harm', () => {
    expect(itemOf('\ufeff// c\r\nIt\u0092s{\r\n=a\r\n~b\r\n}\r\n').exercise).toMatchObject({ prompt: 'It’s', options: [{ text: 'a' }, { text: 'b' }] });
  });
});

describe('blocks', () => {
  it('a category is a lesson, what asks nothing its words', () => {
    const lessons = lessonsOf('$CATEGORY: $course$/top/A//B/C\n\nRead *this*.\n\nQ{T}\n\n$CATEGORY: D\nQ2{F}\n\n$CATEGORY: A//B/C\n\nQ3{T}');
    expect(lessons.map(({ title, content, items }) => [title, content, items.length])).toEqual([
      ['A/B / C', String.raw`Read \*this\*.`, 3],
      ['D', '', 1],
    ]);
  });

  it('ids stand in comments', () => {
    expect(itemsOf('// [id:x\\]1] [tag:t]\nQ{T}\n\n// question: 17  name: n\nQ{T}').map(({ sourceId }) => sourceId)).toEqual(['x]1', '17']);
  });

  it('blank lines within braces belong to the question', () => {
    expect(shortly('Q{\n\n=a\n\n~b\n\n}\n\nQ2{T}')).toEqual(['imported MULTIPLE_CHOICE', 'imported TRUE_FALSE']);
  });

  it('questions may follow each other without a blank line', () => {
    expect(shortly('Q1{T}\nQ2{\n=a\n~b}\n::n::Q3{#3}\n// [id:4]\nQ4{x}')).toEqual([
      ...['imported TRUE_FALSE', 'imported MULTIPLE_CHOICE', 'imported NUMERIC', 'imported SHORT_TEXT'],
    ]);
  });

  it('a bad block is one line that says where, and the rest goes on', () => {
    expect(shortly('Q1{T}\n\nbad }\n\nQ {=a\n::n:: Q{T}\n\nbad {=a} and {=b}\n\n{=x ~y}\n\n{1:SHORTANSWER:=a} x\n\nQ9{F}')).toEqual([
      'imported TRUE_FALSE',
      'skipped - line 3: expected a `{` before the `}`',
      'degraded SHORT_TEXT the `}` at the end was missing',
      'imported TRUE_FALSE',
      'degraded FILL_BLANKS several pairs of braces were taken as gaps in one text',
      'skipped - line 10: expected the words of the question before the `{`',
      'degraded FILL_BLANKS a Cloze field, which GIFT does not have, was taken as a gap',
      'imported TRUE_FALSE',
    ]);
  });

  it('a forgotten brace does not swallow the next question', () => {
    expect(shortly('Q1{\n=a\n~b\n\nQ2{=c ~d}')).toEqual(['degraded MULTIPLE_CHOICE the `}` at the end was missing', 'imported MULTIPLE_CHOICE']);
    expect(shortly('Q1{=a ~b\nQ2{=c ~d}')).toEqual(['skipped - line 1: expected a `}` for every `{`']);
  });

  it('unescaped braces of a formula are words', () => {
    const { status, exercise } = itemOf(String.raw`What is $\frac{1}{2}$? {~0.2 =0.5}`);
    expect(status).toBe('degraded');
    expect(exercise).toMatchObject({ type: 'MULTIPLE_CHOICE', prompt: String.raw`What is $\\frac{1}{2}$?` });
  });

  it('other files are refused', () => expect(importGift('a\0b', 'x.bin')).toMatchObject({ ok: false, error: { type: 'BadFile', line: null } }));
});

it('an essay is judged by the learner', () => {
  const item = itemOf('Write.{####A sample.}');
  expect(item).toMatchObject({ kind: 'essay', status: 'degraded', exercise: { type: 'FREE_FORM', rubric: { sample: 'A sample.' } } });
  expect(findingsOf(item.exercise ?? expect.fail(''))).toEqual([]);
});
