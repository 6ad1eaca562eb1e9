import type { CodeLanguage } from '../../db/models/enums.ts';
import { isAccepted } from '../core/grading/free-form.ts';
import { safePattern } from '../core/grading/safe-pattern.ts';
import { isSameCode } from '../core/grading/same-code.ts';
import { imagesIn, NO_IMAGE } from './lint-content.ts';
import type { FieldPath } from './read-yaml.ts';
import type { ExerciseSource, SourceOf } from './source-shapes.ts';

/** Reports a finding at a field of the exercise. */
export type ReportAt = (path: FieldPath, expected: string, found: string) => void;

/** What a shape cannot say: that the parts of one exercise fit together. Running its code is not done here. */
export function lintExercise(source: ExerciseSource, courseLanguage: CodeLanguage | null, report: ReportAt): void {
  lintHints(source, report);
  lintImages(source, report);
  if (source.type === 'MULTIPLE_CHOICE') lintChoice(source, report);
  if (source.type === 'FREE_FORM') lintFreeForm(source, report);
  if (source.type === 'CODE_COMPLETION') {
    const language = source.language ?? courseLanguage;
    if (language === null) report([], 'a `language`, since the course names no `programmingLanguage`', 'none');
    else lintCode(source, language, report);
  }
}

/** Reports every entry whose text was there before, at `path` of its index. */
export function lintUnique(texts: readonly string[], path: (index: number) => FieldPath, report: ReportAt): void {
  texts.forEach((text, index) => {
    if (texts.indexOf(text) < index) report(path(index), 'something not used before', `\`${text}\` again`);
  });
}

function lintChoice(source: SourceOf<'MULTIPLE_CHOICE'>, report: ReportAt): void {
  const { options } = source;
  if (options.length < 2) report(['options'], 'at least two options', String(options.length));
  const right = options.filter((option) => option.correct).length;
  if (right !== 1) report(['options'], 'exactly one option with `correct: true`', right === 0 ? 'none' : String(right));
  lintUnique(options.map((option) => option.id), (i) => ['options', i, 'id'], report);
  lintUnique(options.map((option) => option.text.trim()), (i) => ['options', i, 'text'], report);
}

const SAFE_PATTERN = 'a valid regular expression without nested repetition, look-around or back references';

function lintFreeForm(source: SourceOf<'FREE_FORM'>, report: ReportAt): void {
  const { accept, patterns, number, keywords, caseSensitive, rubric, mistakes } = source;
  const rules = accept.length + patterns.length + keywords.length + (number === undefined ? 0 : 1);
  if (rubric === undefined && rules === 0) report([], '`accept`, `patterns`, `number`, `keywords` or a `rubric`', 'none');
  if (rubric !== undefined && rules > 0) report(['rubric'], 'either rules or a rubric', 'both');
  if (rubric !== undefined && mistakes.length > 0) report(['mistakes'], 'no mistakes beside a rubric', 'some');
  patterns.forEach((pattern, i) => {
    // The very check that grading makes: a pattern it refuses would never accept an answer.
    if (safePattern(pattern, caseSensitive) === null) report(['patterns', i], SAFE_PATTERN, `\`${pattern}\``);
  });
  lintUnique(accept, (i) => ['accept', i], report);
  lintUnique(mistakes.map((m) => m.answer), (i) => ['mistakes', i, 'answer'], report);
  const key = { kind: 'rules', accepted: accept, patterns, number: number ?? null, keywords, caseSensitive } as const;
  mistakes.forEach((mistake, i) => {
    if (isAccepted(key, mistake.answer)) report(['mistakes', i, 'answer'], 'a wrong answer', 'an accepted one');
  });
}

function lintCode(source: SourceOf<'CODE_COMPLETION'>, language: CodeLanguage, report: ReportAt): void {
  const { starter, solution, tests, mistakes } = source;
  const isSame = (a: string, b: string): boolean => isSameCode(language, a, b);
  if (isSame(starter, solution)) report(['starter'], 'code that is not yet the solution', 'the solution');
  lintUnique(tests.map((test) => test.id), (i) => ['tests', i, 'id'], report);
  tests.forEach((test, i) => {
    const isCall = test.call !== undefined && test.expect !== undefined;
    const hasBoth = (test.call ?? test.expect) !== undefined && (test.stdin ?? test.stdout) !== undefined;
    if (hasBoth) report(['tests', i], 'either `call` with `expect` or `stdin` with `stdout`', 'both');
    else if (!isCall && test.stdout === undefined) report(['tests', i], '`call` with `expect`, or `stdout`', 'neither');
  });
  mistakes.forEach(({ answer }, i) => {
    const path = ['mistakes', i, 'answer'];
    if (isSame(answer, solution)) report(path, 'a wrong answer', 'the solution');
    if (mistakes.findIndex((m) => isSame(m.answer, answer)) < i) report(path, 'a mistake not told before', 'it again');
  });
}

/** Every text that reaches the screen as Markdown; code does not. */
function lintImages(source: ExerciseSource, report: ReportAt): void {
  const check = (markdown: string, ...path: FieldPath): void =>
    imagesIn(markdown).forEach(({ text }) => report(path, NO_IMAGE, text));
  check(source.prompt, 'prompt');
  check(source.explanation ?? '', 'explanation');
  source.hints.forEach((hint, i) => check(hint, 'hints', i));
  if (source.type === 'MULTIPLE_CHOICE') {
    source.options.forEach((option, i) => {
      check(option.text, 'options', i, 'text');
      check(option.why, 'options', i, 'why');
    });
  } else if (source.type === 'TRUE_FALSE') {
    check(source.why.true, 'why', 'true');
    check(source.why.false, 'why', 'false');
  } else {
    source.mistakes.forEach((mistake, i) => check(mistake.say, 'mistakes', i, 'say'));
  }
  if (source.type === 'FREE_FORM') check(source.rubric?.sample ?? '', 'rubric', 'sample');
}

/** A hint leads and does not tell: no line of the solution, no accepted answer, no right option stands in it. */
function lintHints(source: ExerciseSource, report: ReportAt): void {
  lintUnique(source.hints, (i) => ['hints', i], report);
  const secrets = secretsOf(source);
  source.hints.forEach((hint, i) => {
    const told = secrets.find((secret) => squeeze(hint).includes(squeeze(secret)));
    if (told !== undefined) report(['hints', i], 'a hint without the solution', `\`${told.trim()}\` in it`);
  });
}

/** Shorter ones would turn up in honest hints by accident. Characters without white space. */
const SHORTEST_SECRET = 6;

function secretsOf(source: ExerciseSource): string[] {
  const all = (): readonly string[] => {
    switch (source.type) {
      case 'MULTIPLE_CHOICE':
        return source.options.filter((option) => option.correct).map((option) => option.text);
      case 'TRUE_FALSE':
        return [];
      case 'FREE_FORM':
        return source.accept;
      case 'CODE_COMPLETION': {
        const given = source.starter.split('\n').map(squeeze);
        return source.solution.split('\n').filter((line) => !given.includes(squeeze(line)));
      }
    }
  };
  return all().filter((secret) => squeeze(secret).length >= SHORTEST_SECRET);
}

const squeeze = (text: string): string => text.replace(/\s+/g, '');
