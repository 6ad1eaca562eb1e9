import { isRecord } from '../../../core/json.ts';
import type { CodeError } from '../../../core/run-result.ts';
import { isString } from '../../wire/plain.ts';
import type { Crash } from '../../sandbox/messages.ts';
import type { Place } from './compile.ts';

/** An error as the harness sends it: V8's own stack, to be read against the places of the learner's lines. */
export function locateError(raw: unknown, places: readonly Place[]): CodeError | null {
  if (!isRecord(raw) || !isString(raw.type) || !isString(raw.message)) return null;
  const stack = isString(raw.stack) ? raw.stack : '';
  const frames = framesOf(stack, places);
  return { type: raw.type.slice(0, 200), message: raw.message.slice(0, 2000), line: frames.at(-1)?.line ?? null, frames };
}

/** An early error: V8 alone sees a name declared twice, say. It comes as the crash of a script that never ran. */
export function locateCrash({ message, line }: Crash, places: readonly Place[]): CodeError | null {
  const [, words] = /^Uncaught SyntaxError: ([^]*)$/.exec(message) ?? [];
  if (words === undefined) return null;
  const at = placeOf(line, places);
  return { type: 'SyntaxError', message: words, line: at?.line ?? null, frames: at === null ? [] : [{ ...at, name: '' }] };
}

/** Outermost first; V8 begins with the innermost: `    at add (blob:null/…:57:9)`. */
function framesOf(stack: string, places: readonly Place[]): CodeError['frames'] {
  const frames = [...stack.matchAll(/^ {4}at (?:(.*) \()?blob:[^\s:]*:?[^\s:]*:(\d+):\d+\)?$/gm)].flatMap(([, name = '', line]) => {
    const at = placeOf(Number(line), places);
    return at === null ? [] : [{ ...at, name: nameOf(name) }];
  });
  return frames.reverse();
}

function placeOf(line: number, places: readonly Place[]): { file: string; line: number } | null {
  const place = places.find(({ firstLine, lineCount }) => line >= firstLine && line < firstLine + lineCount);
  return place === undefined ? null : { file: place.file, line: line - place.firstLine + 1 };
}

/** V8 says `async add`, `new Point`, `Object.main.js` for the file's own function. */
function nameOf(name: string): string {
  const bare = name.replace(/^async /, '').replace(/^Object\./, '').replace(/ \[as .*\]$/, '');
  return /\.[cm]?js$/.test(bare) || bare === '<anonymous>' ? '' : bare;
}
