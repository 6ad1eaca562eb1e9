import type { Value } from '../run-result.ts';
import { NONE, NotALiteral, boolean, float, integer, negate, parseWhole, string } from './scanner.ts';
import type { Scanner } from './scanner.ts';

const BIGINT = /(0(?:x[0-9a-f_]+|o[0-7_]+|b[01_]+)|\d[\d_]*)n/iy;
const RADIX = /0(?:x[0-9a-f_]+|o[0-7_]+|b[01_]+)/iy;
const NUMBER = /(?:\d[\d_]*(?:\.[\d_]*)?|\.\d[\d_]*)(?:e[+-]?\d+)?/iy;
const WORD = /[A-Za-z_$][\w$]*/y;

/** The value of a JavaScript literal: numbers, BigInts, strings, null, undefined, arrays, objects, `new Set/Map`. */
export const parseJavaScriptLiteral = (text: string): Value | null => parseWhole(text, value);

function value(s: Scanner): Value {
  if (s.take('-')) return negate(value(s));
  if (s.take('[')) return { kind: 'list', items: s.items(']', () => value(s)).items };
  if (s.take('{')) return { kind: 'dict', entries: s.items('}', () => entry(s)).items };
  if (s.take('(')) return grouped(s);
  const quote = s.peek();
  if (quote === "'" || quote === '"' || quote === '`') return string(text(s, s.next()));
  return number(s) ?? word(s);
}

function number(s: Scanner): Value | null {
  const big = s.match(BIGINT)?.[1];
  if (big !== undefined) return integer(BigInt(big.replaceAll('_', '')));
  const found = s.match(RADIX) ?? s.match(NUMBER);
  return found === null ? null : float(Number(found[0].replaceAll('_', '')));
}

function word(s: Scanner): Value {
  switch (s.match(WORD)?.[0]) {
    case 'null':
      return NONE;
    case 'undefined':
      return { kind: 'undefined' };
    case 'true':
      return boolean(true);
    case 'false':
      return boolean(false);
    case 'NaN':
      return float(Number.NaN);
    case 'Infinity':
      return float(Number.POSITIVE_INFINITY);
    case 'new':
      return made(s);
    default:
      throw new NotALiteral();
  }
}

function entry(s: Scanner): readonly [Value, Value] {
  const quote = s.peek();
  const key =
    quote === "'" || quote === '"'
      ? text(s, s.next())
      : (s.match(WORD)?.[0] ?? String(Number((s.match(RADIX) ?? s.match(NUMBER))?.[0] ?? Number.NaN)));
  if (key === 'NaN') throw new NotALiteral();
  s.expect(':');
  return [string(key), value(s)];
}

/** `({ a: 1 })`. */
function grouped(s: Scanner): Value {
  const held = value(s);
  s.expect(')');
  return held;
}

/** `new Set([1, 2])`, `new Map([['a', 1]])`. */
function made(s: Scanner): Value {
  const name = s.match(WORD)?.[0];
  s.expect('(');
  const held: Value = s.take(')') ? { kind: 'list', items: [] } : grouped(s);
  if (held.kind !== 'list') throw new NotALiteral();
  if (name === 'Set') return { kind: 'set', items: held.items };
  if (name !== 'Map') throw new NotALiteral();
  return {
    kind: 'dict',
    entries: held.items.map((pair) => {
      const [key, of] = pair.kind === 'list' ? pair.items : [];
      if (key === undefined || of === undefined) throw new NotALiteral();
      return [key, of] as const;
    }),
  };
}

const SIMPLE: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  b: '\b',
  f: '\f',
  v: '\v',
  '0': '\0',
  '\n': '',
};

/** The rest of a string after its opening quote; a template may not hold a `${`. */
function text(s: Scanner, close: string): string {
  let result = '';
  while (!s.takeHere(close)) {
    if (close === '`' && s.takeHere('${')) throw new NotALiteral();
    const char = s.next();
    if (char === '\n' && close !== '`') throw new NotALiteral();
    result += char === '\\' ? escape(s) : char;
  }
  return result;
}

function escape(s: Scanner): string {
  const char = s.next();
  if (char === 'x') return s.hex(2);
  if (char !== 'u') return SIMPLE[char] ?? char;
  if (!s.takeHere('{')) return s.hex(4);
  let digits = '';
  for (let digit = s.next(); digit !== '}'; digit = s.next()) digits += digit;
  const code = /^[0-9a-f]{1,6}$/i.test(digits) ? Number.parseInt(digits, 16) : Number.NaN;
  if (!(code <= 0x10ffff)) throw new NotALiteral();
  return String.fromCodePoint(code);
}
