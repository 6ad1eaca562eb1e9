import type { XmlElement } from '../xml-tree.ts';
import { numberIn } from './arithmetic.ts';
import { amount, NULL, type Value } from './values.ts';

/** From 0 to below 1. */
export type Draw = () => number;

/** The same numbers for the same words: an item that is imported again is the same. */
export function drawFrom(words: string): Draw {
  let state = 0x811c9dc5;
  for (const character of words) state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Of a range of fractions no more decimals are drawn than a learner cares to read. */
const DECIMALS = 2;

/** undefined: it draws nothing. */
export function randomValue(
  { name, attributes }: XmlElement,
  operands: readonly Value[],
  now: ReadonlyMap<string, Value>,
  draw: Draw,
): Value | undefined {
  const least = numberIn(attributes.min ?? '0', now);
  const most = numberIn(attributes.max, now);
  switch (name) {
    case 'random': {
      const [{ baseType, values } = NULL] = operands;
      const value = values[Math.floor(draw() * values.length)];
      return value === undefined ? NULL : { baseType, values: [value], isOrdered: false };
    }
    case 'randomInteger': {
      const step = numberIn(attributes.step ?? '1', now) || 1;
      const count = Math.floor((most - least) / step) + 1;
      return count >= 1 ? { ...amount(least + step * Math.floor(draw() * count)), baseType: 'integer' } : NULL;
    }
    case 'randomFloat': {
      const value = least + draw() * (most - least);
      const short = Number(value.toFixed(DECIMALS));
      return most >= least ? amount(short >= least && short <= most ? short : value) : NULL;
    }
    default:
      return undefined;
  }
}
