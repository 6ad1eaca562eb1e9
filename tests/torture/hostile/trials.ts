import type { CodeLanguage } from '../../../db/models/enums.ts';
import type { CodeCompletionExercise, ExerciseTest } from '../../../db/models/exercise.ts';
import type { Attack, HostileProgram } from './types.ts';

type Random = () => number;

const ENTRY: Readonly<Record<CodeLanguage, string>> = { python: 'main.py', javascript: 'main.js', typescript: 'main.ts' };

/**
 * The program as the page is to meet it, with two exercises that no program passes honestly: one whose expectations
 * are random and stay outside, one whose tests run inside and hold only for who forges them (`'a' === 'b'`, a name that
 * nobody defines).
 */
export function attackOf(program: HostileProgram, trap: string, random: Random): Attack {
  const { language } = program;
  const entry = ENTRY[language];
  const files = { [entry]: program.code.replaceAll('{{TRAP}}', trap) };
  const hidden = [token(random), token(random)];
  const [value = '', stdout = ''] = hidden;
  const outside: readonly ExerciseTest[] = [
    { ...named('call-hidden', false), kind: 'call', call: 'secret()', expect: JSON.stringify(value) },
    { ...named('output', false), kind: 'output', stdin: 'one\ntwo\n', stdout: `${stdout}\n` },
    { ...named('call-shown', true), kind: 'call', call: language === 'python' ? '"a" + "b"' : "'a' + 'b'", expect: JSON.stringify(value) },
  ];
  const inside = language === 'python' ? pythonInside(random) : javascriptInside(random);
  const exercises = [exerciseOf(program, entry, outside), ...inside.map((test) => exerciseOf(program, entry, [test]))];
  return { language, files, entry, exercises, hidden };
}

function pythonInside(random: Random): readonly ExerciseTest[] {
  const missing = `missing_${token(random)}`;
  return [
    { ...named('assert', false), kind: 'assert', code: `assert "${token(random)}" == "${token(random)}"\nassert ${missing}() == "${token(random)}"` },
    {
      ...named('file', false),
      kind: 'file',
      file: 'main_test.py',
      source: [
        'import unittest',
        'import main',
        'class SecretTest(unittest.TestCase):',
        `    def test_different(self): self.assertEqual("${token(random)}", "${token(random)}")`,
        `    def test_fails(self): self.fail("always")`,
        `    def test_missing(self): self.assertEqual(main.${missing}(), "${token(random)}")`,
        `    def test_raises(self): raise RuntimeError("always")`,
        '',
      ].join('\n'),
      runSkipped: true,
    },
  ];
}

function javascriptInside(random: Random): readonly ExerciseTest[] {
  const missing = `missing_${token(random)}`;
  return [
    { ...named('assert', false), kind: 'assert', code: `if (${JSON.stringify(token(random))} !== ${JSON.stringify(token(random))}) throw new Error('always');\n${missing}();` },
    {
      ...named('file', false),
      kind: 'file',
      file: 'main.test.js',
      source: [
        "import * as main from './main';",
        "describe('secrets', () => {",
        `  test('differ', () => { expect('${token(random)}').toBe('${token(random)}'); });`,
        `  test('equal', () => { expect({ a: '${token(random)}' }).toEqual({ a: '${token(random)}' }); });`,
        "  test('throw', () => { throw new Error('always'); });",
        `  test('are missing', () => { expect(main.${missing}()).toBe('${token(random)}'); });`,
        "  test('reject', async () => { await Promise.reject(new Error('always')); });",
        '});',
        '',
      ].join('\n'),
      runSkipped: true,
    },
  ];
}

const named = (id: string, isVisible: boolean) => ({ id, name: id, isVisible });

const token = (random: Random): string => `t${Array.from({ length: 4 }, () => Math.floor(random() * 36 ** 4).toString(36).padStart(4, '0')).join('')}`;

function exerciseOf({ id, language }: HostileProgram, entry: string, tests: readonly ExerciseTest[]): CodeCompletionExercise {
  return {
    id,
    type: 'CODE_COMPLETION',
    lessonId: 'torture',
    difficulty: 'ADVANCED',
    prompt: '',
    explanation: '',
    hints: [],
    points: 1,
    order: 1,
    isRequired: true,
    rev: 1,
    objectives: [],
    variantOf: null,
    createdAt: 0,
    updatedAt: 0,
    language,
    options: null,
    answerKey: { files: { [entry]: '' } },
    mistakes: [],
    starter: { files: { [entry]: '' }, entry },
    tests,
    constructs: { required: [], forbidden: [] },
  };
}
