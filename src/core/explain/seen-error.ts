import type { CodeLanguage } from '../../../db/models/enums.ts';
import type { CodeFiles } from '../../../db/models/exercise.ts';
import type { CodeError } from '../run-result.ts';

/** A line of the learner's code, from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
}

/** The program that an error came out of. */
export interface Program {
  readonly language: CodeLanguage;
  readonly files: CodeFiles;
  /** The file that was run. */
  readonly entry: string;
}

/** An error with all that an explanation of it may look at. */
export interface SeenError extends Program {
  readonly type: string;
  readonly message: string;
  /** The innermost line of the learner's own; null when there is none. */
  readonly place: Place | null;
  /** What stands there, indentation and all; '' when there is no such line. */
  readonly source: string;
  /** All lines of the file it is in: the entry's when there is no place. */
  readonly lines: readonly string[];
  /** As in `CodeError`: the learner's own code only, outermost first. */
  readonly frames: CodeError['frames'];
}

export function seeError(error: CodeError, program: Program): SeenError {
  const place = placeOf(error, program);
  const lines = (program.files[place?.file ?? program.entry] ?? '').split(/\r?\n/);
  const source = place === null ? '' : (lines[place.line - 1] ?? '');
  return { ...program, type: error.type, message: error.message, place, source, lines, frames: error.frames };
}

/** A syntax error of JavaScript has a line and no frame of its own. */
function placeOf({ line, frames }: CodeError, { entry, files }: Program): Place | null {
  const own = frames.filter(({ file }) => Object.hasOwn(files, file));
  const last = own.at(-1);
  if (line !== null && last?.line !== line) return { file: last?.file ?? entry, line };
  return last === undefined ? null : { file: last.file, line: last.line };
}
