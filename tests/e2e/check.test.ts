import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CheckReport } from '../../src/cli/author/check-report.ts';
import { inBrowser, temporaryFolder } from './browser.ts';
import { hornbook } from './hornbook.ts';

const LIMIT_MS = 300_000;

const COURSE = `format: 1
id: broken
version: 1.0.0
title: Broken promises
description: One broken promise in each exercise but the first.
languages: [en]
level: BEGINNER
programmingLanguage: javascript
licence: { text: CC-BY-4.0, code: MIT }
authors: [Someone]
lessons: [010-all]
`;

const double = (id: string, more: { solution?: string; starter?: string; mistake?: string }): string => `:::exercise
id: ${id}
type: CODE_COMPLETION
prompt: Double it.
starter: "${more.starter ?? 'const double = (n) => 0;'}"
solution: "${more.solution ?? 'const double = (n) => 2 * n;'}"
tests: [{ id: three, name: twice three, call: double(3), expect: "6" }]
mistakes: [{ answer: "${more.mistake ?? 'const double = (n) => n;'}", say: That is once. }]
hints: [Add it to itself.]
:::
`;
const predict = (id: string, code: string): string => `:::exercise
id: ${id}
type: PREDICT_OUTPUT
prompt: What does it print?
code: "${code}"
stdout: "1"
hints: [Read it.]
:::
`;
const LESSON = `---
id: all
title: All
objectives: [Break a promise]
minutes: 1
---
Words.

${[
  double('good', {}),
  double('solution', { solution: 'const double = (n) => 3 * n;' }),
  double('starter', { starter: 'const double = (n) => n + n;' }),
  double('mistake', { mistake: 'const double = (n) => n * 2;' }),
  predict('output', 'console.log(2)'),
  predict('dice', 'console.log(Math.random())'),
].join('\n')}
:::exercise
id: order
type: PARSONS
language: python
prompt: Put it in order.
blocks: [{ id: if, code: "if True:" }, { id: print, code: print(1) }]
orders: [[if, print]]
hints: [Begin.]
:::
`;

/** The exercises that have findings, each with the words of its first. */
function findingsIn(file: string): (readonly [id: string, line: number | undefined, field: string | undefined, found: string])[] {
  const { exercises } = JSON.parse(readFileSync(file, 'utf8')) as CheckReport;
  return exercises.filter(({ ok }) => !ok).map(({ id, findings: [first] }) => [id, first?.line, first?.field, first?.found ?? '']);
}

const EXPECTED = [
  ['solution', 25, 'solution', 'twice three: expected 6, got 9'],
  ['starter', 35, 'starter', 'one that passes every check'],
  ['mistake', 49, 'mistakes[0].answer', 'one that passes every check'],
  ['output', 58, 'stdout', '"1"'],
  ['dice', 67, 'stdout', expect.stringMatching(/^"0\.\d+\\n", then "0\.\d+\\n"$/)],
  ['order', 77, 'orders[0]', expect.stringMatching(/^IndentationError: /)],
];

function brokenCourse(): string {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'broken/lessons/010-all'), { recursive: true });
  writeFileSync(join(folder, 'broken/course.yaml'), COURSE);
  writeFileSync(join(folder, 'broken/lessons/010-all/lesson.md'), LESSON);
  return folder;
}

inBrowser('hornbook check', () => {
  it('finds each broken promise, with its line and what was found', async () => {
    const folder = brokenCourse();
    const { code, stdout } = await hornbook(folder, ['check', 'broken', '--json', 'out.json']);
    expect(findingsIn(join(folder, 'out.json'))).toEqual(EXPECTED);
    expect(stdout).toContain(
      'broken/lessons/010-all/lesson.md:25: solution solution: expected a solution that passes every check, found twice three: expected 6, got 9\n',
    );
    expect(stdout).toMatch(/\nbroken 1\.0\.0: 6 exercises of 7 to mend\.\n\d+\.\d s in browser\n$/);
    expect(code).toBe(1);
  }, LIMIT_MS);

  it('ends with 0 when those that are asked for keep their promises, and writes JSON instead of words', async () => {
    const { code, stdout } = await hornbook(brokenCourse(), ['check', 'broken', '--only', 'goo*', '--json', '-']);
    expect(JSON.parse(stdout)).toMatchObject({ course: 'broken', version: '1.0.0', ok: true, exercises: [{ id: 'good', type: 'CODE_COMPLETION', ok: true, findings: [] }] });
    expect(code).toBe(0);
  }, LIMIT_MS);

  it('ends soon after Ctrl+C', async () => {
    const folder = brokenCourse();
    const { code } = await hornbook(folder, ['check', 'broken', '--json', 'out.json', '--jobs', '1'], 'Starting');
    expect(code).toBe(130);
    if (existsSync(join(folder, 'out.json'))) {
      expect((JSON.parse(readFileSync(join(folder, 'out.json'), 'utf8')) as CheckReport).isComplete).toBe(false);
    }
  }, LIMIT_MS);
});

describe('hornbook check --trusted', () => {
  it('finds the same in Node, and says that it is no sandbox there', async () => {
    const folder = brokenCourse();
    const { code, stderr } = await hornbook(folder, ['check', 'broken', '--trusted', '--json', 'out.json']);
    expect(findingsIn(join(folder, 'out.json'))).toEqual(EXPECTED);
    expect(stderr).toContain('an engine is no sandbox');
    expect(code).toBe(1);
  }, LIMIT_MS);

  it('runs nothing of a course that lint finds fault with', async () => {
    const folder = brokenCourse();
    writeFileSync(join(folder, 'broken/course.yaml'), COURSE.replace('title:', 'titel:'));
    const { code, stdout } = await hornbook(folder, ['check', 'broken', '--trusted']);
    expect(stdout).toMatch(/^broken\/course\.yaml:\d+: title: expected a title, found nothing$/m);
    expect(code).toBe(1);
  });
});
