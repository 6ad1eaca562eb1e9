import type { Value } from '../run-result.ts';

/** Thrown inside a literal parser, and caught at its door: the text is not a literal. */
export class NotALiteral extends Error {}

const MAX_DEPTH = 200;

/** Walks over the text of a literal. White space is skipped before every token. */
export class Scanner {
  private at = 0;
  private depth = 0;
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  isAtEnd(): boolean {
    this.skipSpace();
    return this.at >= this.text.length;
  }

  /** The next character, not consumed; '' at the end. */
  peek(): string {
    this.skipSpace();
    return this.text.charAt(this.at);
  }

  /** Consumes `token` if it comes next. */
  take(token: string): boolean {
    this.skipSpace();
    if (!this.text.startsWith(token, this.at)) return false;
    this.at += token.length;
    return true;
  }

  expect(token: string): void {
    if (!this.take(token)) throw new NotALiteral();
  }

  /** Consumes what a sticky expression matches here; null when it does not. */
  match(sticky: RegExp): RegExpExecArray | null {
    this.skipSpace();
    sticky.lastIndex = this.at;
    const found = sticky.exec(this.text);
    if (found !== null) this.at = sticky.lastIndex;
    return found;
  }

  /** One character as it stands, white space too. */
  next(): string {
    if (this.at >= this.text.length) throw new NotALiteral();
    return this.text.charAt(this.at++);
  }

  /** Whether `token` comes next with no white space before it; consumes it. */
  takeHere(token: string): boolean {
    if (!this.text.startsWith(token, this.at)) return false;
    this.at += token.length;
    return true;
  }

  /** Items up to `close`, commas between them, one allowed after the last. */
  items<T>(close: string, item: () => T): { items: T[]; endsWithComma: boolean } {
    const items: T[] = [];
    let endsWithComma = false;
    while (!this.take(close)) {
      if (items.length > 0 && !endsWithComma) throw new NotALiteral();
      items.push(this.nested(item));
      endsWithComma = this.take(',');
    }
    return { items, endsWithComma };
  }

  /** `count` hexadecimal digits as a character. */
  hex(count: number): string {
    let digits = '';
    while (digits.length < count) digits += this.next();
    const code = /^[0-9a-f]+$/i.test(digits) ? Number.parseInt(digits, 16) : Number.NaN;
    if (!(code <= 0x10ffff)) throw new NotALiteral();
    return String.fromCodePoint(code);
  }

  private nested<T>(item: () => T): T {
    this.depth += 1;
    if (this.depth > MAX_DEPTH) throw new NotALiteral();
    const value = item();
    this.depth -= 1;
    return value;
  }

  private skipSpace(): void {
    while (/\s/.test(this.text.charAt(this.at))) this.at += 1;
  }
}

/** Parses the whole of `text`; null when it is not one literal. */
export function parseWhole(text: string, parse: (scanner: Scanner) => Value): Value | null {
  const scanner = new Scanner(text);
  try {
    const value = parse(scanner);
    return scanner.isAtEnd() ? value : null;
  } catch (error) {
    if (error instanceof NotALiteral) return null;
    throw error;
  }
}

export const NONE: Value = { kind: 'none' };
export const boolean = (value: boolean): Value => ({ kind: 'boolean', value });
export const string = (value: string): Value => ({ kind: 'string', value });
export const float = (value: number): Value => ({ kind: 'float', text: String(value) });
export const integer = (value: bigint): Value => ({ kind: 'integer', digits: value.toString() });

/** The same number with its sign turned; anything else is not a literal. */
export function negate(value: Value): Value {
  if (value.kind === 'float') return float(-Number(value.text));
  if (value.kind === 'integer') return integer(-BigInt(value.digits));
  throw new NotALiteral();
}
