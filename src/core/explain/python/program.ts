import type { SeenError } from '../seen-error.ts';
import { tokensOf, type Token } from './tokens.ts';
import { KEYWORDS } from './vocabulary.ts';

/** A function or method of the program. */
export interface Def {
  readonly name: string;
  /** From 1; `end` is its last line. */
  readonly line: number;
  readonly end: number;
  readonly params: readonly string[];
  /** The class it is a method of. */
  readonly className: string | null;
  readonly body: string;
  /** It gives something back somewhere. */
  readonly returns: boolean;
}

const indentOf = (line: string): number => /^[ \t]*/.exec(line)?.[0].replaceAll('\t', '        ').length ?? 0;
const isCode = (line: string): boolean => /^[ \t]*[^\s#]/.test(line);

/** The functions and methods of a file, in order. */
export function defsIn(lines: readonly string[]): Def[] {
  return lines.flatMap((text, i) => {
    const [, name] = /^\s*(?:async\s+)?def\s+(\w+)/.exec(text) ?? [];
    if (name === undefined) return [];
    const last = lastLineOf(lines, i);
    const body = lines.slice(i + 1, last + 1).join('\n');
    const [, params = ''] = /def\s+\w+\s*\(([\s\S]*?)\)\s*(?:->[^:]*)?:/.exec(lines.slice(i, last + 1).join('\n')) ?? [];
    const rest = text.slice(text.indexOf(':') + 1);
    const returns = /\b(?:return[ \t(]+[^\s#]|yield\b)/.test(`${rest}\n${body}`);
    return [{ name, line: i + 1, end: last + 1, params: paramNames(params), className: classAround(lines, i), body, returns }];
  });
}

/** The innermost function around a line. */
export const defAround = (lines: readonly string[], line: number): Def | null =>
  defsIn(lines).filter((def) => def.line < line && line <= def.end).at(-1) ?? null;

/** The class that the line (from 0) is written in. */
export function classAround(lines: readonly string[], index: number): string | null {
  const indent = indentOf(lines[index] ?? '');
  for (let i = index - 1; i >= 0; i--) {
    const text = lines[i] ?? '';
    if (!isCode(text) || indentOf(text) >= indent) continue;
    return /^\s*class\s+(\w+)/.exec(text)?.[1] ?? (indentOf(text) === 0 ? null : classAround(lines, i));
  }
  return null;
}

function lastLineOf(lines: readonly string[], start: number): number {
  const indent = indentOf(lines[start] ?? '');
  let last = start;
  for (let i = start + 1; i < lines.length; i++) {
    const text = lines[i] ?? '';
    if (!isCode(text)) continue;
    if (indentOf(text) <= indent && !/^\s*[)\]}]/.test(text)) break;
    last = i;
  }
  return last;
}

const paramNames = (text: string): string[] =>
  text.split(',').flatMap((part) => /^\s*\*{0,2}(\w+)/.exec(part)?.[1] ?? []);

/** Names that the program gives something to: variables, functions, classes, parameters, imports. */
export function namesBound(tokens: readonly Token[]): string[] {
  const found = new Set<string>();
  tokens.forEach((token, i) => {
    if (token.kind !== 'name' || KEYWORDS.includes(token.text)) return;
    const before = tokens[i - 1]?.text ?? '';
    const after = tokens[i + 1]?.text ?? '';
    const isTarget = /^(?:[-+*/%&|^@]|\/\/|\*\*|:)?=$/.test(after) && before !== '.';
    if (isTarget || /^(?:def|class|import|as|for|global)$/.test(before) || (before === ',' && after === 'in') || isListed(tokens, i)) found.add(token.text);
  });
  return [...found];
}

/** One of several: `a, b = …`, `def f(a, b)`, `for a, b in`, `import a, b`. */
function isListed(tokens: readonly Token[], index: number): boolean {
  const line = tokens.filter((token) => token.line === tokens[index]?.line);
  const first = line[0]?.text ?? '';
  if (['def', 'async', 'import', 'from'].includes(first)) return true;
  const end = line.findIndex(({ text }) => text === '=' || text === 'in');
  const at = line.findIndex((token) => token === tokens[index]);
  return end > at && line.slice(first === 'for' ? 1 : 0, end).every(({ kind, text }) => (kind === 'name' && !KEYWORDS.includes(text)) || ',()*'.includes(text));
}

/** All of the learner's Python, as one text. */
export const textOf = ({ files }: SeenError): string =>
  Object.entries(files).filter(([name]) => name.endsWith('.py')).map(([, text]) => text).join('\n');

/** The tokens of the line that the error is at. */
export const tokensAt = ({ source }: SeenError): Token[] => tokensOf(source);

/** What stands in the nearest assignment to this name at or above the line: `input("…")`. */
export function lastValueOf(name: string, { lines, place }: SeenError): string | null {
  const pattern = new RegExp(`^\\s*(?:.*[;,]\\s*)?${name}\\s*(?::[^=]+)?=(?!=)\\s*(.+?)\\s*$`);
  for (let i = (place?.line ?? lines.length) - 1; i >= 0; i--) {
    const value = pattern.exec(lines[i] ?? '')?.[1];
    if (value !== undefined) return value;
  }
  return null;
}

/** A name of this line that holds what `input` gave, not made a number; null: there is none. */
export function inputIn(seen: SeenError): string | null {
  const isRaw = (value: string): boolean => /^input\s*\(/.test(value) && !/\)\s*\.\s*split\b/.test(value);
  for (const { kind, text } of tokensAt(seen)) {
    if (kind !== 'name') continue;
    if (text !== 'input' && isRaw(lastValueOf(text, seen) ?? '')) return text;
  }
  return /(?<!(?:int|float)\s*\(\s*)\binput\s*\(/.test(seen.source) ? 'input()' : null;
}
