import type { CodeLanguage } from '../../../db/models/enums.ts';
import type { Value } from '../run-result.ts';
import { formatValue } from './format.ts';

/** Relative to the larger of two floats, and absolute near zero. */
const TOLERANCE = 1e-9;
const MAX_DEPTH = 200;

/**
 * Structural equality as the language has it, floats within 1e-9. Booleans are never numbers. Python: 6 equals 6.0, a
 * tuple is not a list. JavaScript: a BigInt is not a number. Sets and dicts have no order.
 */
export function isSameValue(language: CodeLanguage, a: Value, b: Value, depth = 0): boolean {
  if (depth > MAX_DEPTH) return false;
  const same = (x: Value, y: Value): boolean => isSameValue(language, x, y, depth + 1);
  switch (a.kind) {
    case 'none':
    case 'undefined':
      return a.kind === b.kind;
    case 'boolean':
    case 'string':
      return b.kind === a.kind && a.value === b.value;
    case 'integer':
      return b.kind === 'integer' ? a.digits === b.digits : b.kind === 'float' && isMixed(language, a.digits, b.text);
    case 'float':
      if (b.kind === 'integer') return isMixed(language, b.digits, a.text);
      return b.kind === 'float' && isClose(Number(a.text), Number(b.text));
    case 'list':
    case 'tuple':
      return b.kind === a.kind && isSameSequence(a.items, b.items, same);
    case 'set':
      return b.kind === 'set' && isSameCrowd(language, a.items.map(alone), b.items.map(alone), same);
    case 'dict':
      return b.kind === 'dict' && isSameCrowd(language, a.entries, b.entries, same);
    case 'other':
      return b.kind === 'other' && a.typeName === b.typeName && a.repr === b.repr;
  }
}

type Same = (a: Value, b: Value) => boolean;
type Entry = readonly [key: Value, held: Value];

const alone = (item: Value): Entry => [item, item];

const isMixed = (language: CodeLanguage, digits: string, text: string): boolean =>
  language === 'python' && isClose(Number(digits), Number(text));

function isClose(a: number, b: number): boolean {
  if (Object.is(a, b)) return true;
  return Math.abs(a - b) <= TOLERANCE * Math.max(1, Math.abs(a), Math.abs(b)) && Number.isFinite(a - b);
}

const isSameSequence = (a: readonly Value[], b: readonly Value[], same: Same): boolean =>
  a.length === b.length &&
  a.every((item, i) => {
    const other = b[i];
    return other !== undefined && same(item, other);
  });

/** Those written alike are paired first; only the rest, such as 1 and 1.0, is tried each against each. */
function isSameCrowd(language: CodeLanguage, a: readonly Entry[], b: readonly Entry[], same: Same): boolean {
  if (a.length !== b.length) return false;
  const byText = new Map(b.map((entry) => [formatValue(language, entry[0]), entry]));
  const alike = (entry: Entry): Entry | undefined => byText.get(formatValue(language, entry[0]));
  const left: Entry[] = [];
  const rest = new Set(b);
  for (const entry of a) {
    const match = alike(entry);
    if (match === undefined || !rest.has(match)) left.push(entry);
    else if (!same(entry[0], match[0]) || !same(entry[1], match[1])) return false;
    else rest.delete(match);
  }
  return left.every((entry) => {
    const match = [...rest].find((other) => same(entry[0], other[0]) && same(entry[1], other[1]));
    return match !== undefined && rest.delete(match);
  });
}
