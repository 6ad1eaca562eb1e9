import { describe, expect, it } from 'vitest';
import { CODE, courseFiles, findings, lessonWith, parsed } from './course-files.ts';

const block = (...lines: string[]): string => ['id: tea.x', 'prompt: Do it.', 'hints: [Think.]', ...lines].join('\n');
const rowOf = (...lines: string[]) => parsed(courseFiles(lessonWith(block(...lines)))).exercises[0];
/** The findings, without the file and the line: its YAML begins in line 10. */
const lint = (...lines: string[]): string[] =>
  findings(courseFiles(lessonWith(block(...lines)))).map((text) => text.replace(/^lessons\/010-tea\/lesson.md:\d+: /, ''));

const SELECT = ['type: MULTI_SELECT', 'options:', '  - { id: a, text: A, why: So., correct: true }', '  - { id: b, text: B, why: No. }', '  - { id: c, text: C, why: So., correct: true }'];
const NUMBER = ['type: NUMERIC', 'answer: 2.5', 'relative: 0.01', 'units: [{ unit: kg }, { unit: g, factor: 0.001 }]'];
const PREDICT = ['type: PREDICT_OUTPUT', 'code: print(1)', 'stdout: "1\\n"'];
const PARSONS = ['type: PARSONS', 'blocks:', '  - { id: loop, code: "for n in x:" }', '  - { id: add, code: total += n }', '  - { id: odd, code: total = n }', 'orders: [[loop, add@1]]'];
const BLANKS = ['type: FILL_BLANKS', 'language: python', 'text: "for n {{word}} {{what}}: pass"', 'blanks:', '  - { id: word, accept: [in] }', '  - { id: what, accept: [x], choices: [x, y] }'];
const MATCH = ['type: MATCHING', 'left: [{ id: a, text: A, match: one }, { id: b, text: B, match: one }]', 'right: [{ id: one, text: "1" }, { id: two, text: "2" }]'];
const ORDER = ['type: ORDERING', 'items: [{ id: a, text: A }, { id: b, text: B }]'];

describe('a row', () => {
  it('of several right options', () => {
    expect(rowOf(...SELECT)).toMatchObject({ type: 'MULTI_SELECT', answerKey: { optionIds: ['a', 'c'] }, options: [{ id: 'a', why: 'So.' }, {}, {}], tests: null });
  });
  it('of a word, with its rules', () => {
    expect(rowOf('type: SHORT_TEXT', 'accept: [tea]', 'patterns: ["t+ea"]')).toMatchObject({
      type: 'SHORT_TEXT', options: null, answerKey: { accepted: ['tea'], patterns: ['t+ea'], caseSensitive: false }, mistakes: [],
    });
  });
  it('of a number, with tolerances and units', () => {
    expect(rowOf(...NUMBER)).toMatchObject({
      type: 'NUMERIC',
      answerKey: { value: 2.5, absolute: 0, relative: 0.01, units: [{ unit: 'kg', factor: 1 }, { unit: 'g', factor: 0.001 }] },
    });
  });
  it('of a program to be read, of one file or several', () => {
    expect(rowOf(...PREDICT)).toMatchObject({ language: 'python', starter: { files: { 'main.py': 'print(1)' }, entry: 'main.py' }, answerKey: { stdout: '1\n' } });
    expect(rowOf('type: PREDICT_OUTPUT', 'files: { a.py: import b, b.py: print(1) }', 'entry: a.py', 'stdout: "1"')).toMatchObject({
      starter: { files: { 'a.py': 'import b', 'b.py': 'print(1)' }, entry: 'a.py' },
    });
  });
  it('of lines to be arranged; indentation counts in Python', () => {
    expect(rowOf(...PARSONS)).toMatchObject({
      options: [{ id: 'loop', code: 'for n in x:' }, { id: 'add' }, { id: 'odd' }],
      answerKey: { orders: [[{ blockId: 'loop', indent: 0 }, { blockId: 'add', indent: 1 }]], indented: true },
    });
    expect(rowOf(...PARSONS, 'language: javascript')).toMatchObject({ answerKey: { indented: false } });
    expect(rowOf(...PARSONS, 'indented: false')).toMatchObject({ answerKey: { indented: false } });
  });
  it('of blanks; letter case counts in code', () => {
    expect(rowOf(...BLANKS)).toMatchObject({
      options: { language: 'python' },
      answerKey: { blanks: [{ id: 'word', accepted: ['in'], patterns: [], caseSensitive: true, choices: null }, { choices: ['x', 'y'] }] },
    });
    expect(rowOf(...BLANKS.filter((line) => !line.startsWith('language')))).toMatchObject({ options: { language: null }, answerKey: { blanks: [{ caseSensitive: false }, {}] } });
  });
  it('of pairs, and of an order', () => {
    expect(rowOf(...MATCH)).toMatchObject({ options: { left: [{ id: 'a', text: 'A' }, {}], right: [{}, {}] }, answerKey: { pairs: { a: 'one', b: 'one' } } });
    expect(rowOf(...ORDER)).toMatchObject({ answerKey: { orders: [['a', 'b']] } });
    expect(rowOf(...ORDER, 'orders: [[b, a], [a, b]]')).toMatchObject({ answerKey: { orders: [['b', 'a'], ['a', 'b']] } });
  });
  it('of a fault to be mended is code like any other', () => {
    expect(parsed(courseFiles(lessonWith(CODE.replace('CODE_COMPLETION', 'FIX_BUG')))).exercises[0]).toMatchObject({ type: 'FIX_BUG', tests: [{ kind: 'call' }] });
  });
});

