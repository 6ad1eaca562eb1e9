import type { CheckResult, CodeError, Outcome, OutputChunk, RunResult, TestRun } from '../core/run-result.ts';
import type { TestInput } from './runner.ts';
import { MAX_PICTURES, readPicture, type NamedPicture } from './wire/read-picture.ts';
import { readTestRun } from './wire/read-report.ts';

/** Honest workers count by themselves and end at the limit; this bounds the others. */
const OUTPUT_SLACK_CHARS = 10_000;
const TAMPERING_CHARS = 500;

/** What was written, drawn and told of the tests, in a worker's words; all of them hostile. */
export interface Transcript {
  /** False: this was one character of output too many. */
  add(kind: string, text: string): boolean;
  /** A line the learner typed. */
  typed(line: string): void;
  /** The program begins anew: what it writes again has been told. */
  replayed(): void;
  /** A test that was still running ends as the job does. */
  close(outcome: Outcome, error: CodeError | null): Told;
}

export type Told = Pick<RunResult, 'output' | 'pictures'> & Pick<CheckResult, 'runs' | 'tampering'>;

export interface TranscriptOptions {
  readonly tests: readonly TestInput[];
  readonly maxChars: number;
  readonly readError: (raw: unknown) => CodeError | null;
  readonly onOutput: (chunk: OutputChunk) => void;
}

export function createTranscript({ tests, maxChars, readError, onOutput }: TranscriptOptions): Transcript {
  const output: { stream: OutputChunk['stream']; text: string }[] = [];
  const runs: TestRun[] = [];
  const untold = new Map(tests.map((test) => [test.id, test.kind]));
  const pictures = new Map<string, NamedPicture['picture']>();
  let tampering: string | null = null;
  let test: { readonly id: string; readonly kind: TestInput['kind']; from: number } | null = null;
  let charsWritten = 0;
  let charsToSkip = 0;

  const stdoutSince = (from: number): string =>
    output.reduce((text, chunk, index) => (index >= from && chunk.stream === 'stdout' ? text + chunk.text : text), '');
  const push = (stream: OutputChunk['stream'], text: string): void => {
    const last = output.length > (test?.from ?? 0) ? output.at(-1) : undefined;
    if (last?.stream === stream) last.text += text;
    else output.push({ stream, text });
    onOutput({ stream, text });
  };
  const write = (stream: 'stdout' | 'stderr', text: string): boolean => {
    const fresh = text.slice(charsToSkip);
    charsToSkip -= text.length - fresh.length;
    const allowed = fresh.slice(0, Math.max(0, maxChars + OUTPUT_SLACK_CHARS - charsWritten));
    charsWritten += allowed.length;
    if (allowed !== '') push(stream, allowed);
    return allowed === fresh;
  };
  const begin = (id: string): void => {
    const kind = untold.get(id);
    // Each test begins once: what was told of it stands.
    untold.delete(id);
    test = kind === undefined ? null : { id, kind, from: output.length };
  };
  const end = (text: string): void => {
    if (test === null) return;
    const { id, kind, from } = test;
    const speaksForItself = kind === 'assert' || kind === 'file';
    const run = readTestRun(text, { stdout: stdoutSince(from), readError, speaksForItself });
    if (run?.id === id) runs.push(run);
    // A file holds many tests, and says so for each.
    if (kind === 'file') test.from = output.length;
    else test = null;
  };
  const draw = (text: string): void => {
    const drawn = readPicture(text);
    if (drawn !== null && (pictures.has(drawn.name) || pictures.size < MAX_PICTURES)) pictures.set(drawn.name, drawn.picture);
  };
  /** What changed the tests may have changed their words. */
  const unlessTampered = (run: TestRun): TestRun =>
    tampering !== null && run.said?.status === 'passed' ? { ...run, said: { ...run.said, status: 'failed', message: tampering } } : run;

  return {
    add(kind, text) {
      if (kind === 'stdout' || kind === 'stderr') return write(kind, text);
      if (kind === 'test') begin(text);
      else if (kind === 'tested') end(text);
      else if (kind === 'picture') draw(text);
      else if (kind === 'tampered') tampering ??= text.slice(0, TAMPERING_CHARS);
      return true;
    },
    typed: (line) => push('stdin', `${line}\n`),
    replayed() {
      charsToSkip = output.reduce((sum, chunk) => (chunk.stream === 'stdin' ? sum : sum + chunk.text.length), 0);
    },
    close(outcome, error) {
      const isUnderWay = test !== null && !(test.kind === 'file' && outcome === 'finished');
      const last = test !== null && isUnderWay ? [underWay(test.id, outcome, stdoutSince(test.from), error)] : [];
      return { output, pictures: [...pictures.values()], runs: [...runs, ...last].map(unlessTampered), tampering };
    },
  };
}

const underWay = (id: string, outcome: Outcome, stdout: string, error: CodeError | null): TestRun => ({ id, outcome, value: null, stdout, error, said: null });
