import { describe, expect, it } from 'vitest';
import { CODE, courseFiles, findings, lessonWith, parsed } from './course-files.ts';

const rowOf = (block: string) => parsed(courseFiles(lessonWith(block))).exercises[0];
const lint = (block: string): string[] =>
  findings(courseFiles(lessonWith(block))).map((text) => text.replace(/^lessons\/010-tea\/lesson.md:\d+: /, ''));
const withTest = (test: string): string => CODE.replace(/\{ id: t1.*\}/, test);
const withRules = (kind: string, construct: string): string => `${CODE}constructs: { ${kind}: [{ construct: "${construct}", say: Do. }] }`;

const FILES = `
id: tea.files
type: CODE_COMPLETION
prompt: Finish it.
hints: [Think.]
files:
  main.py: |
    import bill
  bill.py: |
    def bill(n): pass
entry: main.py
solutions:
  bill.py: |
    def bill(n): return n * 2
tests:
  - { id: t1, name: three, call: bill.bill(3), expect: "6" }
`;

describe('code of several files', () => {
  it('has its entry, and a solution of all files, changed or not', () => {
    expect(rowOf(FILES)).toMatchObject({
      starter: { files: { 'main.py': 'import bill\n', 'bill.py': 'def bill(n): pass\n' }, entry: 'main.py' },
      answerKey: { files: { 'main.py': 'import bill\n', 'bill.py': 'def bill(n): return n * 2\n' } },
    });
  });

  it('may give the entry apart, as starter and solution', () => {
    const apart = FILES.replace('  main.py: |\n    import bill\n', '').replace('entry: main.py', 'entry: main.py\nstarter: "1"\nsolution: "2"');
    expect(rowOf(apart)).toMatchObject({ starter: { files: { 'main.py': '1' } }, answerKey: { files: { 'main.py': '2', 'bill.py': 'def bill(n): return n * 2\n' } } });
  });

  it.each([
    ['no solution', FILES.replace(/solutions:\n.*\n.*\n/, ''), 'expected a `solution`, found none'],
    ['a solution of a file that is not there', FILES.replace('solutions:\n  bill.py', 'solutions:\n  bil.py'), 'solutions.bil.py: expected a file that the learner begins with (did you mean `bill.py`?), found `bil.py`'],
    ['the entry twice', FILES.replace('entry: main.py', 'entry: main.py\nstarter: "1"'), 'starter: expected no `starter` where `main.py` is among the files, found both'],
    ['a `file` beside files', FILES.replace('entry: main.py', 'entry: main.py\nfile: main.py'), 'file: expected `entry` where there are `files`, found `file`'],
  ])('has %s', (_, block, finding) => {
    expect(lint(block)).toContain(finding);
  });
});

describe('a test', () => {
  it('may be statements that must hold', () => {
    expect(rowOf(withTest('{ id: t1, name: holds, assert: assert bill(3) == 6, visible: true }'))).toMatchObject({
      tests: [{ id: 't1', name: 'holds', isVisible: true, kind: 'assert', code: 'assert bill(3) == 6' }],
    });
  });

  it('may be a file of tests', () => {
    const test = '{ id: t1, name: suite, testFile: { file: bill_test.py, source: import unittest, runSkipped: true } }';
    expect(rowOf(withTest(test))).toMatchObject({ tests: [{ kind: 'file', file: 'bill_test.py', source: 'import unittest', runSkipped: true }] });
    expect(rowOf(withTest(test.replace(', runSkipped: true', '')))).toMatchObject({ tests: [{ runSkipped: false }] });
  });

  it('is of one style', () => {
    const styles = '`call` with `expect`, `stdin` with `stdout`, `assert` or `testFile`';
    expect(lint(withTest('{ id: t1, name: x, assert: a, stdout: b }'))).toEqual([`tests[0]: expected one of ${styles}, found both`]);
    expect(lint(withTest('{ id: t1, name: x, stdin: b }'))).toEqual([`tests[0]: expected one of ${styles}, found neither`]);
    expect(lint(withTest('{ id: t1, name: x, testFile: { file: main.py, source: x } }'))).toEqual([
      "tests[0].testFile.file: expected a name unlike the learner's files, found `main.py`",
    ]);
  });
});

describe('a rule about constructs', () => {
  it('is kept with its words', () => {
    expect(rowOf(withRules('forbidden', 'loop'))).toMatchObject({ constructs: { required: [], forbidden: [{ construct: 'loop', say: 'Do.' }] } });
    expect(rowOf(CODE)).toMatchObject({ constructs: { required: [], forbidden: [] } });
  });

  it('names what is known', () => {
    expect(lint(withRules('required', 'whlie'))).toEqual([
      'constructs.required[0].construct: expected a construct that is known (did you mean `while`?), found `whlie`',
    ]);
    expect(lint(withRules('required', 'arrow function'))).toHaveLength(1);
  });

  it('is kept by the solution itself', () => {
    expect(lint(withRules('required', 'loop'))).toEqual(['constructs.required: expected a solution that keeps the rule itself, found one that breaks `loop`']);
    expect(lint(withRules('forbidden', 'return'))).toHaveLength(1);
    expect(lint(withRules('required', 'return'))).toEqual([]);
  });
});

it('TypeScript has its own name for the file', () => {
  expect(rowOf(`${CODE}language: typescript`)).toMatchObject({ language: 'typescript', starter: { entry: 'main.ts' } });
});
