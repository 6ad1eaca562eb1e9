import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CodeError } from '../../../../../src/core/run-result.ts';
import { explain, type Explanation } from '../../../../../src/core/explain/explain.ts';
import { JAVASCRIPT_RULES } from '../../../../../src/core/explain/javascript/rules.ts';
import { seeError, type Program } from '../../../../../src/core/explain/seen-error.ts';

/** A program with the mistake that a rule knows. */
export interface Mistake {
  readonly rule: string;
  /** Where the explanation points; null: nowhere. */
  readonly line: number | null;
  /** Only the way that checks are run tells this error. */
  readonly isChecked: boolean;
  readonly program: Program;
  /** As a browser told it once: so it can be explained without one. At most the 8 innermost frames. */
  readonly error: CodeError;
}

/** All of `programs/*.txt`: `=== rule @line`, the program, `--- name` before each further file, `>>>` and the error. */
export function readMistakes(): Mistake[] {
  const folder = join(import.meta.dirname, 'programs');
  return readdirSync(folder).flatMap((file) => readFileSync(join(folder, file), 'utf8').split(/^=== /m).slice(1).map(toMistake));
}

function toMistake(block: string): Mistake {
  const [, rule = '', line, check] = /^(\S+)(?: @(\d+))?(?: (check))?\n/.exec(block) ?? [];
  const [text = '', error = ''] = block.slice(block.indexOf('\n') + 1).split(/^>>> /m);
  const [code = '', ...more] = text.split(/^--- (\S+)\n/m);
  const entry = code.startsWith('// TypeScript') ? 'main.ts' : 'main.js';
  const files: Record<string, string> = { [entry]: withoutEnd(code) };
  for (let i = 0; i < more.length; i += 2) files[more[i] ?? ''] = withoutEnd(more[i + 1] ?? '');
  return {
    rule: `javascript-${rule}`,
    line: line === undefined ? null : Number(line),
    isChecked: check !== undefined,
    program: { language: entry === 'main.ts' ? 'typescript' : 'javascript', files, entry },
    error: JSON.parse(error) as CodeError,
  };
}

const withoutEnd = (text: string): string => text.replace(/\n$/, '');

export const explained = (error: CodeError | null, program: Program): Explanation | null =>
  error === null ? null : explain(seeError(error, program), JAVASCRIPT_RULES);
