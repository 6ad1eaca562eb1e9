import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSource } from '../../../src/cli/author/read-source.ts';
import type { CourseDoc } from '../../../src/packs/course-doc.ts';
import { packErrorToText } from '../../../src/packs/pack-error.ts';
import { readCourse } from '../../../src/packs/source/parse-course.ts';
import { TABLES } from './tables.ts';
import { untaughtIn, untaughtToText } from './taught.ts';

/**
 * Nothing is used before it was taught. For a draft:
 *
 *   TAUGHT_DRAFT=/some/folder npx vitest run --project unit tests/seeds/taught
 *
 * checks that folder, with the tables of all lessons whose numbers stand before its own. The names that tables use are listed
 * in features.ts.
 */
const DRAFT = process.env.TAUGHT_DRAFT;
const BUNDLED = 'seeds/courses';
const folders = readdirSync(BUNDLED).map((name) => join(BUNDLED, name));

function readFolder(folder: string): CourseDoc {
  const source = readSource(folder);
  if (!source.ok) throw new Error(source.error.message);
  const doc = readCourse(source.value.files, Object.keys(source.value.assets));
  if (!doc.ok) throw new Error(doc.error.findings.map(packErrorToText).join('\n'));
  return doc.value;
}

const findingsIn = (doc: CourseDoc): readonly string[] => {
  const table = TABLES.get(doc.course.id);
  return table === undefined ? [] : untaughtIn(doc, table.taught, table.base).map(untaughtToText);
};

if (DRAFT === undefined) {
  describe('the bundled courses', () => {
    it.each(folders)('use nothing before it was taught: %s', (folder) => {
      expect(findingsIn(readFolder(folder))).toEqual([]);
    });

    it.each(folders)('say in their table what each lesson teaches: %s', (folder) => {
      const { course, lessons } = readFolder(folder);
      expect(Object.keys(TABLES.get(course.id)?.taught ?? {}).sort()).toEqual(lessons.map((lesson) => lesson.folder).sort());
    });
  });
} else {
  it('the draft uses nothing before it was taught', () => {
    const doc = readFolder(DRAFT);
    expect([...TABLES.keys()]).toContain(doc.course.id);
    expect(findingsIn(doc)).toEqual([]);
  });
}

const course = (language: 'python' | 'javascript', lessons: { readonly [folder: string]: string }): CourseDoc => {
  const head = { format: 1, id: 'made-up', version: '1.0.0', title: 'T', description: 'D', level: 'BEGINNER', languages: ['en'], authors: ['A'] };
  const yaml = { ...head, programmingLanguage: language, licence: { text: 'CC-BY-4.0', code: 'MIT' }, lessons: Object.keys(lessons) };
  const files = Object.entries(lessons).map(([folder, text]) => {
    const front = `---\nid: ${folder.slice(4)}\ntitle: T\nobjectives:\n  - Do it\nminutes: 12\n---\n`;
    return [`lessons/${folder}/lesson.md`, `${front}Words.\n${text}`] as const;
  });
  const doc = readCourse({ 'course.yaml': JSON.stringify(yaml), ...Object.fromEntries(files) });
  if (!doc.ok) throw new Error(doc.error.findings.map(packErrorToText).join('\n'));
  return doc.value;
};
const fence = (code: string, language = 'python'): string => `\n\`\`\`${language}\n${code}\n\`\`\`\n`;
const exercise = (id: string, rest: string): string => `\n:::exercise\nid: ${id}\nprompt: Do it.\nhints: [Think.]\n${rest}\n:::\n`;

describe('what was not taught', () => {
  const TAUGHT = { '010-print': ['call:print', 'string', 'int'], '020-loops': ['for', 'call:range'] };

  it('is found with its place: a loop before the lesson about loops', () => {
    const doc = course('python', { '010-print': fence('print("one")\nfor cup in range(3):\n    print(cup)'), '020-loops': fence('for n in range(3):\n    print(n)') });
    expect(untaughtIn(doc, TAUGHT).map(untaughtToText)).toEqual([
      '010-print text: `for`, line 2: for cup in range(3):',
      '010-print text: `call:range`, line 2: for cup in range(3):',
    ]);
  });

  it('is looked for in fences, starters, solutions, programs to predict, arranged blocks, blanks and visible calls', () => {
    const doc = course('python', {
      '010-print':
        exercise('p.fence', 'type: TRUE_FALSE\nanswer: true\nexplanation: |\n  So:\n\n  ```python\n  len("a")\n  ```\nwhy: { "true": A., "false": B. }') +
        exercise('p.code', 'type: CODE_COMPLETION\nstarter: |\n  print(___)\nsolution: |\n  print(2 * 3)\ntests:\n  - { id: a, name: a, visible: true, call: "abs(3)", expect: "3" }\n  - { id: b, name: b, call: "max(3, 4)", expect: "4" }') +
        exercise('p.predict', 'type: PREDICT_OUTPUT\ncode: |\n  print([1])\nstdout: |\n  [1]') +
        exercise('p.parsons', 'type: PARSONS\nblocks:\n  - { id: a, code: "if x:" }\n  - { id: b, code: "print(1)" }\n  - { id: c, code: "print(1.5)" }\n  - { id: d, code: "elif 3:" }\norders: [[a, b@1]]') +
        exercise('p.blanks', 'type: FILL_BLANKS\nlanguage: python\ntext: "print(1 {{op}} 2)"\nblanks: [{ id: op, accept: ["-"] }]'),
    });
    expect(untaughtIn(doc, TAUGHT).map(({ exerciseId, feature, code }) => [exerciseId, feature, code])).toEqual([
      ['p.fence', 'call:len', 'len("a")'],
      ['p.code', 'operator:*', 'print(2 * 3)'],
      ['p.code', 'call:abs', 'abs(3)'],
      ['p.predict', 'list', 'print([1])'],
      ['p.parsons', 'if', 'if x:'],
      ['p.parsons', 'float', 'print(1.5)'],
      ['p.blanks', 'operator:-', 'print(1 - 2)'],
    ]);
  });

  it('is not looked for in fences of plain text, nor in known mistakes', () => {
    const mistake = 'type: CODE_COMPLETION\nstarter: |\n  print(___)\nsolution: |\n  print(1)\nmistakes:\n  - { answer: "print([1])", say: No. }\ntests: [{ id: a, name: a, visible: true, stdout: "1" }]';
    const doc = course('python', { '010-print': fence('for cup in cups:', 'text') + exercise('p.code', mistake) });
    expect(untaughtIn(doc, TAUGHT)).toEqual([]);
  });

  it('was perhaps taught in a lesson of another unit, whose number stands before', () => {
    const doc = course('python', { '030-later': fence('for n in range(3):\n    print(n)\nwhile n:\n    print(n)') });
    expect(untaughtIn(doc, TAUGHT).map(({ feature }) => feature)).toEqual(['while']);
  });

  it('may be known from the beginning', () => {
    const doc = course('javascript', { '010-let': fence('if (a) { console.log(a); }', 'js') });
    expect(untaughtIn(doc, {}, ['if']).map(({ feature }) => feature)).toEqual(['call:console.log']);
  });

  it('is nothing of the program\'s own: a function that another fence defines under a name of Python\'s', () => {
    const doc = course('python', { '010-print': fence('def max(a, b):\n    return a') + fence('print(max(1, 2))') });
    expect(untaughtIn(doc, TAUGHT).map(({ feature }) => feature)).toEqual(['function', 'return']);
  });
});
