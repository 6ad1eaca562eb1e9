import type { CodeLanguage } from '../../../db/models/enums.ts';
import { brokenConstructs } from '../../core/constructs/find.ts';
import { constructNames, isConstruct } from '../../core/constructs/vocabulary.ts';
import { isSameCode } from '../../core/grading/same-code.ts';
import { programOf, solutionOf } from './code-parts.ts';
import { STYLES, type TestSource } from './code-shapes.ts';
import type { CodeSource, SourceOf } from './exercise-shapes.ts';
import { lintKnown, lintUnique, type ReportAt } from './report-at.ts';

export function lintCode(source: CodeSource, language: CodeLanguage, report: ReportAt): void {
  const isSame = (a: string, b: string): boolean => isSameCode(language, a, b);
  const { files, entry } = programOf(source, source.starter, language);
  lintProgram(source, source.starter, 'starter', language, report);
  if (source.solution === undefined && source.solutions === undefined) report([], 'a `solution`', 'none');
  for (const name of Object.keys(source.solutions ?? {})) {
    if (name === entry && source.solution !== undefined) report(['solutions', name], `no other \`${name}\` beside \`solution\``, 'one');
    lintKnown(name, Object.keys(files), ['solutions', name], 'a file that the learner begins with', report);
  }
  const solution = solutionOf(source, language);
  const isSolved = Object.entries(solution).every(([name, text]) => isSame(files[name] ?? '', text));
  if (isSolved) report([source.starter === undefined ? 'files' : 'starter'], 'code that is not yet the solution', 'the solution');
  lintUnique(source.tests.map((test) => test.id), (i) => ['tests', i, 'id'], report);
  source.tests.forEach((test, i) => lintTest(test, i, Object.keys(files), report));
  source.mistakes.forEach(({ answer }, i) => {
    const path = ['mistakes', i, 'answer'];
    if (isSame(answer, solution[entry] ?? '')) report(path, 'a wrong answer', 'the solution');
    if (source.mistakes.findIndex((m) => isSame(m.answer, answer)) < i) report(path, 'a mistake not told before', 'it again');
  });
  lintConstructs(source, language, report);
}

export function lintPrediction(source: SourceOf<'PREDICT_OUTPUT'>, language: CodeLanguage, report: ReportAt): void {
  lintProgram(source, source.code, 'code', language, report);
  lintUnique(source.mistakes.map(({ answer }) => answer), (i) => ['mistakes', i, 'answer'], report);
}

/** The entry's text stands in `field`, or among the files. */
function lintProgram(
  source: Pick<CodeSource, 'file' | 'files' | 'entry'>,
  text: string | undefined,
  field: 'starter' | 'code',
  language: CodeLanguage,
  report: ReportAt,
): void {
  const { files = {} } = source;
  const { entry } = programOf(source, text, language);
  const isAmong = Object.hasOwn(files, entry);
  if (source.file !== undefined && source.files !== undefined) report(['file'], '`entry` where there are `files`', '`file`');
  if (text === undefined && Object.keys(files).length === 0) report([], `\`${field}\` or \`files\``, 'neither');
  else if (text === undefined) lintKnown(entry, Object.keys(files), ['entry'], 'an `entry` that is one of the files', report);
  else if (isAmong) report([field], `no \`${field}\` where \`${entry}\` is among the files`, 'both');
}

function lintTest(test: TestSource, i: number, files: readonly string[], report: ReportAt): void {
  const { call, expect, stdin, stdout, assert, testFile } = test;
  const styles = [call ?? expect, stdin ?? stdout, assert, testFile].filter((style) => style !== undefined).length;
  const isWhole = (call === undefined) === (expect === undefined) && (stdin === undefined || stdout !== undefined);
  if (styles > 1) report(['tests', i], `one of ${STYLES}`, styles === 2 ? 'both' : 'several');
  else if (styles === 0 || !isWhole) report(['tests', i], `one of ${STYLES}`, 'neither');
  if (testFile !== undefined && files.includes(testFile.file)) {
    report(['tests', i, 'testFile', 'file'], "a name unlike the learner's files", `\`${testFile.file}\``);
  }
}

function lintConstructs(source: CodeSource, language: CodeLanguage, report: ReportAt): void {
  const { constructs } = source;
  const names = (['required', 'forbidden'] as const).flatMap((kind) =>
    constructs[kind].map(({ construct }, i) => ({ construct, path: ['constructs', kind, i, 'construct'] })),
  );
  for (const { construct, path } of names) {
    if (!isConstruct(language, construct)) lintKnown(construct, constructNames(language), path, 'a construct that is known', report);
  }
  lintUnique(names.map(({ construct }) => construct), (i) => names[i]?.path ?? [], report);
  if (!names.every(({ construct }) => isConstruct(language, construct))) return;
  const starter = programOf(source, source.starter, language);
  for (const { kind, rule } of brokenConstructs({ language, constructs, starter }, solutionOf(source, language))) {
    report(['constructs', kind], 'a solution that keeps the rule itself', `one that breaks \`${rule.construct}\``);
  }
}
