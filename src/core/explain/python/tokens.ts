export interface Token {
  /** `broken`: a string that does not end on its line. */
  readonly kind: 'name' | 'number' | 'string' | 'sign' | 'broken';
  readonly text: string;
  /** From 1. */
  readonly line: number;
  /** Where it begins and ends in the text. */
  readonly from: number;
  readonly to: number;
}

const SKIPPED = /(?:[ \t\f\r\uFEFF]|\\\r?\n|#[^\n]*)+/y;
const NEWLINE = /\n/y;
const STRING = /[rbfut]{0,2}(?:"""[\s\S]*?"""|'''[\s\S]*?'''|"(?:\\[\s\S]|[^"\\\n])*"|'(?:\\[\s\S]|[^'\\\n])*')/iy;
const BROKEN = /[rbfut]{0,2}(?:"""[\s\S]*|'''[\s\S]*|["'][^\n]*)/iy;
const NUMBER = /(?:\d[\w.]*|\.\d\w*)/y;
const NAME = /[\p{L}_][\p{L}\p{N}_]*/uy;
const SIGN = /\*\*=?|\/\/=?|>>=?|<<=?|[=!<>]=|->|:=|[-+*/%&|^@]=|\.\.\.|\S/uy;

/** What Python's own tokenizer would see, and on past what would stop it: this reads programs that are wrong. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let line = 1;
  let at = 0;
  const take = (pattern: RegExp): string | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0] ?? '';
    at += found.length;
    return found === '' ? null : found;
  };
  const add = (kind: Token['kind'], found: string | null): boolean => {
    if (found === null) return false;
    tokens.push({ kind, text: found, line, from: at - found.length, to: at });
    line += found.split('\n').length - 1;
    return true;
  };
  while (at < text.length) {
    const skipped = take(SKIPPED) ?? take(NEWLINE);
    if (skipped !== null) {
      line += skipped.split('\n').length - 1;
    } else if (
      !add('string', take(STRING)) &&
      !add('broken', take(BROKEN)) &&
      !add('number', take(NUMBER)) &&
      !add('name', take(NAME)) &&
      !add('sign', take(SIGN))
    ) {
      at += 1;
    }
  }
  return tokens;
}

const CLOSING: { readonly [bracket: string]: string } = { '(': ')', '[': ']', '{': '}' };

/** The bracket that closes this one. */
export const closingOf = (bracket: string): string => CLOSING[bracket] ?? bracket;

/** The brackets that these tokens open and do not close, outermost first. */
export function openBrackets(tokens: readonly Token[]): Token[] {
  const open: Token[] = [];
  for (const token of tokens) {
    if (token.kind !== 'sign') continue;
    if (token.text in CLOSING) open.push(token);
    else if (open.length > 0 && closingOf(open.at(-1)?.text ?? '') === token.text) open.pop();
  }
  return open;
}

/** The tokens that stand in no bracket of theirs: the brackets themselves left out too. */
export function outerTokens(tokens: readonly Token[]): Token[] {
  let depth = 0;
  return tokens.filter(({ kind, text }) => {
    if (kind !== 'sign') return depth === 0;
    if ('([{'.includes(text)) depth += 1;
    const isOuter = depth === 0;
    if (')]}'.includes(text) && depth > 0) depth -= 1;
    return isOuter;
  });
}
