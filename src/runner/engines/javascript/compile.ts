import type { CodeError } from '../../../core/run-result.ts';
import { fail, ok, type Result } from '../../../core/result.ts';
import type { TestInput } from '../../runner.ts';
import type { Program, Unstartable } from '../engine.ts';
import { TEST_GLOBALS } from './inside/test-globals.ts';
import { isTypeScript, moduleText, toScript } from './module-text.ts';

/** A program as the end of one script, and where in the whole of it each file's lines went. */
export interface Compiled {
  readonly text: string;
  /** Whether `testing` comes between it and the harness. */
  readonly needsTesting: boolean;
  /** The learner's own files. */
  readonly places: readonly Place[];
  /** For each test, the script's line that holds the first of its code; null where it has no lines of its own. */
  readonly testLines: readonly (number | null)[];
}

/** Lines count from 1. */
export interface Place {
  readonly file: string;
  /** The script's line that holds the file's first. */
  readonly firstLine: number;
  readonly lineCount: number;
}

/** How many lines of the sandbox's own script come before. */
export type LinesBefore = (needsTesting: boolean) => number;

type Block = Extract<TestInput, { kind: 'call' | 'assert' }>;

/**
 * The learner's files as CommonJS functions in one script (`eval` is dead in the sandbox). Calls
 * and assert blocks stand at the end of the entry's function, where they see its names; they come back as an array of
 * functions, with `token` to show that it is ours: a `return` of the learner's comes before. A file of tests is a function apart: what it is given (`test`, `expect` …) no file of the learner's can
 * reach. Lines keep their numbers; all of it is strict, as modules are: the script before it says so.
 */
export function compileProgram({ files, entry, task }: Program, linesBefore: LinesBefore, token: string): Result<Compiled, Unstartable> {
  const tests = task.kind === 'check' ? task.tests : [];
  const blocks = tests.filter((test): test is Block => test.kind === 'call' || test.kind === 'assert');
  const places: Place[] = [];
  const lines = new Map<string, number>();
  const needsTesting = needsTests(tests) || Object.values(files).some((source) => ASSERT_MODULE.test(source));
  const before = linesBefore(needsTesting);
  let text = 'startHarness({';
  for (const [file, source] of Object.entries(files)) {
    const module = moduleText(file, source);
    if (!module.ok) return unstartable(module.error);
    // Read alone first: no bracket of the learner's may close what is put around it.
    const more = file === entry ? blocksText(file, source, blocks, token) : ok({ code: module.value, lines: [] });
    if (!more.ok) return unstartable(withoutLine(more.error));
    text += `\n${JSON.stringify(file)}: function (exports, require, module) { return (${wrapper(file, source)}() => {\n`;
    const firstLine = before + lineCount(text);
    places.push({ file, firstLine, lineCount: lineCount(source) });
    more.value.lines.forEach((line, index) => lines.set(blocks[index]?.id ?? '', firstLine + line));
    text += `${more.value.code}\n})(); },`;
  }
  text += '\n}, {';
  for (const test of tests) {
    if (test.kind !== 'file') continue;
    const module = moduleText(test.file, test.source);
    // The author's fault, not the learner's.
    if (!module.ok) return unstartable(withoutLine(module.error));
    text += `\n${JSON.stringify(test.id)}: function (exports, require, module, ${TEST_GLOBALS.join(', ')}) {`;
    text += ` return (${wrapper(test.file, test.source)}() => {\n`;
    lines.set(test.id, before + lineCount(text));
    text += `${module.value}\n})(); },`;
  }
  const testing = needsTesting ? 'createTesting' : 'null';
  return ok({ text: `${text}\n}, ${testing});`, needsTesting, places, testLines: tests.map(({ id }) => lines.get(id) ?? null) });
}

const needsTests = (tests: readonly TestInput[]): boolean => tests.some(({ kind }) => kind === 'assert' || kind === 'file');
const ASSERT_MODULE = /['"](?:node:)?assert(?:\/strict)?['"]/;

/** A file that may wait at its top; those that never do are plain functions, so that what they throw reaches who requires them. */
const wrapper = (file: string, source: string): string => (!file.endsWith('.json') && /\bawait\b/.test(source) ? 'async ' : '');

/** The entry's code with an array of the blocks' functions behind it, and the line of each, counted from the entry's first as 0. */
function blocksText(file: string, source: string, blocks: readonly Block[], token: string): Result<{ code: string; lines: readonly number[] }, CodeError> {
  const ts = isTypeScript(file);
  let tail = `\n;return { token: ${JSON.stringify(token)}, blocks: [`;
  const lines: number[] = [];
  for (const block of blocks) {
    const alone = toScript(file, block.kind === 'call' ? `(\n${block.call}\n);` : `async () => {\n${block.code}\n};`, ts);
    if (!alone.ok) return alone;
    tail += block.kind === 'call' ? 'async () => (\n' : 'async (assert, expect) => {\n';
    lines.push(lineCount(source + tail) - 1);
    tail += block.kind === 'call' ? `${block.call}\n),\n` : `${block.code}\n},\n`;
  }
  const code = toScript(file, `${source}${tail}] };`, ts);
  return code.ok ? ok({ code: code.value, lines }) : code;
}

const lineCount = (text: string): number => text.split('\n').length;
const withoutLine = (error: CodeError): CodeError => ({ ...error, line: null, frames: [] });
const unstartable = (error: CodeError): Result<never, Unstartable> => fail({ type: 'Unstartable', error });
