import type { Declaration } from './declarations.ts';

/** A value of QTI. No values: its NULL. */
export interface Value {
  readonly baseType: string;
  readonly values: readonly string[];
  readonly isOrdered: boolean;
}

export const NULL: Value = { baseType: '', values: [], isOrdered: false };
export const single = (baseType: string, value: string): Value => ({ baseType, values: [value], isOrdered: false });
export const truth = (isTrue: boolean): Value => single('boolean', String(isTrue));
export const amount = (number: number): Value => (Number.isNaN(number) ? NULL : single('float', String(number)));
export const valueOf = ({ baseType, cardinality }: Declaration, values: readonly string[]): Value => ({
  ...{ baseType, values, isOrdered: cardinality === 'ordered' },
});

/** NULL is not true. */
export const isTrue = ({ values }: Value): boolean => values[0] === 'true' || values[0] === '1';

const NUMERIC = ['integer', 'float', 'duration'];

export function isSameOne(baseType: string, a: string, b: string): boolean {
  if (NUMERIC.includes(baseType)) return Number(a) === Number(b);
  if (baseType === 'boolean') return isTrue(single(baseType, a)) === isTrue(single(baseType, b));
  if (baseType === 'pair') return a === b || a.split(/\s+/).reverse().join(' ') === b;
  return a === b;
}

/** As `match` has it: in order where order counts, else as a bag. */
export function isSame(a: Value, b: Value): boolean {
  if (a.values.length !== b.values.length) return false;
  const baseType = NUMERIC.includes(b.baseType) ? b.baseType : a.baseType;
  if (a.isOrdered || b.isOrdered) return a.values.every((value, i) => isSameOne(baseType, value, b.values[i] ?? ''));
  return isWithinBag(baseType, a.values, b.values);
}

/** Whether each of `some` has one of its own among `all`. */
export function isWithinBag(baseType: string, some: readonly string[], all: readonly string[]): boolean {
  const rest = [...all];
  return some.every((value) => {
    const at = rest.findIndex((other) => isSameOne(baseType, value, other));
    if (at >= 0) rest.splice(at, 1);
    return at >= 0;
  });
}

/** What a mapping gives for a response. */
export function mapped({ mapping, baseType }: Declaration, { values }: Value): number {
  if (mapping === null) return 0;
  const distinct = [...new Set(values)];
  const sum = distinct.reduce((total, value) => {
    const entry = mapping.entries.find(({ key, caseSensitive }) =>
      caseSensitive ? isSameOne(baseType, key, value) : isSameOne(baseType, key.toLowerCase(), value.toLowerCase()),
    );
    return total + (entry?.value ?? mapping.defaultValue);
  }, values.length === 0 ? mapping.defaultValue : 0);
  return Math.min(mapping.upper, Math.max(mapping.lower, sum));
}
