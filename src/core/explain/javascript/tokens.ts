/** A word, a sign or a literal of a program. The text around may be broken: that is what it is read for. */
export interface Token {
  /** `stray`: a character that means nothing in JavaScript. */
  readonly kind: 'name' | 'number' | 'string' | 'template' | 'regexp' | 'comment' | 'sign' | 'stray';
  readonly text: string;
  /** From 1. */
  readonly line: number;
  /** Offsets into the whole text. */
  readonly from: number;
  readonly to: number;
  /** A text, a pattern or a comment that nothing closes. */
  readonly isOpen: boolean;
}

const NONE: Token = { kind: 'sign', text: '', line: 0, from: 0, to: 0, isOpen: false };

/** One of them, or an empty one where there is none. */
export const tokenAt = (tokens: readonly Token[], index: number): Token => tokens[index] ?? NONE;

const known = new WeakMap<readonly string[], readonly Token[]>();

/** The tokens of a file, given as its lines; comments are left out, but for one that nothing closes. */
export function tokensOf(lines: readonly string[]): readonly Token[] {
  const found = known.get(lines) ?? tokenize(lines.join('\n'));
  known.set(lines, found);
  return found;
}

const SPACE = /(?:\s|\/\/.*|\/\*[^]*?\*\/|^#!.*)+/y;
const NAME = /#?[\p{L}_$][\p{L}\p{N}_$]*/uy;
const NUMBER = /0[xXbBoO][\da-fA-F_]*n?|(?:\d[\d_]*(?:\.[\d_]*)?|\.\d[\d_]*)(?:[eE][+-]?\d+)?n?/y;
const STRING = /"(?:[^"\\\n]|\\[^])*"?|'(?:[^'\\\n]|\\[^])*'?/y;
const REGEXP = /\/(?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+(?:\/[a-z]*)?/y;
const SIGN = />>>=|\.\.\.|===|!==|\*\*=|<<=|>>=|>>>|&&=|\|\|=|\?\?=|=>|==|!=|<=|>=|&&|\|\||\?\?|\?\.|\+\+|--|[-+*/%&|^]=|<<|>>|\*\*|[-{}()[\];,<>+*/%&|^!~?:=.]/y;

function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  const lineOf = lineCounter(text);
  for (let at = endOf(SPACE, text, 0) ?? 0; at < text.length; at = endOf(SPACE, text, at) ?? at) {
    const { kind, to, isOpen = false } = next(text, at, tokens.at(-1));
    tokens.push({ kind, text: text.slice(at, to), line: lineOf(at), from: at, to, isOpen });
    at = to;
  }
  return tokens;
}

function next(text: string, at: number, before: Token | undefined): { kind: Token['kind']; to: number; isOpen?: boolean } {
  const mark = text[at] ?? '';
  if (mark === '`') return template(text, at);
  if (text.startsWith('/*', at)) return { kind: 'comment', to: text.length, isOpen: true };
  if (mark === '"' || mark === "'") {
    const to = endOf(STRING, text, at) ?? at + 1;
    return { kind: 'string', to, isOpen: to - at < 2 || text[to - 1] !== mark };
  }
  const regexp = mark === '/' && !endsValue(before) ? endOf(REGEXP, text, at) : null;
  if (regexp !== null) return { kind: 'regexp', to: regexp, isOpen: !/\/[a-z]*$/.test(text.slice(at + 1, regexp)) };
  for (const [kind, pattern] of [['name', NAME], ['number', NUMBER], ['sign', SIGN]] as const) {
    const to = endOf(pattern, text, at);
    if (to !== null) return { kind, to };
  }
  return { kind: 'stray', to: at + 1 };
}

function endOf(pattern: RegExp, text: string, at: number): number | null {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : null;
}

/** With the `${…}` in it, and texts in these. */
function template(text: string, start: number): { kind: 'template'; to: number; isOpen: boolean } {
  const depths: number[] = [];
  for (let at = start + 1; at < text.length; at++) {
    const depth = depths.at(-1);
    if (text[at] === '\\') at += 1;
    else if (depth === undefined && text[at] === '`') return { kind: 'template', to: at + 1, isOpen: false };
    else if (depth === undefined && text.startsWith('${', at)) {
      depths.push(0);
      at += 1;
    } else if (depth !== undefined && text[at] === '`') at = template(text, at).to - 1;
    else if (depth !== undefined && text[at] === '{') depths[depths.length - 1] = depth + 1;
    else if (depth !== undefined && text[at] === '}') {
      if (depth === 0) depths.pop();
      else depths[depths.length - 1] = depth - 1;
    }
  }
  return { kind: 'template', to: text.length, isOpen: true };
}

/** Names that belong to the language, and after which a value may come. */
const LEADS = ['return', 'typeof', 'case', 'in', 'of', 'delete', 'void', 'throw', 'new', 'else', 'do', 'await', 'yield', 'instanceof'];

/** Whether a token can be the end of a value, behind which no other value may stand. */
export function endsValue(token: Token | undefined): boolean {
  if (token === undefined) return false;
  if (token.kind === 'name') return !LEADS.includes(token.text);
  return token.kind === 'sign' ? [')', ']', '}', '++', '--'].includes(token.text) : token.kind !== 'stray';
}

function lineCounter(text: string): (offset: number) => number {
  let line = 1;
  let at = 0;
  return (offset) => {
    for (; at < offset; at++) if (text[at] === '\n') line += 1;
    return line;
  };
}
