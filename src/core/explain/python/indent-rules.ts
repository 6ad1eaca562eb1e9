import { says, type Rule } from '../rule.ts';
import type { Place, SeenError } from '../seen-error.ts';
import { rulesOf } from './rule-of.ts';

const rule = rulesOf('IndentationError', 'TabError');

export const INDENT_RULES: readonly Rule[] = [
  rule('tabs-and-spaces', ({ type, lines, place }) => (type === 'TabError' || isMixed(lines.slice(0, place?.line ?? 0)) ? {} : null)),
  rule('block-empty', (seen) => {
    const params = blockOf(seen);
    return params !== null && isOnlyComment(seen, params.line) ? params : null;
  }, headerPlace),
  rule('block-not-indented', blockOf),
  rule('indented-from-the-start', ({ message, lines, place }) =>
    message === 'unexpected indent' && lines.slice(0, (place?.line ?? 1) - 1).every((text) => /^\s*(?:#.*)?$/.test(text)) ? {} : null,
  ),
  rule('indented-without-reason', ({ message, lines, place }) => {
    const before = message === 'unexpected indent' ? lines.slice(0, (place?.line ?? 1) - 1).findLast((text) => /^\s*[^\s#]/.test(text)) : undefined;
    return before === undefined ? null : { before: before.trim() };
  }),
  rule('indented-in-between', says(/^unindent does not match/)),
];

/** Which statement wants a block: `if`, and the line it is on. */
function blockOf({ message }: SeenError): { readonly word: string; readonly line: number } | null {
  const [, word, definition, line] = /^expected an indented block after (?:'(\w+\*?)' statement|(class|function) definition) on line (\d+)/.exec(message) ?? [];
  if (line === undefined) return null;
  return { word: word ?? (definition === 'class' ? 'class' : 'def'), line: Number(line) };
}

/** The block holds nothing, or a comment only. */
function isOnlyComment({ lines, place }: SeenError, header: number): boolean {
  const at = place?.line ?? header;
  const between = lines.slice(header, at - 1).filter((text) => text.trim() !== '');
  const here = lines[at - 1] ?? '';
  return at === header || here.trim() === '' || here.trim().startsWith('#') || between.some((text) => text.trim().startsWith('#'));
}

function headerPlace(seen: SeenError): Place | null {
  const line = blockOf(seen)?.line;
  return seen.place === null || line === undefined ? null : { file: seen.place.file, line };
}

const isMixed = (lines: readonly string[]): boolean => lines.some((text) => /^ *\t/.test(text)) && lines.some((text) => /^\t* /.test(text));
