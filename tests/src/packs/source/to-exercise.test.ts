import { describe, expect, it } from 'vitest';
import { CHOICE, CODE, courseFiles, lessonWith, parsed, TRUE_FALSE } from './course-files.ts';

const rowOf = (block: string) => parsed(courseFiles(lessonWith(block))).exercises[0];

describe('an exercise', () => {
  it('has what its author left out', () => {
    expect(rowOf(CHOICE)).toMatchObject({
      difficulty: 'BEGINNER',
      explanation: '',
      points: 1,
      isRequired: true,
      rev: 1,
      order: 1,
    });
  });

  it('keeps what its author said', () => {
    const said = 'level: ADVANCED\nexplanation: So.\npoints: 3\nrequired: false\nrev: 4';
    expect(rowOf(`${CHOICE}${said}`)).toMatchObject({
      difficulty: 'ADVANCED',
      explanation: 'So.',
      points: 3,
      isRequired: false,
      rev: 4,
    });
  });

  it('is a choice with a reason for each option', () => {
    expect(rowOf(CHOICE)).toMatchObject({
      type: 'MULTIPLE_CHOICE',
      options: [
        { id: 'green', text: 'Green', why: 'It is.' },
        { id: 'black', text: 'Black', why: 'It is not.' },
      ],
      answerKey: { optionId: 'green' },
      starter: null,
      tests: null,
    });
  });

  it('is true or false, as two options', () => {
    expect(rowOf(TRUE_FALSE)).toMatchObject({
      type: 'TRUE_FALSE',
      options: [{ id: 'true' }, { id: 'false', why: 'It steams.' }],
      answerKey: { value: true },
    });
  });

  it('is code in a file that is named after the language unless the author names it', () => {
    expect(rowOf(CODE)).toMatchObject({
      type: 'CODE_COMPLETION',
      language: 'python',
      starter: { files: { 'main.py': 'def bill(n):\n    return ___\n' }, entry: 'main.py' },
      answerKey: { files: { 'main.py': 'def bill(n):\n    return n * 2\n' } },
      tests: [{ id: 't1', name: 'three', kind: 'call', call: 'bill(3)', expect: '6', isVisible: true }],
      mistakes: [],
    });
    expect(rowOf(`${CODE}language: javascript`)).toMatchObject({ starter: { entry: 'main.js' } });
    expect(rowOf(`${CODE}file: bill.py`)).toMatchObject({ starter: { entry: 'bill.py' } });
  });

  it('is code that reads and prints', () => {
    const block = CODE.replace(/\{ id: t1.*\}/, '{ id: t1, name: echo, stdin: "a\\n", stdout: A }');
    expect(rowOf(block)).toMatchObject({ tests: [{ kind: 'output', stdin: 'a\n', stdout: 'A', isVisible: false }] });
  });

  const free = 'id: tea.word\ntype: FREE_FORM\nprompt: Say it.\nhints: [Think.]\n';
  it('is a free answer with rules', () => {
    expect(rowOf(`${free}number: { value: 4 }\nkeywords: [cup]`)).toMatchObject({
      type: 'FREE_FORM',
      options: null,
      answerKey: {
        kind: 'rules',
        accepted: [],
        patterns: [],
        number: { value: 4, tolerance: 0 },
        keywords: ['cup'],
        caseSensitive: false,
      },
      mistakes: [],
    });
  });

  it('is a free answer with a rubric', () => {
    expect(rowOf(`${free}rubric: { criteria: [Warm, Sweet], sample: Tea. }`)).toMatchObject({
      answerKey: { kind: 'rubric', criteria: ['Warm', 'Sweet'], sample: 'Tea.' },
    });
  });
});
