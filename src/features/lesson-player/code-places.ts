import type { CodeFiles } from '../../../db/models/exercise.ts';
import type { CodeError } from '../../core/run-result.ts';

/** A line of the learner's code, from 1. */
export interface CodePlace {
  readonly file: string;
  readonly line: number;
}

/** Where an error came by, as shown. */
export interface ErrorPlace extends CodePlace {
  /** The function it is in; '' for the file itself. */
  readonly name: string;
  /** What stands there, without its indentation; null where there is no such line. */
  readonly source: string | null;
}

/** Where an error is: innermost first, then who called; lines of files that are not the learner's are left out. */
export function errorPlaces(error: CodeError, entry: string, files: CodeFiles): readonly ErrorPlace[] {
  const frames = [...error.frames].reverse();
  const isAtFrame = frames[0] === undefined || frames[0].line === error.line || error.line === null;
  // A syntax error has a line and no frame of its own.
  const own = isAtFrame && frames.length > 0 ? [] : error.line === null ? [] : [{ file: frames[0]?.file ?? entry, line: error.line, name: '' }];
  return [...own, ...frames]
    .filter(({ file }) => Object.hasOwn(files, file))
    .map(({ file, line, name }) => ({ file, line, name, source: sourceLine(files[file] ?? '', line) }));
}

function sourceLine(text: string, line: number): string | null {
  const source = text.split('\n')[line - 1]?.trim();
  return source === undefined || source === '' ? null : source;
}

/** Of many places the innermost and the outermost; `left` counts those between. */
export function fewPlaces<T>(places: readonly T[]): { readonly first: readonly T[]; readonly left: number; readonly last: readonly T[] } {
  if (places.length <= INNER + OUTER + 1) return { first: places, left: 0, last: [] };
  return { first: places.slice(0, INNER), left: places.length - INNER - OUTER, last: places.slice(-OUTER) };
}
const INNER = 3;
const OUTER = 2;
