import type { NumericExercise } from '../../../db/models/exercise.ts';
import { mistakeInText, saidOf } from './mistakes.ts';
import { part, whole, type Marks } from './marks.ts';
import { isNear, numberReadings } from './number-readings.ts';
import { splitQuantity, unitOf } from './units.ts';

type Key = NumericExercise['answerKey'];

/** Of an answer to a question that asks for units. */
export const NUMBER_PART = 'number';
export const UNIT_PART = 'unit';

/**
 * Right when one reading of the number lies within either tolerance, in whichever of the accepted units it was given;
 * where units are accepted one must be given, and where none are there must be none. A number with the wrong unit, or
 * without, is not right, but told apart: a result for the number, taken as in the value's own unit, and one for the unit.
 */
export function markNumeric({ answerKey, mistakes }: NumericExercise, text: string): Marks {
  const { number, unit: written } = splitQuantity(text);
  const unit = answerKey.units.length === 0 && written === '' ? 1 : unitOf(written, answerKey.units);
  const isNumber = isWithin(answerKey, number, unit ?? 1);
  const isRight = isNumber && unit !== null;
  const parts = [part(NUMBER_PART, NUMBER_PART, isNumber, number)];
  if (answerKey.units.length > 0 || written !== '') parts.push(part(UNIT_PART, UNIT_PART, unit !== null, written));
  return whole(isRight, isRight ? null : mistakeOf(), parts);

  /** A known mistake is known by its words, or by its amount. */
  function mistakeOf(): string | null {
    return mistakeInText(mistakes, text, false) ?? saidOf(mistakes, (answer) => isSameAmount(answerKey, answer, text));
  }
}

function isWithin(key: Key, number: string, factor: number): boolean {
  const tolerance = Math.max(key.absolute, key.relative * Math.abs(key.value));
  return numberReadings(number).some((reading) => isNear(reading * factor, key.value, tolerance));
}

function isSameAmount(key: Key, a: string, b: string): boolean {
  const [left = [], right = []] = [a, b].map((text) => {
    const { number, unit } = splitQuantity(text);
    const factor = unit === '' ? 1 : unitOf(unit, key.units);
    return factor === null ? [] : numberReadings(number).map((reading) => reading * factor);
  });
  return left.some((x) => right.some((y) => isNear(x, y, 0)));
}
