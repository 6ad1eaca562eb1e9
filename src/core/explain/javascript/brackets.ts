import { tokenAt, type Token } from './tokens.ts';

const CLOSERS: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };
const OPENERS: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };

export const closerOf = (opener: string): string => CLOSERS[opener] ?? '';

/** What is wrong with a program's brackets: the first that does not fit, or else those that nothing closes. */
export interface Balance {
  /** Opened and never closed, outermost first. */
  readonly unclosed: readonly Token[];
  /** Closes nothing. */
  readonly extra: Token | null;
  /** Closes another kind than what is open. */
  readonly mismatch: { readonly open: Token; readonly close: Token } | null;
  /** The one to look at first: the indentation says that it was meant to close before. */
  readonly suspect: Token | null;
}

export function balanceOf(tokens: readonly Token[], lines: readonly string[]): Balance {
  const open: Token[] = [];
  let suspect: Token | null = null;
  for (const [index, token] of tokens.entries()) {
    if (token.kind !== 'sign') continue;
    if (token.text in CLOSERS) open.push(token);
    if (!(token.text in OPENERS)) continue;
    const last = open.pop();
    if (last === undefined) return { unclosed: [], extra: token, mismatch: null, suspect: null };
    if (last.text !== OPENERS[token.text]) return { unclosed: [...open, last], extra: null, mismatch: { open: last, close: token }, suspect };
    // A brace that closes one of a line further in: a brace in between was forgotten.
    const startsLine = tokens[index - 1]?.line !== token.line;
    if (token.text === '}' && startsLine && indentOf(lines, token.line) < indentOf(lines, last.line)) suspect ??= last;
  }
  return { unclosed: open, extra: null, mismatch: null, suspect: open.length === 0 ? null : (suspect ?? open.at(-1) ?? null) };
}

/** The index of the bracket that belongs to the one at `index`, looking the way it points; -1: none. */
export function partnerOf(tokens: readonly Token[], index: number): number {
  const step = tokenAt(tokens, index).text in CLOSERS ? 1 : -1;
  let depth = 0;
  for (let at = index; at >= 0 && at < tokens.length; at += step) {
    const { kind, text } = tokenAt(tokens, at);
    if (kind !== 'sign') continue;
    if (text in CLOSERS) depth += step;
    if (text in OPENERS) depth -= step;
    if (depth === 0) return at;
  }
  return -1;
}

const indentOf = (lines: readonly string[], line: number): number => /^\s*/.exec(lines[line - 1] ?? '')?.[0].length ?? 0;
