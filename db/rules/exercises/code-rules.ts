import { exactly, fields, flag, listOf, nothing, oneOf, text, variants, words } from '../../checks.ts';
import { CodeLanguage } from '../../models/enums.ts';
import type {
  AssertTest,
  CallTest,
  CodeCompletionExercise,
  ConstructRule,
  ConstructRules,
  FileTest,
  FixBugExercise,
  OutputTest,
} from '../../models/exercise.ts';
import { base, codeFiles, listOfOwn, mistakes, program } from './shared.ts';

const testBase = { id: words, name: words, isVisible: flag };
const test = variants('kind', {
  call: fields<CallTest>({ ...testBase, kind: exactly('call'), call: words, expect: words }),
  output: fields<OutputTest>({ ...testBase, kind: exactly('output'), stdin: text, stdout: text }),
  assert: fields<AssertTest>({ ...testBase, kind: exactly('assert'), code: words }),
  file: fields<FileTest>({ ...testBase, kind: exactly('file'), file: words, source: words, runSkipped: flag }),
});

const constructs = listOf(fields<ConstructRule>({ construct: words, say: words }));

const code = {
  ...base,
  language: oneOf(CodeLanguage),
  options: nothing,
  answerKey: fields({ files: codeFiles }),
  mistakes,
  starter: program,
  tests: listOfOwn(test, 1),
  constructs: fields<ConstructRules>({ required: constructs, forbidden: constructs }),
};

export const codeCompletion = fields<CodeCompletionExercise>({ ...code, type: exactly('CODE_COMPLETION') });
export const fixBug = fields<FixBugExercise>({ ...code, type: exactly('FIX_BUG') });
