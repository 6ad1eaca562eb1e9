import { expect, it } from 'vitest';
import type { Exercise } from '../../../../db/models/exercise.ts';
import type { CheckResult, RunResult, TestRun } from '../../../../src/core/run-result.ts';
import { parseCourse } from '../../../../src/packs/source/parse-course.ts';
import type { CheckJob, RunJob } from '../../../../src/runner/runner.ts';
import { proveCourse, type ExerciseProof, type Proving } from '../../../../src/services/prove/prove-course.ts';
import type { Prover } from '../../../../src/services/prove/prove-code.ts';
import { courseOf, GREEN } from '../../cli/author/course-folder.ts';

/** A code exercise whose solution, starter and mistake are programs of the prover below. */
const code = (solution: string, starter: string, mistake: string, id = 'leaves.pick'): string => `
id: ${id}
type: CODE_COMPLETION
prompt: Pick a leaf.
starter: "${starter}"
solution: "${solution}"
tests: [{ id: one, name: one leaf, call: pick(), expect: "1" }]
hints: [Which one?]
mistakes: [{ answer: "${mistake}", say: Not that one. }]
`;
const predict = (program: string, stdout: string): string => `
id: leaves.print
type: PREDICT_OUTPUT
prompt: What does it print?
code: "${program}"
stdout: "${stdout}"
hints: [Read it.]
`;
const PARSONS = `
id: leaves.order
type: PARSONS
prompt: Put it in order.
blocks: [{ id: a, code: "if leaf:" }, { id: b, code: "print(1)" }]
orders: [[a, b@1], [b, a]]
hints: [Begin.]
`;

function exercisesOf(...sources: string[]): Proving['exercises'] {
  const course = parseCourse(courseOf(...sources));
  if (!course.ok) throw new Error(JSON.stringify(course.error.findings));
  return course.value.exercises;
}

const finished = { output: [], pictures: [], error: null, activeMs: 1 };
const failing = (type: string): RunResult['error'] => ({ type, message: 'no', line: 2, frames: [] });

/** `give N` gives N; `say N` prints it; `turn` does another thing each time; `late` is stopped; `lateFirst` once. */
function prover(): Prover & { ran: number } {
  let turns = 0;
  const programOf = ({ files, entry }: CheckJob | RunJob): string[] => (files[entry] ?? '').trim().split(' ');
  const made = {
    ran: 0,
    check(job: CheckJob): Promise<CheckResult> {
      made.ran += 1;
      const [verb, value = ''] = programOf(job);
      turns += 1;
      const isLate = verb === 'late' || (verb === 'lateFirst' && turns === 1);
      const digits = verb === 'turn' ? String(turns % 2) : verb === 'lateFirst' ? '1' : value;
      const run: TestRun = { id: 'one', outcome: 'finished', value: { kind: 'integer', digits }, stdout: '', error: null, said: null };
      return Promise.resolve({ outcome: isLate ? 'timed-out' : 'finished', runs: isLate ? [] : [run], error: null, tampering: null, activeMs: 1 });
    },
    run(job: RunJob): Promise<RunResult> {
      made.ran += 1;
      turns += 1;
      const [verb, value = ''] = programOf(job);
      if (job.files[job.entry]?.startsWith('print(1)\nif')) return Promise.resolve({ ...finished, outcome: 'error', error: failing('SyntaxError') });
      if (verb === 'say' || verb === 'sayAndFail') {
        const error = verb === 'say' ? null : failing('NameError');
        return Promise.resolve({ ...finished, outcome: error === null ? 'finished' : 'error', error, output: [{ stream: 'stdout', text: `${value}\n` }] });
      }
      if (verb === 'turn') return Promise.resolve({ ...finished, outcome: 'finished', output: [{ stream: 'stdout', text: String(turns) }] });
      return Promise.resolve({ ...finished, outcome: 'error', error: failing('NameError') });
    },
  };
  return made;
}

const prove = (exercises: Proving['exercises'], more: Partial<Proving> = {}): Promise<ExerciseProof[]> =>
  proveCourse({ exercises, provers: [prover()], signal: new AbortController().signal, ...more });

