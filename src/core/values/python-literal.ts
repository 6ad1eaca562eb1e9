import type { Value } from '../run-result.ts';
import { NONE, NotALiteral, boolean, float, integer, negate, parseWhole, string } from './scanner.ts';
import type { Scanner } from './scanner.ts';

const RADIX = /0(?:x[0-9a-f_]+|o[0-7_]+|b[01_]+)/iy;
const FLOAT = /(?:\d[\d_]*\.(?:\d[\d_]*)?|\.\d[\d_]*|\d[\d_]*(?=e))(?:e[+-]?\d+)?/iy;
const INTEGER = /\d[\d_]*/y;
const WORD = /[A-Za-z_]\w*/y;
const PREFIX = /[rRuU]?(?=['"])/y;

/** The value of a Python literal: numbers, strings, None, True, False, lists, tuples, sets, dicts, nan and inf. */
export const parsePythonLiteral = (text: string): Value | null => parseWhole(text, value);

function value(s: Scanner): Value {
  if (s.take('-')) return negate(value(s));
  if (s.take('+')) return negate(negate(value(s)));
  if (s.take('[')) return { kind: 'list', items: s.items(']', () => value(s)).items };
  if (s.take('(')) return tupleOrGroup(s);
  if (s.take('{')) return setOrDict(s);
  const prefix = s.match(PREFIX);
  if (prefix !== null) return strings(s, prefix[0]);
  return number(s) ?? word(s);
}

function number(s: Scanner): Value | null {
  const radix = s.match(RADIX);
  if (radix !== null) return integer(BigInt(radix[0].replaceAll('_', '')));
  const real = s.match(FLOAT);
  if (real !== null) return float(Number(real[0].replaceAll('_', '')));
  const whole = s.match(INTEGER);
  return whole === null ? null : integer(BigInt(whole[0].replaceAll('_', '')));
}

function word(s: Scanner): Value {
  switch (s.match(WORD)?.[0]) {
    case 'None':
      return NONE;
    case 'True':
      return boolean(true);
    case 'False':
      return boolean(false);
    case 'nan':
      return float(Number.NaN);
    case 'inf':
      return float(Number.POSITIVE_INFINITY);
    case 'float':
      return namedFloat(s);
    case 'set':
    case 'frozenset':
      return set(s);
    default:
      throw new NotALiteral();
  }
}

function tupleOrGroup(s: Scanner): Value {
  const { items, endsWithComma } = s.items(')', () => value(s));
  const only = items[0];
  return items.length === 1 && only !== undefined && !endsWithComma ? only : { kind: 'tuple', items };
}

/** `{}` is a dict; the first item decides for the rest. */
function setOrDict(s: Scanner): Value {
  const { items } = s.items('}', () => {
    const key = value(s);
    return [key, s.take(':') ? value(s) : null] as const;
  });
  if (items.length > 0 && items.every(([, held]) => held === null)) {
    return { kind: 'set', items: items.map(([key]) => key) };
  }
  return {
    kind: 'dict',
    entries: items.map(([key, held]) => {
      if (held === null) throw new NotALiteral();
      return [key, held] as const;
    }),
  };
}

/** `set()`, `set([1, 2])`, `frozenset({1})`. */
function set(s: Scanner): Value {
  s.expect('(');
  if (s.take(')')) return { kind: 'set', items: [] };
  const held = value(s);
  s.expect(')');
  if (held.kind === 'list' || held.kind === 'tuple' || held.kind === 'set') return { kind: 'set', items: held.items };
  throw new NotALiteral();
}

/** `float('nan')`, `float('-inf')`. */
function namedFloat(s: Scanner): Value {
  s.expect('(');
  const held = value(s);
  s.expect(')');
  const found = held.kind === 'string' ? /^\s*([+-]?)(nan|inf|infinity)\s*$/i.exec(held.value) : null;
  if (found === null) throw new NotALiteral();
  if (found[2]?.toLowerCase() === 'nan') return float(Number.NaN);
  return float(found[1] === '-' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY);
}

/** Strings side by side are one string. */
function strings(s: Scanner, firstPrefix: string): Value {
  let text = oneString(s, firstPrefix);
  for (let prefix = s.match(PREFIX); prefix !== null; prefix = s.match(PREFIX)) text += oneString(s, prefix[0]);
  return string(text);
}

function oneString(s: Scanner, prefix: string): string {
  const quote = s.next();
  const close = s.takeHere(quote + quote) ? quote.repeat(3) : quote;
  const isRaw = prefix.toLowerCase() === 'r';
  let text = '';
  while (!s.takeHere(close)) {
    const char = s.next();
    if (char === '\n' && close.length === 1) throw new NotALiteral();
    text += char !== '\\' ? char : isRaw ? `\\${s.next()}` : escape(s);
  }
  return text;
}

const SIMPLE: Readonly<Record<string, string>> = {
  '\\': '\\',
  "'": "'",
  '"': '"',
  n: '\n',
  t: '\t',
  r: '\r',
  a: '\u0007',
  b: '\b',
  f: '\f',
  v: '\v',
  '0': '\0',
  '\n': '',
};

function escape(s: Scanner): string {
  const char = s.next();
  if (char === 'x') return s.hex(2);
  if (char === 'u') return s.hex(4);
  if (char === 'U') return s.hex(8);
  return SIMPLE[char] ?? `\\${char}`;
}
