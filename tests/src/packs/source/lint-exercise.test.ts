import { describe, expect, it } from 'vitest';
import { packErrorToText } from '../../../../src/packs/pack-error.ts';
import { readCourse } from '../../../../src/packs/source/parse-course.ts';
import { CHOICE, CODE, courseFiles, findings, lessonWith } from './course-files.ts';

/** The findings of a lesson with this one exercise, without the file: its YAML begins in line 10. */
const lint = (block: string): string[] =>
  findings(courseFiles(lessonWith(block))).map((text) => text.replace('lessons/010-tea/lesson.md:', ''));

const freeForm = (...lines: string[]): string =>
  ['id: tea.word', 'type: FREE_FORM', 'prompt: Say it.', 'hints: [Think.]', ...lines].join('\n');

describe('a multiple choice', () => {
  it.each([
    ['no right option', CHOICE.replace(', correct: true', ''), 'none'],
    ['two right options', CHOICE.replace('It is not. }', 'It is not., correct: true }'), '2'],
  ])('has %s', (_, block, found) => {
    expect(lint(block)).toEqual([`13: options: expected exactly one option with \`correct: true\`, found ${found}`]);
  });

  it('has an option without a reason', () => {
    expect(lint(CHOICE.replace('why: It is not. ', ''))).toEqual([
      '15: options[1].why: expected the reason why it is right or wrong, found nothing',
    ]);
  });

  it('uses an option id twice', () => {
    expect(lint(CHOICE.replace('id: black', 'id: green'))).toEqual([
      '15: options[1].id: expected something not used before, found `green` again',
    ]);
  });
});

describe('hints', () => {
  it('are not empty', () => {
    expect(lint(CHOICE.replace('[Look at the leaf.]', '[""]'))).toEqual([
      '16: hints[0]: expected a hint in Markdown, found an empty text',
    ]);
  });

  it('do not contain a line of the solution, however it is spaced', () => {
    expect(lint(CODE.replace('Think of two cups.', '"Write `return n*2`."'))).toEqual([
      '21: hints[0]: expected a hint without the solution, found `return n * 2` in it',
    ]);
  });

  it('may contain a line that the starter gives anyway', () => {
    expect(lint(CODE.replace('Think of two cups.', '"Look below `def bill(n):`."'))).toEqual([]);
  });
});

describe('code', () => {
  it('begins with something that is not yet the solution', () => {
    expect(lint(CODE.replace('return ___', 'return n*2  # done'))).toEqual([
      '13: starter: expected code that is not yet the solution, found the solution',
    ]);
  });

  it('has at least one test', () => {
    expect(lint(CODE.replace(/tests:\n.*\n/, 'tests: []\n'))).toEqual([
      '19: tests: expected at least one test, found an empty list',
    ]);
  });

  it.each([
    ['neither a call nor an output', '{ id: t1, name: three }', 'neither'],
    ['a call without what it gives', '{ id: t1, name: three, call: bill(3) }', 'neither'],
    ['both', '{ id: t1, name: three, call: bill(3), expect: "6", stdout: "6" }', 'both'],
  ])('has a test with %s', (_, test, found) => {
    expect(lint(CODE.replace(/\{ id: t1.*\}/, test))).toMatchObject([expect.stringMatching(new RegExp(`found ${found}$`))]);
  });

  it('expects a literal as text, so that 6 and "6" stay apart', () => {
    expect(lint(CODE.replace('expect: "6"', 'expect: 6'))).toEqual([
      '20: tests[0].expect: expected the value it gives, as the language writes it (as text, in quotes), found the number 6',
    ]);
  });

  it('knows a mistake by its indentation, and does not take it for the solution', () => {
    const nested = 'mistakes: [{ answer: "def bill(n):\\n    if n:\\n        return n * 2", say: Only then? }]';
    expect(lint(`${CODE}${nested}`)).toEqual([]);
    const same = 'mistakes: [{ answer: "def bill(n):\\n  return n*2", say: No. }]';
    expect(lint(`${CODE}${same}`)).toEqual(['22: mistakes[0].answer: expected a wrong answer, found the solution']);
  });

  it('needs a language when its course has none', () => {
    const files = courseFiles(lessonWith(CODE));
    const silent = (files['course.yaml'] ?? '').replace('programmingLanguage: python\n', '');
    expect(findings({ ...files, 'course.yaml': silent })).toEqual([
      'lessons/010-tea/lesson.md:10: expected a `language`, since the course names no `programmingLanguage`, found none',
    ]);
  });
});

