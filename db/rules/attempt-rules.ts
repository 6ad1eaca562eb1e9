import { between, count, exactly, fields, flag, listOf, nullable, oneOf, text, variants, words } from '../checks.ts';
import { AttemptMode, Verdict } from '../models/enums.ts';
import type { Answer, ExerciseAttempt, TestResult } from '../models/exercise-attempt.ts';
import { codeFiles } from './exercise-rules.ts';
import { created, row } from './fields.ts';
import { ownedBy } from './rules.ts';
import type { TableRules } from './rules.ts';

type AnswerTo<T extends Answer['type']> = Extract<Answer, { type: T }>;

const answer = variants('type', {
  MULTIPLE_CHOICE: fields<AnswerTo<'MULTIPLE_CHOICE'>>({ type: exactly('MULTIPLE_CHOICE'), optionId: words }),
  TRUE_FALSE: fields<AnswerTo<'TRUE_FALSE'>>({ type: exactly('TRUE_FALSE'), value: flag }),
  FREE_FORM: fields<AnswerTo<'FREE_FORM'>>({ type: exactly('FREE_FORM'), text }),
  CODE_COMPLETION: fields<AnswerTo<'CODE_COMPLETION'>>({ type: exactly('CODE_COMPLETION'), files: codeFiles }),
});

const testResult = fields<TestResult>({
  id: words,
  name: words,
  isVisible: flag,
  passed: flag,
  called: nullable(text),
  expected: nullable(text),
  got: nullable(text),
  message: nullable(text),
});

export const attemptRules: TableRules<ExerciseAttempt> = {
  shape: fields<ExerciseAttempt>({
    ...row,
    ...created,
    userId: words,
    exerciseId: words,
    answer,
    verdict: oneOf(Verdict),
    score: between(0, 1),
    testResults: listOf(testResult),
    hintsUsed: count,
    solutionRevealed: flag,
    activeMs: between(0, Number.MAX_SAFE_INTEGER),
    mode: oneOf(AttemptMode),
    exerciseRev: count,
  }),
  times: 'created',
  isImmutable: true,
  unique: [],
  references: [
    ownedBy('[userId+createdAt]'),
    { field: 'exerciseId', to: 'exercises', idOf: (a) => a.exerciseId, index: 'exerciseId', onErase: 'refuse' },
  ],
};
