import type { CodeExercise, CodeFiles, ParsonsExercise, PredictOutputExercise } from '../../../db/models/exercise.ts';
import { grade, type Grade } from '../../core/grading/grade.ts';
import { isSameOutput } from '../../core/grading/same-output.ts';
import { linesText } from '../../core/parsons-text.ts';
import type { RunResult } from '../../core/run-result.ts';
import type { RunJob, Runner } from '../../runner/runner.ts';
import { codeEvidence } from '../code-evidence.ts';
import type { Proof, ProofFinding } from './finding.ts';
import { END_WORDS, errorWords, gradeWords, inALine, isEnd } from './run-words.ts';

/** Where code is run; a runner is one. Rejects for no fault of the code. */
export type Prover = Pick<Runner, 'check' | 'run'>;

/**
 * The solution passes every check, each time; the starter does not; every known mistake does not, and is met with its
 * own words. As `AttemptService` runs and grades it.
 */
export async function proveCode(prover: Prover, exercise: CodeExercise): Promise<Proof> {
  // For the author's eyes: of a hidden check a learner hears only whether it passed.
  const open: CodeExercise = { ...exercise, tests: exercise.tests.map((test) => ({ ...test, isVisible: true })) };
  const findings: ProofFinding[] = [];
  let isLate = false;
  const gradeFiles = async (files: CodeFiles): Promise<Grade> => {
    const answer = { type: open.type, files };
    const graded = grade(open, answer, await codeEvidence(prover, open, answer));
    isLate ||= graded.stoppedBy === 'timed-out';
    return graded;
  };

  const first = await gradeFiles(exercise.answerKey.files);
  const again = await gradeFiles(exercise.answerKey.files);
  const solution = { what: 'solution', path: ['solution'] } as const;
  if (outcomeOf(first) !== outcomeOf(again)) {
    findings.push({ ...solution, expected: 'the same outcome each time', found: `${told(first)}, then ${told(again)}` });
  } else if (first.verdict !== 'PASSED') {
    findings.push({ ...solution, expected: 'a solution that passes every check', found: gradeWords(first) });
  }
  if ((await gradeFiles(exercise.starter.files)).verdict === 'PASSED') {
    findings.push({ what: 'starter', path: ['starter'], expected: 'a starter that does not pass yet', found: 'one that passes every check' });
  }
  for (const [i, { answer, say }] of exercise.mistakes.entries()) {
    const mistake = { what: 'mistake', path: ['mistakes', i, 'answer'] } as const;
    const graded = await gradeFiles({ ...exercise.starter.files, [exercise.starter.entry]: answer });
    if (graded.verdict === 'PASSED') findings.push({ ...mistake, expected: 'a wrong answer', found: 'one that passes every check' });
    else if (graded.say !== say) {
      const found = graded.say === null ? 'no words' : `other words: ${inALine(graded.say)}`;
      findings.push({ ...mistake, expected: 'the words of this mistake', found });
    }
  }
  return { findings, isLate };
}

/** The program prints what its author says it prints, each time. */
export async function proveOutput(prover: Prover, exercise: PredictOutputExercise): Promise<Proof> {
  const { language, starter, answerKey } = exercise;
  const job: RunJob = { language, ...starter, stdin: '' };
  const [first, again] = [await prover.run(job), await prover.run(job)];
  const printed = stdoutOf(first);
  const finding = (expected: string, found: string): Proof => ({
    findings: [{ what: 'output', path: ['stdout'], expected, found: inALine(found) }],
    isLate: [first, again].some(({ outcome }) => outcome === 'timed-out'),
  });
  if (isEnd(first.outcome)) return finding('a program that comes to its end', END_WORDS[first.outcome]);
  if (first.outcome !== again.outcome || !isSameOutput(printed, stdoutOf(again))) {
    return finding('the same output each time', `${shown(printed)}, then ${shown(stdoutOf(again))}`);
  }
  // A program may be meant to end in an error; one that does so before it prints a word is more likely misspelt.
  const isBroken = first.error !== null && printed.trim() === '';
  if (first.error !== null && (isBroken || !isSameOutput(answerKey.stdout, printed))) return finding('what the program prints', errorWords(first.error));
  if (!isSameOutput(answerKey.stdout, printed)) return finding(`what the program prints: ${shown(printed)}`, shown(answerKey.stdout));
  return NOTHING_FOUND;
}

/** Each right order is a program that its language can read, as far as that can be told. */
export async function proveOrders(prover: Prover, { language, options, answerKey }: ParsonsExercise): Promise<Proof> {
  const findings: ProofFinding[] = [];
  // Where indentation does not count none is given, and without it this language cannot be read.
  if (language === 'python' && !answerKey.indented) return NOTHING_FOUND;
  for (const [i, order] of answerKey.orders.slice(0, MOST_ORDERS).entries()) {
    const files = { [ENTRY]: linesText(options, order, language) };
    const { error } = await prover.run({ language, files, entry: ENTRY, stdin: '', limits: { wallMs: SYNTAX_MS } });
    if (error === null || !/^(?:Syntax|Indentation|Tab)Error$/.test(error.type) || OF_A_PART.test(error.message)) continue;
    findings.push({ what: 'order', path: ['orders', i], expected: 'lines that make a program', found: inALine(errorWords(error)) });
  }
  return { findings, isLate: false };
}

const ENTRY = 'main';
const MOST_ORDERS = 20;
/** A program that can be read has begun by then; what it does is not asked. */
const SYNTAX_MS = 2_000;
/** Lines that are right as a part of a function or a loop. */
const OF_A_PART = /outside|illegal return|illegal break|illegal continue|await is only valid/i;
const NOTHING_FOUND: Proof = { findings: [], isLate: false };

/** What has to be the same in two runs. */
const outcomeOf = ({ verdict, testResults }: Grade): string =>
  JSON.stringify([verdict, testResults.map(({ id, passed }) => [id, passed]).sort()]);
const told = (graded: Grade): string => (graded.verdict === 'PASSED' ? 'it passed' : `it did not pass (${gradeWords(graded)})`);

const stdoutOf = ({ output }: RunResult): string => output.map(({ stream, text }) => (stream === 'stdout' ? text : '')).join('');
const shown = (text: string): string => (text === '' ? 'nothing' : JSON.stringify(text));
