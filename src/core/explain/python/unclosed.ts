import type { Place, SeenError } from '../seen-error.ts';
import { openBrackets, outerTokens, tokensOf, type Token } from './tokens.ts';
import { STATEMENT_WORDS } from './vocabulary.ts';

/** The innermost bracket that is open when the line of the error ends, its line told from the file's beginning. */
export function unclosedBefore({ lines, place, message }: SeenError): Token | null {
  if (place === null) return null;
  const [, named] = /^'(.)' was never closed/.exec(message) ?? [];
  const open = openBrackets(tokensOf(lines.slice(0, place.line).join('\n')));
  return (named === undefined ? open.at(-1) : open.findLast(({ text, line }) => text === named && line === place.line)) ?? null;
}

/** Whether Python says so, or stumbled over what came next: a colon, or a line that begins as a statement does. */
export function isUnclosedHere(seen: SeenError): boolean {
  if (/^'[([{]' was never closed/.test(seen.message)) return unclosedBefore(seen)?.text !== undefined;
  if (!seen.message.startsWith("invalid syntax") || seen.place === null) return false;
  const open = unclosedBefore(seen);
  if (open === null) return false;
  const first = /^\s*(\w+)/.exec(seen.source)?.[1] ?? '';
  if (open.line < seen.place.line) return STATEMENT_WORDS.includes(first) || /^\s*\w+\s*(?:=[^=]|\()/.test(seen.source);
  return /:\s*(?:#.*)?$/.test(seen.source) && STATEMENT_WORDS.includes(first) && outerTokens(tokensOf(seen.source)).every(({ text }) => text !== ':');
}

export const brokenAt = ({ place }: SeenError, line: number | undefined): Place | null =>
  place === null || line === undefined ? place : { file: place.file, line };