describe('a finding', () => {
  it.each<[string, string[], string[]]>([
    ['no right option', SELECT.map((line) => line.replace(', correct: true', '')), ['options: expected at least one option with `correct: true`, found none']],
    ['a word with patterns alone', ['type: SHORT_TEXT', 'patterns: [tea]'], ['expected at least one answer to `accept`, which is shown as the solution, found none']],
    ['a mistake that is right', ['type: SHORT_TEXT', 'accept: [tea]', 'mistakes: [{ answer: Tea, say: No. }]'], ['mistakes[0].answer: expected a wrong answer, found an accepted one']],
    ['a mistake of the right amount', [...NUMBER, 'mistakes: [{ answer: 2500 g, say: No. }]'], ['mistakes[0].answer: expected a wrong answer, found an accepted one']],
    ['a mistake told twice', [...NUMBER, 'mistakes: [{ answer: A lot, say: No. }, { answer: a lot, say: Nor that. }]'], ['mistakes[1].answer: expected a mistake not told before, found one like it']],
    ['a first unit that is another', [...NUMBER.slice(0, 3), 'units: [{ unit: g, factor: 0.001 }]'], ["units[0].factor: expected 1, since it is the answer's own unit, found 0.001"]],
    ['a unit twice', [...NUMBER.slice(0, 3), 'units: [{ unit: m^2 }, { unit: m², factor: 2 }]'], ['units[1].unit: expected a unit spelled unlike those before, found `m²`']],
    ['a program without code', ['type: PREDICT_OUTPUT', 'stdout: "1"'], ['expected `code` or `files`, found neither']],
    ['an entry that is not there', ['type: PREDICT_OUTPUT', 'files: { main.py: x, b.py: y }', 'entry: mian.py', 'stdout: "1"'], ['entry: expected an `entry` that is one of the files (did you mean `main.py`?), found `mian.py`']],
    ['a block that is not there', [...PARSONS.slice(0, -1), 'orders: [[lop, add@1]]'], ['orders[0][0]: expected the id of a block (did you mean `loop`?), found `lop`']],
    ['a depth that is none', [...PARSONS.slice(0, -1), 'orders: [[loop, add@x]]'], ['orders[0][1]: expected levels of indentation behind the `@`, from 0 to 9, found `add@x`']],
    ['a line twice', [...PARSONS.slice(0, -1), 'orders: [[loop, add, add@1]]'], ['orders[0][2]: expected something not used before, found `add` again']],
    ['a blank without its place', [...BLANKS, '  - { id: more, accept: [z] }'], ['blanks[2].id: expected `{{more}}` once in the text, found nowhere']],
    ['a place without its blank', BLANKS.map((line) => line.replace('{{word}}', '{{wrod}}')), [
      'text: expected only blanks that are named in `blanks` (did you mean `word`?), found `wrod`',
      'blanks[0].id: expected `{{word}}` once in the text, found nowhere',
    ]],
    ['choices without the right one', BLANKS.map((line) => line.replace('[x, y]', '[z, y]')), ['blanks[1].choices: expected `x` among them, found other choices only']],
    ['a pair that is not there', MATCH.map((line) => line.replace('match: one }]', 'match: tow }]')), ['left[1].match: expected the id of an item on the right (did you mean `two`?), found `tow`']],
    ['items of the same words', ORDER.map((line) => line.replace('text: B', 'text: A')), ['items[1].text: expected something not used before, found `A` again']],
    ['an order without an item', [...ORDER, 'orders: [[a]]'], ['orders[0]: expected every item, found an order without `b`']],
  ])('is %s', (_, lines, expected) => {
    expect(lint(...lines)).toEqual(expected);
  });

  it('is a hint that tells what a program prints', () => {
    const [told] = findings(courseFiles(lessonWith(block(...PREDICT.slice(0, 2), 'stdout: "good morning"').replace('[Think.]', '[It is good morning.]'))));
    expect(told).toContain('hints[0]: expected a hint without the solution, found `good morning` in it');
  });
});
