import { readdirSync, readFileSync } from 'node:fs';
import type { CodeFiles } from '../../../../../db/models/exercise.ts';

/** A program that raises an error, and the rule that has to know it. */
export interface Wrong {
  readonly rule: string;
  /** The line that the explanation leads to; null: none. */
  readonly line: number | null;
  readonly stdin: string;
  readonly files: CodeFiles;
}

const FOLDER = 'tests/src/core/explain/python/programs';

/** `programs/*.txt`: programs with a line of dashes between, each below its rule, line and input; more files follow `#file:`. */
export const WRONG_PROGRAMS: readonly Wrong[] = readdirSync(FOLDER).flatMap((name) =>
  readFileSync(`${FOLDER}/${name}`, 'utf8').split(/^----\n/m).map(readProgram),
);

function readProgram(text: string): Wrong {
  const [, head = '', body = ''] = /^((?:#(?:rule|line|in): .*\n)+)([\s\S]*)$/.exec(text) ?? [];
  const told = (key: string): string | null => new RegExp(`^#${key}: (.*)$`, 'm').exec(head)?.[1] ?? null;
  const [main = '', ...others] = body.split(/^#file: (.*)\n/m);
  const files: Record<string, string> = { 'main.py': main };
  for (let i = 0; i < others.length; i += 2) files[others[i] ?? ''] = others[i + 1] ?? '';
  const line = told('line');
  return { rule: told('rule') ?? '', line: line === null ? null : Number(line), stdin: told('in')?.replaceAll('|', '\n').concat('\n') ?? '', files };
}
