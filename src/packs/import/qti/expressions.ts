import { compilePattern } from '../../../core/grading/pattern/compile-pattern.ts';
import { elementsOf, textOf, type XmlElement } from '../xml-tree.ts';
import { numberIn, reckoned } from './arithmetic.ts';
import { numberOf, type Declaration } from './declarations.ts';
import { allNamed } from './qti-names.ts';
import { randomValue, type Draw } from './random-values.ts';
import { amount, isSame, isSameOne, isTrue, isWithinBag, mapped, NULL, single, truth, valueOf, type Value } from './values.ts';

export interface Scope {
  readonly responses: ReadonlyMap<string, Declaration>;
  readonly outcomes: ReadonlyMap<string, Declaration>;
  /** Responses and outcomes as they stand. */
  readonly now: Map<string, Value>;
  /** A `patternMatch` that is taken to match, whatever stands there. */
  readonly matching: XmlElement | null;
  /** Where values may be drawn: in templates. */
  readonly draw: Draw | null;
}

/** What an expression comes to; null where it uses what is not understood. */
export function evaluated(expression: XmlElement, scope: Scope): Value | null {
  const { name, attributes } = expression;
  const known = evaluatedName(name, attributes.identifier ?? '', scope);
  if (known !== undefined) return known;
  if (name === 'baseValue') return single(attributes.baseType ?? 'string', textOf(expression).trim().replace(/\s+/g, ' '));
  if (name === 'patternMatch' && scope.matching === expression) return truth(true);
  const operands: Value[] = [];
  for (const child of name === 'repeat' ? repeated(expression, scope) : elementsOf(expression)) {
    const operand = evaluated(child, scope);
    if (operand === null) return null;
    operands.push(operand);
  }
  const drawn = scope.draw === null ? undefined : randomValue(expression, operands, scope.now, scope.draw);
  return drawn ?? operation(expression, operands, scope);
}

const MOST_REPEATS = 1_000;

/** What it repeats, as often as it says; one within another would take for ever. */
function repeated(expression: XmlElement, { now }: Scope): readonly XmlElement[] {
  const times = Math.trunc(numberIn(expression.attributes.numberRepeats, now));
  const inside = elementsOf(expression);
  const isShort = times >= 0 && times * inside.length <= MOST_REPEATS && allNamed(expression, 'repeat').length === 0;
  return isShort ? Array.from({ length: times }, () => inside).flat() : [{ ...expression, name: 'tooManyRepeats', children: [] }];
}

/** undefined: it names no variable. */
function evaluatedName(name: string, identifier: string, { responses, outcomes, now }: Scope): Value | null | undefined {
  const declaration = responses.get(identifier) ?? outcomes.get(identifier);
  switch (name) {
    case 'variable':
      return now.get(identifier) ?? (declaration === undefined ? null : NULL);
    case 'correct':
      return declaration === undefined ? null : valueOf(declaration, declaration.correct);
    case 'default':
      return declaration === undefined ? null : valueOf(declaration, declaration.defaults);
    case 'mapResponse':
      return declaration === undefined || declaration.mapping === null ? null : amount(mapped(declaration, now.get(identifier) ?? NULL));
    case 'null':
      return NULL;
    default:
      return undefined;
  }
}

function operation(expression: XmlElement, operands: readonly Value[], scope: Scope): Value | null {
  const { name, attributes } = expression;
  const [a = NULL, b = NULL] = operands;
  switch (name) {
    case 'and':
      return operands.some(({ values }) => values[0] === 'false') ? truth(false) : operands.every(isTrue) ? truth(true) : NULL;
    case 'or':
      return operands.some(isTrue) ? truth(true) : operands.some(isNull) ? NULL : truth(false);
    case 'not':
      return isNull(a) ? NULL : truth(!isTrue(a));
    case 'anyN': {
      const count = operands.filter(isTrue).length;
      return truth(count >= numberOf(attributes.min, 0) && count <= numberOf(attributes.max, Infinity));
    }
    case 'isNull':
      return truth(isNull(a) || (a.values.length === 1 && a.baseType === 'string' && a.values[0] === ''));
    case 'multiple':
    case 'ordered':
    case 'repeat':
      return { baseType: a.baseType, values: operands.flatMap(({ values }) => values), isOrdered: name !== 'multiple' };
    case 'containerSize':
      return amount(a.values.length);
    case 'sum':
      return numeric(operands, (numbers) => numbers.reduce((total, number) => total + number, 0));
    case 'product':
      return numeric(operands, (numbers) => numbers.reduce((total, number) => total * number, 1));
    case 'max':
      return numeric(operands, (numbers) => numbers.reduce((most, number) => Math.max(most, number), -Infinity));
    case 'min':
      return numeric(operands, (numbers) => numbers.reduce((least, number) => Math.min(least, number), Infinity));
    default:
      if (COMPARING.has(name) && operands.length > 0 && operands.some(isNull)) return NULL;
      return compared(expression, a, b) ?? (operands.some(isNull) ? null : reckoned(expression, operands, scope.now));
  }
}

