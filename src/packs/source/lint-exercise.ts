import type { CodeLanguage } from '../../../db/models/enums.ts';
import type { ExerciseSource, SourceOf } from './exercise-shapes.ts';
import { lintArrangement } from './lint-arrangement.ts';
import { lintByGrading } from './lint-by-grading.ts';
import { lintCode, lintPrediction } from './lint-code.ts';
import { badImages, NO_PICTURES, type Pictures } from './lint-content.ts';
import { lintHints } from './lint-hints.ts';
import { isTooMuch } from './lint-size.ts';
import { lintBlanks, lintFreeForm, lintNumeric, lintShortText } from './lint-words.ts';
import type { FieldPath } from './read-yaml.ts';
import { lintUnique, type ReportAt } from './report-at.ts';

/** What a shape cannot say: that the parts of one exercise fit together. Running its code is not done here. */
export function lintExercise(source: ExerciseSource, courseLanguage: CodeLanguage | null, report: ReportAt, pictures: Pictures = NO_PICTURES): void {
  const findings: Parameters<ReportAt>[] = [];
  const noting: ReportAt = (...finding) => {
    findings.push(finding);
    report(...finding);
  };
  if (isTooMuch(source)) {
    report([], 'answers, mistakes, patterns and code that can be compared in a moment', 'too many, or too long ones');
    return;
  }
  const language = languageOf(source, courseLanguage);
  if (language === null) noting([], 'a `language`, since the course names no `programmingLanguage`', 'none');
  lintParts(source, language ?? 'python', noting);
  // What others wrote elsewhere may tell more than ours does.
  if (source.source === undefined) lintHints(source, noting);
  lintImages(source, pictures, noting);
  if (findings.length === 0) lintByGrading(source, language ?? 'python', report);
}

/** null: it needs one and has none. */
function languageOf(source: ExerciseSource, courseLanguage: CodeLanguage | null): CodeLanguage | null {
  const needsOne = ['CODE_COMPLETION', 'FIX_BUG', 'PREDICT_OUTPUT', 'PARSONS'].includes(source.type);
  const own = 'language' in source ? source.language : undefined;
  return own ?? courseLanguage ?? (needsOne ? null : 'python');
}

function lintParts(source: ExerciseSource, language: CodeLanguage, report: ReportAt): void {
  switch (source.type) {
    case 'MULTIPLE_CHOICE':
    case 'MULTI_SELECT':
      lintChoice(source, report);
      break;
    case 'TRUE_FALSE':
      break;
    case 'FREE_FORM':
      lintFreeForm(source, report);
      break;
    case 'SHORT_TEXT':
      lintShortText(source, report);
      break;
    case 'NUMERIC':
      lintNumeric(source, report);
      break;
    case 'FILL_BLANKS':
      lintBlanks(source, report);
      break;
    case 'PARSONS':
    case 'MATCHING':
    case 'ORDERING':
      lintArrangement(source, report);
      break;
    case 'PREDICT_OUTPUT':
      lintPrediction(source, language, report);
      break;
    case 'CODE_COMPLETION':
    case 'FIX_BUG':
      lintCode(source, language, report);
      break;
  }
}

function lintChoice(source: SourceOf<'MULTIPLE_CHOICE' | 'MULTI_SELECT'>, report: ReportAt): void {
  const { options, type } = source;
  if (options.length < 2) report(['options'], 'at least two options', String(options.length));
  const right = options.filter((option) => option.correct).length;
  const found = right === 0 ? 'none' : String(right);
  if (type === 'MULTIPLE_CHOICE' && right !== 1) report(['options'], 'exactly one option with `correct: true`', found);
  if (type === 'MULTI_SELECT' && right === 0) report(['options'], 'at least one option with `correct: true`', found);
  lintUnique(options.map((option) => option.id), (i) => ['options', i, 'id'], report);
  lintUnique(options.map((option) => option.text.trim()), (i) => ['options', i, 'text'], report);
}

/** Every text that reaches the screen as Markdown; code does not. */
function lintImages(source: ExerciseSource, pictures: Pictures, report: ReportAt): void {
  const check = (markdown: string, ...path: FieldPath): void =>
    badImages(markdown, pictures, source.source === undefined).forEach(({ expected, found }) => report(path, expected, found));
  check(source.prompt, 'prompt');
  check(source.explanation ?? '', 'explanation');
  source.hints.forEach((hint, i) => check(hint, 'hints', i));
  if ('options' in source) {
    source.options.forEach((option, i) => {
      check(option.text, 'options', i, 'text');
      check(option.why, 'options', i, 'why');
    });
  }
  if (source.type === 'TRUE_FALSE') {
    check(source.why.true, 'why', 'true');
    check(source.why.false, 'why', 'false');
  }
  if (source.type === 'ORDERING') source.items.forEach(({ text }, i) => check(text, 'items', i, 'text'));
  if (source.type === 'MATCHING') {
    source.left.forEach(({ text }, i) => check(text, 'left', i, 'text'));
    source.right.forEach(({ text }, i) => check(text, 'right', i, 'text'));
  }
  if ('mistakes' in source) source.mistakes.forEach(({ say }, i) => check(say, 'mistakes', i, 'say'));
  if (source.type === 'FREE_FORM' && source.rubric !== undefined) {
    check(source.rubric.sample, 'rubric', 'sample');
    source.rubric.criteria.forEach((criterion, i) => check(criterion, 'rubric', 'criteria', i));
  }
  if ('constructs' in source) {
    for (const kind of ['required', 'forbidden'] as const) {
      source.constructs[kind].forEach(({ say }, i) => check(say, 'constructs', kind, i, 'say'));
    }
  }
}