async function findings(...sources: string[]): Promise<string[]> {
  const proofs = await prove(exercisesOf(...sources));
  return proofs.flatMap((proof) => proof.findings).map(({ path, expected, found }) => `${path.join('.')}: ${expected} / ${found}`);
}

it('finds nothing where every promise is kept, and gives the proofs in the order of the exercises', async () => {
  const proofs = await prove(exercisesOf(GREEN, code('give 1', 'give 0', 'give 2'), predict('say hi', 'hi')));
  expect(proofs.map(({ id, type, ok, findings: all }) => [id, type, ok, all])).toEqual([
    ['tea:leaves.green', 'TRUE_FALSE', true, []],
    ['tea:leaves.pick', 'CODE_COMPLETION', true, []],
    ['tea:leaves.print', 'PREDICT_OUTPUT', true, []],
  ]);
});

it('finds a solution that does not pass, with the check that it misses, though it be hidden', async () => {
  expect(await findings(code('give 3', 'give 0', 'give 2'))).toEqual(['solution: a solution that passes every check / one leaf: expected 1, got 3']);
});

it('finds a starter, and a known mistake, that pass', async () => {
  expect(await findings(code('give 1', 'give 01', 'give 1 indeed'))).toEqual(['mistakes.0.answer: a wrong answer / one that passes every check']);
  expect(await findings(code('give 1', 'give 1 now', 'give 2'))).toEqual(['starter: a starter that does not pass yet / one that passes every check']);
});

it('finds a solution, and a program, that fares differently each time', async () => {
  expect(await findings(code('turn', 'give 0', 'give 2'))).toEqual([
    'solution: the same outcome each time / it passed, then it did not pass (one leaf: expected 1, got 0)',
  ]);
  expect(await findings(predict('turn', '1'))).toEqual(['stdout: the same output each time / "1", then "2"']);
});

it('finds a program that prints other words than promised, or fails before it prints a word', async () => {
  expect(await findings(predict('say hi', 'ho'))).toEqual(['stdout: what the program prints: "hi\\n" / "ho"']);
  expect(await findings(predict('sya hi', 'hi'))).toEqual(['stdout: what the program prints / NameError: no (line 2)']);
  expect(await findings(predict('sayAndFail hi', 'hi'))).toEqual([]);
});

it('finds an order that its language cannot read', async () => {
  expect(await findings(PARSONS)).toEqual(['orders.1: lines that make a program / SyntaxError: no (line 2)']);
});

it('gives what was stopped by its limit another try by itself, and tells what is too slow even then', async () => {
  const [one, two] = [prover(), prover()];
  const proofs = await prove(exercisesOf(code('lateFirst', 'give 0', 'give 2'), code('late', 'give 0', 'give 2', 'leaves.slow')), { provers: [one, two] });
  expect(proofs.map(({ findings: all }) => all.map(({ found }) => found))).toEqual([[], ['not done in time']]);
});

it('runs nothing more once it is told to stop, and gives what was done', async () => {
  const stop = new AbortController();
  const exercises = exercisesOf(...['a', 'b', 'c'].map((id) => code('give 1', 'give 0', 'give 2', id)));
  const proofs = await prove(exercises, { signal: stop.signal, onDone: () => stop.abort() });
  expect(proofs.map(({ id }) => id)).toEqual(['tea:a']);
});

it('refuses to leave code unproved for want of a prover', async () => {
  await expect(prove(exercisesOf(code('give 1', 'give 0', 'give 2')), { provers: [] })).rejects.toThrow(TypeError);
  expect(await prove(exercisesOf(GREEN), { provers: [] })).toHaveLength(1);
});

it('asks of every type of exercise what is right and what is wrong', async () => {
  const broken = exercisesOf(GREEN).map((row) => ({ ...row, type: 'SHORT_TEXT', options: null, mistakes: [], answerKey: { accepted: ['yes'], patterns: ['.*', '('], caseSensitive: false } }) as unknown as Exercise);
  const [proof] = await prove(broken);
  expect(proof?.findings.map(({ what, expected, found }) => [what, expected, found])).toEqual([['wrong answer', 'that an empty answer is graded wrong', 'that it passes']]);
});
