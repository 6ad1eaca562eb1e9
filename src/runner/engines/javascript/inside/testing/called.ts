import * as own from '../primordials.ts';

const MAX_CHARS = 300;
const LINES_ABOVE = 10;

/** Where the tests' own code stands in the script, and what it says. */
export interface TestSource {
  readonly source: string;
  readonly firstLine: number;
}

/** The expression inside `expect(…)` or `assert(…)` on the line of the tests that a V8 stack leads to; null when it cannot be told. */
export function calledAt(stack: string, { source, firstLine }: TestSource): string | null {
  const lines = linesOf(source);
  for (let rest = stack; rest !== ''; ) {
    const end = own.indexOf(rest, '\n');
    const found = own.exec(/:(\d+):\d+\)?$/, end === -1 ? rest : own.slice(rest, 0, end)) as readonly string[] | null;
    rest = end === -1 ? '' : own.slice(rest, end + 1);
    const line = found === null ? -1 : own.toNumber(found[1]) - firstLine;
    const called = line < 0 || line >= lines.length ? null : calledOn(source, lines, line);
    if (called !== null) return called;
  }
  return null;
}

/** Where each line begins. */
function linesOf(source: string): own.List<number> {
  const lines = own.createList<number>();
  own.push(lines, 0);
  for (let at = own.indexOf(source, '\n'); at !== -1; at = own.indexOf(source, '\n', at + 1)) own.push(lines, at + 1);
  return lines;
}

/** What begins on the line, or on one above and reaches it. */
function calledOn(source: string, lines: own.List<number>, line: number): string | null {
  const reached = own.at(lines, line);
  for (let i = line; i >= 0 && i > line - LINES_ABOVE; i--) {
    const found = firstArgument(source, own.at(lines, i), lines[i + 1] ?? source.length, reached);
    if (found !== null) return found;
  }
  return null;
}

function firstArgument(source: string, from: number, to: number, reached: number): string | null {
  const head = own.exec(/\b(?:expect|assert(?:\.\w+)*)\s*\(/, own.slice(source, from, to)) as { readonly index: number; readonly 0: string } | null;
  if (head === null) return null;
  const start = from + head.index + head[0].length;
  const end = endOfArgument(source, start);
  if (end === null || end < reached) return null;
  const text = own.trim(own.slice(source, start, end));
  return text === '' ? null : text.length > MAX_CHARS ? `${own.slice(text, 0, MAX_CHARS)}…` : text;
}

/** The bracket or comma that ends what begins at `start`: strings, templates, comments and brackets are passed over. */
function endOfArgument(source: string, start: number): number | null {
  let depth = 0;
  for (let i = start; i < source.length; i++) {
    const char = source[i] ?? '';
    if (char === '"' || char === "'" || char === '`') {
      i = endOfString(source, i, char);
    } else if (char === '/' && source[i + 1] === '/') {
      const end = own.indexOf(source, '\n', i);
      i = end === -1 ? source.length : end;
    } else if (char === '/' && source[i + 1] === '*') {
      const end = own.indexOf(source, '*/', i + 2);
      i = end === -1 ? source.length : end + 1;
    } else if (char === '(' || char === '[' || char === '{') {
      depth += 1;
    } else if (char === ')' || char === ']' || char === '}') {
      if (depth === 0) return i;
      depth -= 1;
    } else if (char === ',' && depth === 0) {
      return i;
    }
  }
  return null;
}

/** What a template holds in `${…}` is taken for its text, which is well as long as no backtick stands in it. */
function endOfString(source: string, start: number, quote: string): number {
  for (let i = start + 1; i < source.length; i++) {
    if (source[i] === '\\') i += 1;
    else if (source[i] === quote) return i;
  }
  return source.length;
}