const isNull = ({ values }: Value): boolean => values.length === 0;
/** NULL wherever one of their operands is. */
const COMPARING = new Set(
  'match equal equalRounded stringMatch substring patternMatch member contains gt gte lt lte subtract divide round truncate integerToFloat'.split(' '),
);

function numeric(operands: readonly Value[], reckon: (numbers: readonly number[]) => number): Value {
  return operands.some(isNull) ? NULL : amount(reckon(operands.flatMap(({ values }) => values.map(Number))));
}

function compared(expression: XmlElement, a: Value, b: Value): Value | null {
  const { name, attributes } = expression;
  const [x, y] = [Number(a.values[0]), Number(b.values[0])];
  const [text, other] = [a, b].map(({ values: [value = ''] }) => (attributes.caseSensitive === 'false' ? value.toLowerCase() : value));
  switch (name) {
    case 'match':
      return truth(isSame(a, b));
    case 'equal':
      return truth(isEqual(attributes, x, y));
    case 'equalRounded':
      return truth(rounded(attributes, x) === rounded(attributes, y));
    case 'stringMatch':
      return truth(attributes.substring === 'true' ? (text ?? '').includes(other ?? '') : text === other);
    case 'substring':
      return truth((other ?? '').includes(text ?? ''));
    case 'patternMatch': {
      const pattern = compilePattern(attributes.pattern ?? '', true);
      return pattern === null ? null : truth(pattern.matches(a.values[0] ?? ''));
    }
    case 'member':
      return truth(b.values.some((value) => isSameOne(b.baseType, value, a.values[0] ?? '')));
    case 'contains':
      return truth(isWithinBag(a.baseType, b.values, a.values));
    case 'gt':
      return truth(x > y);
    case 'gte':
      return truth(x >= y);
    case 'lt':
      return truth(x < y);
    case 'lte':
      return truth(x <= y);
    case 'subtract':
      return amount(x - y);
    case 'divide':
      return amount(x / y);
    case 'round':
      return amount(Math.round(x));
    case 'truncate':
      return amount(Math.trunc(x));
    case 'integerToFloat':
      return amount(x);
    default:
      return null;
  }
}

type Attributes = XmlElement['attributes'];

/** `y` is tolerated around `x`, the first operand, as the standard has it. */
function isEqual(attributes: Attributes, x: number, y: number): boolean {
  const mode = attributes.toleranceMode ?? 'exact';
  if (mode === 'exact') return x === y;
  const [below = 0, above = below] = (attributes.tolerance ?? '0').trim().split(/\s+/).map(Number);
  const [least, most] = mode === 'relative' ? [x - (x * below) / 100, x + (x * above) / 100].sort((p, q) => p - q) : [x - below, x + above];
  const isOver = attributes.includeLowerBound === 'false' ? y > (least ?? x) : y >= (least ?? x);
  return isOver && (attributes.includeUpperBound === 'false' ? y < (most ?? x) : y <= (most ?? x));
}

function rounded(attributes: Attributes, x: number): number {
  const figures = Math.min(15, Math.max(0, Math.trunc(numberOf(attributes.figures, 0))));
  const isDecimal = attributes.roundingMode === 'decimalPlaces';
  return Number(isDecimal ? x.toFixed(figures) : x.toPrecision(Math.max(1, figures)));
}
