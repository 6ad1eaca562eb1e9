import type { SeenError } from '../seen-error.ts';
import { partnerOf } from './brackets.ts';
import { declarationsOf, type Declaration } from './declarations.ts';
import { GLOBALS } from './known-names.ts';
import { tokenAt, tokensOf } from './tokens.ts';

/** Names that this file makes, each once, then JavaScript's own. */
export const namesIn = (lines: readonly string[]): string[] => [...new Set([...declarationsOf(lines).map(({ name }) => name), ...GLOBALS])];

export const declarationsIn = (lines: readonly string[], name: string): readonly Declaration[] => declarationsOf(lines).filter((one) => one.name === name);

/** The tokens of the name on the error's line, by their indices. */
export function usesOnLine({ lines, place }: SeenError, name: string): number[] {
  return tokensOf(lines).flatMap(({ kind, text, line }, at) => (kind === 'name' && text === name && line === place?.line ? [at] : []));
}

export interface ClassMember {
  readonly name: string;
  readonly of: string;
  readonly line: number;
  readonly isStatic: boolean;
  readonly kind: 'method' | 'getter' | 'field';
}

/** Methods, getters and fields of the classes in a file, and what they give `this`. */
export function membersOf(lines: readonly string[]): ClassMember[] {
  const tokens = tokensOf(lines);
  const found: ClassMember[] = [];
  for (const [at, { text }] of tokens.entries()) {
    if (text !== 'class') continue;
    const of = tokens[at + 1]?.kind === 'name' ? (tokens[at + 1]?.text ?? '') : '';
    let open = at + 1;
    while (open < tokens.length && tokens[open]?.text !== '{') open++;
    const end = partnerOf(tokens, open);
    let depth = 0;
    for (let index = open + 1; index < (end === -1 ? tokens.length : end); index++) {
      const { kind, text: word, line } = tokens[index] ?? { kind: 'sign', text: '', line: 0 };
      const before = tokens[index - 1]?.text ?? '';
      const after = tokens[index + 1]?.text ?? '';
      if (depth > 0 && kind === 'name' && before === '.' && tokens[index - 2]?.text === 'this' && after === '=') {
        found.push({ name: word, of, line, isStatic: false, kind: 'field' });
      } else if (depth === 0 && kind === 'name' && ['(', '=', ';'].includes(after) && before !== '=') {
        const words = [before, tokens[index - 2]?.text ?? ''];
        found.push({ name: word, of, line, isStatic: words.includes('static'), kind: after !== '(' ? 'field' : before === 'get' ? 'getter' : 'method' });
      }
      if (['{', '(', '['].includes(word)) depth += 1;
      if (['}', ')', ']'].includes(word)) depth -= 1;
    }
  }
  return found;
}

/** The name of the class whose braces a line lies in; null: none. */
export function classAround(lines: readonly string[], line: number): string | null {
  const tokens = tokensOf(lines);
  for (const [at, token] of tokens.entries()) {
    if (token.text !== 'class' || token.line > line) continue;
    let open = at + 1;
    while (open < tokens.length && tokens[open]?.text !== '{') open++;
    const end = partnerOf(tokens, open);
    if (end === -1 || tokenAt(tokens, end).line >= line) return tokens[at + 1]?.kind === 'name' ? tokenAt(tokens, at + 1).text : '';
  }
  return null;
}
