import type { CodeLanguage } from '../../../db/models/enums.ts';
import type { CodeFiles, ExerciseTest } from '../../../db/models/exercise.ts';
import type { TestSource } from './code-shapes.ts';
import type { CodeSource, SourceOf } from './exercise-shapes.ts';

const ENTRIES: { readonly [L in CodeLanguage]: string } = {
  python: 'main.py',
  javascript: 'main.js',
  typescript: 'main.ts',
};

interface ProgramSource {
  readonly file?: string | undefined;
  readonly files?: CodeFiles | undefined;
  readonly entry?: string | undefined;
}

/** The files of a program and the one that runs: named by the author, or the only one, or after the language. */
export function programOf(
  source: ProgramSource,
  text: string | undefined,
  language: CodeLanguage,
): { readonly files: CodeFiles; readonly entry: string } {
  const { files = {} } = source;
  const only = Object.keys(files).length === 1 ? Object.keys(files)[0] : undefined;
  const entry = source.entry ?? source.file ?? only ?? ENTRIES[language];
  return { files: text === undefined ? files : { ...files, [entry]: text }, entry };
}

export function codeParts(source: CodeSource, courseLanguage: CodeLanguage) {
  const language = source.language ?? courseLanguage;
  const starter = programOf(source, source.starter, language);
  return {
    language,
    options: null,
    answerKey: { files: solutionOf(source, courseLanguage) },
    mistakes: source.mistakes,
    starter,
    tests: source.tests.map(testToRow),
    constructs: source.constructs,
  };
}

/** The whole solution: what the author changed, over the starter's other files. */
export function solutionOf(source: CodeSource, courseLanguage: CodeLanguage): CodeFiles {
  const { files, entry } = programOf(source, source.starter, source.language ?? courseLanguage);
  const changed = source.solution === undefined ? {} : { [entry]: source.solution };
  return { ...files, ...changed, ...source.solutions };
}

export function predictParts(source: SourceOf<'PREDICT_OUTPUT'>, courseLanguage: CodeLanguage) {
  const language = source.language ?? courseLanguage;
  const starter = programOf(source, source.code, language);
  const { type, mistakes, stdout } = source;
  return { type, language, options: null, answerKey: { stdout }, mistakes, starter, tests: null };
}

function testToRow(test: TestSource): ExerciseTest {
  const base = { id: test.id, name: test.name.trim(), isVisible: test.visible };
  if (test.call !== undefined) return { ...base, kind: 'call', call: test.call, expect: test.expect ?? '' };
  if (test.assert !== undefined) return { ...base, kind: 'assert', code: test.assert };
  if (test.testFile !== undefined) return { ...base, kind: 'file', ...test.testFile };
  return { ...base, kind: 'output', stdin: test.stdin ?? '', stdout: test.stdout ?? '' };
}