describe('a free answer', () => {
  it('needs a rule or a rubric', () => {
    expect(lint(freeForm())).toEqual([
      '10: expected `accept`, `patterns`, `number`, `keywords` or a `rubric`, found none',
    ]);
  });

  it('has rules or a rubric, not both', () => {
    expect(lint(freeForm('accept: [tea]', 'rubric: { criteria: [Warm], sample: Tea. }'))).toEqual([
      '15: rubric: expected either rules or a rubric, found both',
    ]);
  });

  it.each(['(tea', '(a)\\1'])('has the pattern %s, which grading would refuse', (pattern) => {
    expect(lint(freeForm(`patterns: ['${pattern}']`))).toMatchObject([expect.stringContaining('14: patterns[0]')]);
  });

  it('has a mistake that its own rules accept', () => {
    expect(lint(freeForm('accept: [Green Tea]', 'mistakes: [{ answer: green  tea, say: No. }]'))).toEqual([
      '15: mistakes[0].answer: expected a wrong answer, found an accepted one',
    ]);
  });
});

describe('the text of a lesson', () => {
  it('is there', () => {
    expect(findings(courseFiles(`:::exercise\n${CHOICE.trim()}\n:::`))).toMatchObject([
      expect.stringContaining('expected a text to read, found nothing but exercises'),
    ]);
  });

  it.each(['![a leaf](leaf.png)', '<img src="https://example.org/x.png">', '![a leaf][leaf]'])('shows no picture that does not lie beside it: %s', (image) => {
    expect(findings(courseFiles(`Tea.\n\n${image}`))).toMatchObject([expect.stringContaining('lesson.md:9: expected a picture that lies beside the lesson')]);
  });

  it.each([
    ['prompt', CHOICE.replace('Which?', '"![a](b.png)"')],
    ['hints[0]', CHOICE.replace('Look at the leaf.', '"![a](b.png)"')],
    ['options[1].why', CHOICE.replace('It is not.', '<img src=x>')],
    ['explanation', `${CHOICE}explanation: "![a][b]"`],
  ])('and neither does an exercise: %s', (field, block) => {
    expect(lint(block)).toMatchObject([expect.stringContaining(`${field}: expected a picture that lies beside the lesson`)]);
  });

  it('shows pictures that lie beside it, each with words for whoever does not see it', () => {
    const told = (text: string, ...paths: string[]): readonly string[] => {
      const read = readCourse(courseFiles(text), paths);
      return read.ok ? [] : read.error.findings.map(packErrorToText);
    };
    const both = 'Tea ![a leaf](leaf.png) and ![a cup](in/cup.svg "Cup").';
    expect(told(both, 'lessons/010-tea/leaf.png', 'lessons/010-tea/in/cup.svg')).toEqual([]);
    expect(told(both, 'lessons/010-tea/leaf.png')).toEqual([
      'lessons/010-tea/lesson.md:7: expected a picture that lies beside the lesson, as `![what it shows](cup.svg)`, found `![a cup](in/cup.svg "Cup")`',
    ]);
    expect(told('Tea ![](leaf.png).', 'lessons/010-tea/leaf.png')).toEqual([
      'lessons/010-tea/lesson.md:7: expected words between the brackets, for whoever does not see the picture, found `![](leaf.png)`',
    ]);
    expect(told('Tea.', 'lessons/020-milk/leaf.png', 'lessons/010-tea/a.exe')).toEqual([
      'lessons/010-tea/a.exe:1: expected a picture (svg, png, jpg, jpeg, gif, webp), found a file nothing reads',
      'lessons/020-milk/leaf.png:1: expected a file beside a lesson that course.yaml names, found a file nothing reads',
    ]);
  });

  it('may show the code of an image', () => {
    expect(findings(courseFiles('Write `![a](b.png)`:\n\n```md\n![a](b.png)\n```'))).toEqual([]);
  });
});

describe('what would take long to compare', () => {
  const many = (n: number, make: (i: number) => string): string => Array.from({ length: n }, (_, i) => make(i)).join(', ');
  const tooMuch = /expected answers, mistakes, patterns and code that can be compared in a moment, found too many, or too long ones$/;

  it.each([
    ['mistakes', `mistakes: [${many(3_000, (i) => `{ answer: wrong ${i}, say: Not yet. }`)}]`],
    ['patterns and mistakes', `patterns: [${many(100, () => "'(a{1,9}b?){1,9}c'")}]`, `mistakes: [${many(20, (i) => `{ answer: ${'a'.repeat(400)}${i}, say: No. }`)}]`],
    ['long answers', `accept: [${many(400, (i) => `${'a'.repeat(100)}${i}`)}]`],
  ])('is refused: %s', (_, ...lines) => {
    const [finding = '', ...more] = lint(freeForm(...(lines.some((line) => line.startsWith('accept')) ? [] : ['accept: [tea]']), ...lines));
    expect(finding).toMatch(tooMuch);
    expect(more).toEqual([]);
  });

  it('is refused: many places in many orders', () => {
    const items = many(40, (i) => `{ id: i${i}, text: Item ${i} }`);
    const orders = many(26, (at) => `[${many(40, (i) => `i${(i + at) % 40}`)}]`);
    expect(lint(`id: tea.order\ntype: ORDERING\nprompt: Sort.\nhints: [Think.]\nitems: [${items}]\norders: [${orders}]`)).toEqual([
      '15: orders: expected right orders of at most 1000 places together, found a list',
    ]);
  });
});
