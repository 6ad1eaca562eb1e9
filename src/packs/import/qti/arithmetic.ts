import type { XmlElement } from '../xml-tree.ts';
import { numberOf } from './declarations.ts';
import { amount, isSameOne, NULL, type Value } from './values.ts';

/** A number that stands in an attribute, or the name of a variable that holds it; NaN where it is neither. */
export function numberIn(text: string | undefined, now: ReadonlyMap<string, Value>): number {
  const value = text === undefined ? undefined : now.get(text.trim())?.values[0];
  return numberOf(value ?? text, NaN);
}

/** The operators that templates reckon with; null: none that is understood. `NULL` operands are dealt with by the caller. */
export function reckoned({ name, attributes }: XmlElement, operands: readonly Value[], now: ReadonlyMap<string, Value>): Value | null {
  const [a = NULL, b = NULL] = operands;
  const numbers = operands.flatMap(({ values }) => values.map(Number));
  const [x = NaN, y = NaN] = numbers;
  switch (name) {
    case 'power':
      return amount(x ** y);
    case 'integerDivide':
      return y === 0 ? NULL : amount(Math.floor(x / y));
    case 'integerModulus':
      return y === 0 ? NULL : amount(x - y * Math.floor(x / y));
    case 'gcd':
      return amount(numbers.reduce(gcd, 0));
    case 'lcm':
      return amount(numbers.reduce((one, other) => (one === 0 || other === 0 ? 0 : Math.abs(one * other) / gcd(one, other)), 1));
    case 'roundTo': {
      const figures = Math.min(15, Math.max(0, Math.trunc(numberIn(attributes.figures, now) || 0)));
      const isDecimal = attributes.roundingMode === 'decimalPlaces';
      return amount(Number(isDecimal ? x.toFixed(figures) : x.toPrecision(Math.max(1, figures))));
    }
    case 'mathConstant':
      return attributes.name === 'pi' ? amount(Math.PI) : attributes.name === 'e' ? amount(Math.E) : null;
    case 'mathOperator': {
      const reckon = MATHS.get(attributes.name ?? '');
      return reckon === undefined ? null : amount(reckon(x, y));
    }
    case 'statsOperator': {
      const reckon = STATS.get(attributes.name ?? '');
      return reckon === undefined ? null : numbers.length === 0 ? NULL : amount(reckon(numbers));
    }
    case 'index': {
      const value = a.values[numberIn(attributes.n, now) - 1];
      return value === undefined ? NULL : { baseType: a.baseType, values: [value], isOrdered: false };
    }
    case 'delete':
      return { ...b, values: b.values.filter((value) => !isSameOne(b.baseType, value, a.values[0] ?? '')) };
    default:
      return null;
  }
}

const gcd = (one: number, other: number): number => {
  let [big, small] = [Math.abs(one), Math.abs(other)];
  // Fractions never come to an end.
  if (!Number.isInteger(big) || !Number.isInteger(small)) return NaN;
  while (small > 0) [big, small] = [small, big % small];
  return big;
};

const MATHS: ReadonlyMap<string, (x: number, y: number) => number> = new Map<string, (x: number, y: number) => number>([
  ...(['sin', 'cos', 'tan', 'asin', 'acos', 'atan', 'atan2', 'sinh', 'cosh', 'tanh', 'exp', 'abs', 'floor', 'ceil'] as const).map(
    (name) => [name, (x: number, y: number) => Math[name](x, y)] as [string, (x: number, y: number) => number],
  ),
  ['sec', (x) => 1 / Math.cos(x)],
  ['csc', (x) => 1 / Math.sin(x)],
  ['cot', (x) => 1 / Math.tan(x)],
  ['log', (x) => Math.log10(x)],
  ['ln', (x) => Math.log(x)],
  ['signum', (x) => Math.sign(x)],
  ['toDegrees', (x) => (x * 180) / Math.PI],
  ['toRadians', (x) => (x * Math.PI) / 180],
]);

const mean = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
const spread = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + (number - mean(numbers)) ** 2, 0);

const STATS: ReadonlyMap<string, (numbers: readonly number[]) => number> = new Map([
  ['mean', mean],
  ['popVariance', (numbers) => spread(numbers) / numbers.length],
  ['popSD', (numbers) => Math.sqrt(spread(numbers) / numbers.length)],
  ['sampleVariance', (numbers) => spread(numbers) / (numbers.length - 1)],
  ['sampleSD', (numbers) => Math.sqrt(spread(numbers) / (numbers.length - 1))],
]);
