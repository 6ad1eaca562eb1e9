import { between, count, fields, flag, listOf, nullable, oneOf, text, words } from '../checks.ts';
import { AttemptMode, Verdict } from '../models/enums.ts';
import type { ExerciseAttempt, TestResult } from '../models/exercise-attempt.ts';
import { answerShape } from './answers.ts';
import { created, localDay, row } from './fields.ts';
import { ownedBy } from './rules.ts';
import type { TableRules } from './rules.ts';

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
    answer: answerShape,
    verdict: oneOf(Verdict),
    score: between(0, 1),
    testResults: listOf(testResult),
    hintsUsed: count,
    solutionRevealed: flag,
    activeMs: between(0, Number.MAX_SAFE_INTEGER),
    mode: oneOf(AttemptMode),
    exerciseRev: count,
    day: localDay,
  }),
  times: 'created',
  isImmutable: true,
  unique: [],
  references: [
    ownedBy('[userId+createdAt]'),
    { field: 'exerciseId', to: 'exercises', idOf: (a) => a.exerciseId, index: 'exerciseId', onErase: 'refuse' },
  ],
};
