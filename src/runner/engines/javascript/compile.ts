import { transform } from 'sucrase';
import type { CodeError } from '../../../core/run-result.ts';
import { fail, ok, type Result } from '../../../core/result.ts';
import type { Program, Unstartable } from '../engine.ts';

/** A program as one script's text, and where in it each file's lines went. */
export interface Compiled {
  readonly text: string;
  readonly places: readonly Place[];
}

/** Lines count from 1. */
export interface Place {
  readonly file: string;
  /** The script's line that holds the file's first. */
  readonly firstLine: number;
  readonly lineCount: number;
}

/**
 * The learner's files as CommonJS functions in one script (`eval` is dead in the sandbox), after `before`. The call
 * expressions of a check stand at the end of the entry's function, where they see its names; they come back as an
 * array of functions. Lines keep their numbers; all of it is strict, as modules are.
 */
export function compileProgram({ files, entry, task }: Program, before: string): Result<Compiled, Unstartable> {
  const calls = task.kind === 'check' ? task.tests.flatMap((test) => (test.kind === 'call' ? [test.call] : [])) : [];
  const places: Place[] = [];
  let text = `${before}\nstartHarness({`;
  for (const [file, source] of Object.entries(files)) {
    const isEntry = file === entry;
    const module = moduleOf(file, source, isEntry ? calls : []);
    if (!module.ok) return fail({ type: 'Unstartable', error: module.error.error });
    // The entry may await; the others are required, which cannot wait.
    text += `\n${JSON.stringify(file)}: function (exports, require, module) { return (${isEntry ? 'async ' : ''}() => {\n`;
    places.push({ file, firstLine: lineCount(text), lineCount: lineCount(source) });
    text += `${module.value}\n})(); },`;
  }
  return ok({ text: `${text}\n});`, places });
}

function moduleOf(file: string, source: string, calls: readonly string[]): Result<string, Unstartable> {
  if (file.endsWith('.json')) return jsonModule(file, source);
  try {
    toCommonJs(source);
  } catch (error) {
    return fail({ type: 'Unstartable', error: syntaxError(file, error) });
  }
  try {
    for (const call of calls) toCommonJs(`(\n${call}\n);`);
    const functions = calls.map((call) => `async () => (\n${call}\n)`);
    return ok(toCommonJs(`${source}\n;return [${functions.join(',\n')}];`));
  } catch (error) {
    // The author's fault, not the learner's: their file has just been read without one.
    return fail({ type: 'Unstartable', error: { ...syntaxError(file, error), line: null, frames: [] } });
  }
}

function jsonModule(file: string, source: string): Result<string, Unstartable> {
  try {
    return ok(`module.exports = ${JSON.stringify(JSON.parse(source))};`);
  } catch (error) {
    return fail({ type: 'Unstartable', error: { ...syntaxError(file, error), line: null, frames: [] } });
  }
}

const toCommonJs = (source: string): string =>
  transform(source, { transforms: ['imports'], preserveDynamicImport: true, disableESTransforms: true }).code;

/** Sucrase puts the place behind its message: `Unexpected token (2:9)`. */
function syntaxError(file: string, thrown: unknown): CodeError {
  const raw = thrown instanceof Error ? thrown.message : String(thrown);
  const [, words = raw, digits] = /^([^]*?)(?: \((\d+):\d+\))?$/.exec(raw) ?? [];
  const line = digits === undefined ? null : Number(digits);
  const frames = line === null ? [] : [{ file, line, name: '' }];
  return { type: 'SyntaxError', message: words.replace(/^Error transforming .*?: /, ''), line, frames };
}

const lineCount = (text: string): number => text.split('\n').length;
